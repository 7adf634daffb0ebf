"use strict";

/**
 * The graph that `relata` wrote into the page.
 *
 * Rows become objects by the names of their fields, so that a field more in the file needs no change here.
 */
class Graph {
  /** @param {string} json The content of the element `graph-data`. */
  constructor(json) {
    const data = JSON.parse(json);
    this.total = data.total;
    this.kinds = data.kinds.map((kind) => ({ ...kind, number: 0 }));
    const windows = data.windows.map(([document, start, end, text]) => ({
      document: data.documents[document], start, end, text,
    }));
    this.nodes = data.nodes.map((row, index) => {
      const node = named(data.nodeFields, row);
      const kind = this.kinds[node.kind];
      kind.number += 1;
      return Object.assign(node, { index, kind, radius: node.size / 2, ties: [], strength: 0 });
    });
    this.ties = data.ties.map((row, index) => {
      const tie = named(data.tieFields, row);
      const [source, target] = [this.nodes[tie.source], this.nodes[tie.target]];
      source.ties.push(tie);
      target.ties.push(tie);
      source.strength += tie.weight;
      target.strength += tie.weight;
      return Object.assign(tie, {
        index, source, target, evidence: tie.evidence.map((window) => windows[window]),
      });
    });
    // Weights of equal size are many: the order of the file decides, here and below.
    this.ties.sort((a, b) => b.weight - a.weight || a.index - b.index);
    for (const node of this.nodes) node.ties.sort((a, b) => b.weight - a.weight || a.index - b.index);
    this.weights = [...new Set(this.ties.map((tie) => tie.weight))].sort((a, b) => a - b);
    this.ranked = [...this.nodes].sort(
      (a, b) => b.strength - a.strength || b.mentions - a.mentions || a.index - b.index,
    );
    const [least, most] = [this.weights[0], this.weights[this.weights.length - 1]];
    for (const tie of this.ties) {
      // The root lets the middle of a distribution with a long tail be seen.
      tie.level = most > least ? Math.sqrt((tie.weight - least) / (most - least)) : 0;
    }
  }

  /** The corners of the rectangle that holds some nodes. */
  static bounds(nodes) {
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (const { x, y, radius } of nodes) {
      box.left = Math.min(box.left, x - radius);
      box.right = Math.max(box.right, x + radius);
      box.top = Math.min(box.top, y - radius);
      box.bottom = Math.max(box.bottom, y + radius);
    }
    return nodes.length > 0 ? box : { left: -1, top: -1, right: 1, bottom: 1 };
  }
}

/** `["id", "name"]` and `["a", "b"]` as `{id: "a", name: "b"}`. */
function named(fields, row) {
  return Object.fromEntries(fields.map((field, place) => [field, row[place]]));
}

/** The end of a tie that is not the one given. */
function otherEnd(tie, node) {
  return tie.source === node ? tie.target : tie.source;
}
