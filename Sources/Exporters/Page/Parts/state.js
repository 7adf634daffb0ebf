"use strict";

/**
 * What the reader has chosen: filters, and one entity or tie.
 *
 * Events: `filter` when other nodes and ties are visible, `choice` when something else is chosen.
 */
class State extends EventTarget {
  /** @param {Graph} graph */
  constructor(graph) {
    super();
    this.graph = graph;
    this.hiddenKinds = new Set();
    this.leastWeight = 0;
    this.tiedOnly = false;
    this.node = null;
    this.tie = null;
    this.applyFilter();
  }

  /** Changes filters: `{leastWeight: 3}`. */
  filter(changes) {
    Object.assign(this, changes);
    this.applyFilter();
    this.dispatchEvent(new Event("filter"));
  }

  applyFilter() {
    const { graph } = this;
    const isShown = (node) => !this.hiddenKinds.has(node.kind);
    this.ties = graph.ties.filter(
      (tie) => tie.weight >= this.leastWeight && isShown(tie.source) && isShown(tie.target),
    );
    this.tieSet = new Set(this.ties);
    const tied = new Set(this.ties.flatMap((tie) => [tie.source, tie.target]));
    this.nodes = graph.ranked.filter((node) => isShown(node) && (!this.tiedOnly || tied.has(node)));
    this.nodeSet = new Set(this.nodes);
  }

  /** The ties of a node that pass the filters, strongest first. */
  tiesOf(node) {
    return node.ties.filter((tie) => this.tieSet.has(tie));
  }

  /** Chooses an entity, a tie, or nothing. */
  choose({ node = null, tie = null } = {}) {
    if (node === this.node && tie === this.tie) return;
    this.node = node;
    this.tie = tie;
    this.dispatchEvent(new Event("choice"));
  }

  /** Chooses the entity that is so many places further in the order of strength. */
  step(places) {
    if (this.nodes.length === 0) return;
    const place = this.nodes.indexOf(this.node);
    const next = place < 0 ? (places > 0 ? 0 : this.nodes.length - 1) : place + places;
    this.choose({ node: this.nodes[(next + this.nodes.length) % this.nodes.length] });
  }
}
