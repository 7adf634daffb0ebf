"use strict";

/** More circles than this on the canvas are a crowd, in which only some have labels. */
const MANY_CIRCLES = 120;

const labelFont = (size, isStrong) =>
  `${isStrong ? "600 " : ""}${size}px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif`;

/**
 * Chooses which labels are shown, and where: beside their circles, over no other label and no large circle.
 *
 * Labels are placed in the order of importance. One that finds no room is left out, and comes when the reader zooms
 * in, because circles then stand further apart and labels keep their size.
 */
class Labels {
  /** @param {CanvasRenderingContext2D} context Measures texts. */
  constructor(context) {
    this.context = context;
    this.widths = new Map();
  }

  /** The width of a text; each is measured once for each size. */
  width(text, size, isStrong) {
    const key = `${size} ${isStrong} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.context.font = labelFont(size, isStrong);
      width = this.context.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  }

  /**
   * @param {object[]} circles `{node, x, y, radius}` on the canvas, the most important first.
   * @param {Set} always Nodes whose labels are strong, and placed first.
   * @returns {object[]} `{text, x, y, size, isStrong}`, where `x` is the middle and `y` the base line.
   */
  place(circles, always, width, height) {
    const taken = new Grid(60);
    const take = ({ node, x, y, radius }) => {
      // The square within the circle: a label may come near its edge.
      const half = radius * 0.8;
      taken.add({ left: x - half, right: x + half, top: y - half, bottom: y + half, owner: node });
    };
    // In a crowd a label may hide circles of less importance, for else there would be hardly any.
    const isCrowded = circles.length > MANY_CIRCLES;
    if (!isCrowded) circles.forEach(take);
    const most = isCrowded ? Math.max(25, (width * height) / 9000) : Infinity;
    const first = circles.filter(({ node }) => always.has(node));
    const labels = [];
    for (const circle of first.concat(circles.filter(({ node }) => !always.has(node)))) {
      if (labels.length >= most) break;
      if (isCrowded) take(circle);
      const isStrong = always.has(circle.node);
      const text = shortened(shownName(circle.node), 42);
      const size = Math.round(Math.min(16, 11 + circle.radius / 7)) + (isStrong ? 1 : 0);
      const wide = this.width(text, size, isStrong) + 4;
      const high = size * 1.2;
      for (const [x, y] of Labels.places(circle, wide, high)) {
        const box = { left: x - wide / 2, right: x + wide / 2, top: y - high / 2, bottom: y + high / 2, owner: circle };
        if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height) continue;
        if (taken.overlaps(box)) continue;
        taken.add(box);
        labels.push({ node: circle.node, text, x, y: y + size * 0.35, size, isStrong, box });
        break;
      }
    }
    return labels;
  }

  /** The middles that a label may have, the best first: below, above, right, left. */
  static places({ x, y, radius }, wide, high) {
    const [away, beside] = [radius + high / 2 + 1, radius + wide / 2 + 2];
    return [[x, y + away], [x, y - away], [x + beside, y], [x - beside, y]];
  }
}
