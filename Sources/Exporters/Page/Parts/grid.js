"use strict";

/** Boxes on the plane, found by the square cells that they lie in. */
class Grid {
  /** @param {number} side The side of a cell, about that of a usual box. */
  constructor(side) {
    this.side = side;
    this.cells = new Map();
  }

  /** Calls with the key of each cell that a box touches, until a call returns true. */
  eachCell(box, call) {
    const [left, right] = [Math.floor(box.left / this.side), Math.floor(box.right / this.side)];
    const [top, bottom] = [Math.floor(box.top / this.side), Math.floor(box.bottom / this.side)];
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        // One whole number for both: cells further away than this are off every drawing.
        if (call(row * 0x4000000 + column)) return true;
      }
    }
    return false;
  }

  add(box) {
    this.eachCell(box, (key) => {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
      return false;
    });
  }

  /** Whether some box overlaps the given one; `except` does not count. */
  overlaps(box, except = null) {
    return this.eachCell(box, (key) => {
      for (const other of this.cells.get(key) ?? []) {
        if (other.owner !== except && other.left < box.right && box.left < other.right
          && other.top < box.bottom && box.top < other.bottom) return true;
      }
      return false;
    });
  }

  /** The owners of the boxes at a point. */
  at(x, y) {
    const found = [];
    this.eachCell({ left: x, right: x, top: y, bottom: y }, (key) => {
      for (const box of this.cells.get(key) ?? []) {
        if (box.left <= x && x <= box.right && box.top <= y && y <= box.bottom) found.push(box.owner);
      }
      return false;
    });
    return found;
  }
}
