"use strict";

/** How near, in pixels, a pointer must come to a circle or a line. */
const REACH = 7;

/**
 * What stands at a point of the canvas: `{node}`, `{tie}` or `null`. A circle goes before a line.
 *
 * @param {Picture} picture
 * @param {number} reach In pixels; fingers need more.
 */
function findAt(picture, x, y, reach = REACH) {
  const node = nodeAt(picture, x, y, reach);
  if (node) return { node };
  const tie = tieAt(picture, x, y, reach);
  return tie ? { tie } : null;
}

/** Circles on the canvas may be larger than in the drawing: points around are asked as well. */
function nodeAt(picture, x, y, reach) {
  const { view, grid } = picture;
  const found = new Set();
  for (const dx of [-reach, 0, reach]) {
    for (const dy of [-reach, 0, reach]) {
      for (const node of grid.at(view.toDrawingX(x + dx), view.toDrawingY(y + dy))) found.add(node);
    }
  }
  let best = null;
  let least = reach;
  for (const node of found) {
    if (picture.stressed && !picture.stressed.has(node) && !picture.state.nodeSet.has(node)) continue;
    const gap = Math.hypot(view.toScreenX(node.x) - x, view.toScreenY(node.y) - y) - picture.radiusOf(node);
    if (gap < least) [best, least] = [node, gap];
  }
  return best;
}

/** All visible ties are tried: 20,000 distances take less than a millisecond. */
function tieAt(picture, x, y, reach) {
  const { view, state } = picture;
  let best = null;
  let least = reach;
  for (const tie of state.ties) {
    if (state.node && tie.source !== state.node && tie.target !== state.node) continue;
    const gap = distanceToSegment(
      x, y, view.toScreenX(tie.source.x), view.toScreenY(tie.source.y),
      view.toScreenX(tie.target.x), view.toScreenY(tie.target.y),
    );
    if (gap < least) [best, least] = [tie, gap];
  }
  return best;
}

function distanceToSegment(x, y, x1, y1, x2, y2) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const share = length > 0 ? Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length)) : 0;
  return Math.hypot(x - x1 - share * dx, y - y1 - share * dy);
}
