"use strict";

/** Mouse, pen and fingers on the canvas: drag moves, wheel and pinch zoom, a click chooses. */
class Pointer {
  /** @param {Picture} picture */
  constructor(picture) {
    this.picture = picture;
    this.held = new Map();
    this.travel = 0;
    const { canvas } = picture;
    canvas.addEventListener("pointerdown", (event) => this.press(event));
    canvas.addEventListener("pointermove", (event) => this.moveTo(event));
    canvas.addEventListener("pointerup", (event) => this.release(event, true));
    canvas.addEventListener("pointercancel", (event) => this.release(event, false));
    canvas.addEventListener("pointerleave", () => this.hover(null));
    canvas.addEventListener("wheel", (event) => this.turnWheel(event), { passive: false });
  }

  press(event) {
    if (event.button !== 0) return;
    this.picture.canvas.setPointerCapture(event.pointerId);
    if (this.held.size === 0) this.travel = 0;
    this.held.set(event.pointerId, event);
    this.hover(null);
  }

  moveTo(event) {
    const before = this.held.get(event.pointerId);
    if (!before) {
      if (event.pointerType === "mouse") this.hover(event);
      return;
    }
    const { view, canvas } = this.picture;
    const [dx, dy] = [event.offsetX - before.offsetX, event.offsetY - before.offsetY];
    this.travel += Math.abs(dx) + Math.abs(dy);
    if (this.held.size === 1 && this.travel > 4) {
      canvas.classList.add("dragging");
      view.move(dx, dy);
    } else if (this.held.size === 2) {
      const [other] = [...this.held.values()].filter((held) => held.pointerId !== event.pointerId);
      const distance = ({ offsetX, offsetY }) => Math.hypot(offsetX - other.offsetX, offsetY - other.offsetY);
      view.move(dx / 2, dy / 2);
      view.zoom(
        distance(event) / Math.max(1, distance(before)),
        (event.offsetX + other.offsetX) / 2, (event.offsetY + other.offsetY) / 2,
      );
    }
    this.held.set(event.pointerId, event);
  }

  release(event, isDone) {
    if (!this.held.delete(event.pointerId)) return;
    this.picture.canvas.classList.remove("dragging");
    if (!isDone || this.travel > 4 || this.held.size > 0) return;
    const reach = event.pointerType === "mouse" ? REACH : 2.5 * REACH;
    this.picture.state.choose(findAt(this.picture, event.offsetX, event.offsetY, reach) ?? {});
  }

  turnWheel(event) {
    event.preventDefault();
    // Lines and pages as pixels; a pinch on a touch pad comes with ctrlKey and small steps.
    const pixels = event.deltaY * [1, 16, 400][event.deltaMode] * (event.ctrlKey ? 6 : 1);
    const factor = Math.exp(-Math.max(-240, Math.min(240, pixels)) / 500);
    this.picture.view.zoom(factor, event.offsetX, event.offsetY);
  }

  /** Shows what stands under the mouse. */
  hover(event) {
    const { picture } = this;
    const found = event ? findAt(picture, event.offsetX, event.offsetY) : null;
    const tip = byId("tip");
    tip.hidden = found === null;
    if (found) {
      tip.textContent = found.node ? nodeTip(found.node) : tieTip(found.tie);
      const { clientWidth } = picture.canvas;
      const isRight = event.offsetX > clientWidth / 2;
      tip.style.left = isRight ? "auto" : `${event.offsetX + 14}px`;
      tip.style.right = isRight ? `${clientWidth - event.offsetX + 14}px` : "auto";
      tip.style.top = `${event.offsetY + 14}px`;
    }
    picture.canvas.classList.toggle("over", found !== null);
    if (found?.node === picture.hovered?.node && found?.tie === picture.hovered?.tie) return;
    picture.hovered = found;
    picture.schedule();
  }
}

function nodeTip(node) {
  return `${shortened(shownName(node), 80)} · ${counted(node.mentions, "mention", "mentions")}`;
}

function tieTip(tie) {
  const [source, target] = [tie.source, tie.target].map((node) => shortened(shownName(node), 60));
  return `${source} – ${target} · weight ${shownNumber(tie.weight)}`;
}
