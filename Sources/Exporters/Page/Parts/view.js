"use strict";

const stillness = window.matchMedia("(prefers-reduced-motion: reduce)");

/**
 * Which part of the drawing is seen: the point of the drawing that stands in the middle of the canvas, and how
 * many pixels one unit of the drawing takes.
 */
class View {
  /** @param {() => void} changed Called after each change. */
  constructor(changed) {
    this.changed = changed;
    this.x = 0;
    this.y = 0;
    this.scale = 1;
    this.width = 1;
    this.height = 1;
    this.range = { least: 0.01, most: 8 };
    this.flight = 0;
    /** Whether all is shown, and should be when the canvas changes its size. */
    this.isWhole = true;
  }

  toScreenX(x) { return (x - this.x) * this.scale + this.width / 2; }
  toScreenY(y) { return (y - this.y) * this.scale + this.height / 2; }
  toDrawingX(x) { return (x - this.width / 2) / this.scale + this.x; }
  toDrawingY(y) { return (y - this.height / 2) / this.scale + this.y; }

  /** Moves the drawing by pixels. */
  move(dx, dy) {
    this.stop();
    this.isWhole = false;
    this.x -= dx / this.scale;
    this.y -= dy / this.scale;
    this.changed();
  }

  /** Zooms so that what stands at a point of the canvas stays there. */
  zoom(factor, x = this.width / 2, y = this.height / 2) {
    this.stop();
    this.isWhole = false;
    const scale = this.limited(this.scale * factor);
    this.x += (x - this.width / 2) * (1 / this.scale - 1 / scale);
    this.y += (y - this.height / 2) * (1 / this.scale - 1 / scale);
    this.scale = scale;
    this.changed();
  }

  limited(scale) {
    return Math.min(this.range.most, Math.max(this.range.least, scale));
  }

  /** The scale at which a rectangle of the drawing fits, with room for labels around it. */
  scaleFor(box) {
    const [width, height] = [this.width - Math.min(110, this.width * 0.15), this.height - Math.min(70, this.height * 0.2)];
    return Math.min(width / (box.right - box.left), height / (box.bottom - box.top), 1.6);
  }

  /** Shows a whole rectangle of the drawing; `flies` shows the way there. */
  fit(box, flies = false) {
    const scale = this.scaleFor(box);
    this.range = { least: Math.min(scale / 2, 0.5), most: Math.max(scale, 8) };
    this.show((box.left + box.right) / 2, (box.top + box.bottom) / 2, scale, flies);
    this.isWhole = true;
  }

  /** Brings a point of the drawing to the middle. */
  show(x, y, scale, flies = true) {
    this.stop();
    this.isWhole = false;
    const start = { x: this.x, y: this.y, scale: this.scale };
    const begin = performance.now();
    const step = (now) => {
      const share = flies && !stillness.matches ? Math.min(1, (now - begin) / 300) : 1;
      const eased = 1 - (1 - share) ** 3;
      this.x = start.x + (x - start.x) * eased;
      this.y = start.y + (y - start.y) * eased;
      this.scale = start.scale * (scale / start.scale) ** eased;
      this.flight = share < 1 ? requestAnimationFrame(step) : 0;
      this.changed();
    };
    step(begin);
  }

  stop() {
    cancelAnimationFrame(this.flight);
    this.flight = 0;
  }
}
