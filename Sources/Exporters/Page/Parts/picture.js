"use strict";

/** How many ties are drawn while the picture moves; all come when it rests. */
const MOVING_TIES = 3000;

/** Ties are stroked in this many groups of like width and colour. */
const CLASSES = 9;

/** Draws the graph on the canvas, and finds what stands at a point. */
class Picture {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {State} state
   */
  constructor(canvas, state) {
    this.canvas = canvas;
    this.state = state;
    this.context = canvas.getContext("2d");
    this.labels = new Labels(this.context);
    this.view = new View(() => this.moved());
    this.hovered = null;
    this.shownLabels = [];
    this.frame = 0;
    this.rest = 0;
    this.readTheme();
    this.readNodes();
  }

  /** Takes the colours from the style sheet. */
  readTheme() {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    this.theme = {
      paper: colour("--paper"), ink: colour("--ink"), accent: colour("--accent"),
      weak: channels(colour("--tie-weak")), strong: channels(colour("--tie-strong")),
    };
  }

  /** Puts the visible nodes into the grid that finds them by place. */
  readNodes() {
    const spread = Graph.bounds(this.state.nodes);
    this.grid = new Grid(Math.max(60, (spread.right - spread.left) / 100));
    for (const node of this.state.nodes) {
      const { x, y, radius } = node;
      this.grid.add({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius, owner: node });
    }
  }

  /** Fits the bitmap to the element and to the pixels of the screen. */
  resize() {
    const { clientWidth, clientHeight } = this.canvas;
    if (clientWidth === 0 || clientHeight === 0) return;
    this.pixels = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(clientWidth * this.pixels);
    this.canvas.height = Math.round(clientHeight * this.pixels);
    this.view.width = clientWidth;
    this.view.height = clientHeight;
    if (this.view.isWhole) this.view.fit(Graph.bounds(this.state.nodes));
    this.draw(false);
  }

  /** The view has changed: draws quickly now, and fully once it rests. */
  moved() {
    const isLarge = this.state.ties.length > MOVING_TIES;
    this.schedule(isLarge);
    clearTimeout(this.rest);
    if (isLarge) this.rest = setTimeout(() => this.schedule(false), 120);
  }

  schedule(isQuick = false) {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.draw(isQuick));
  }

  draw(isQuick) {
    const { context, view } = this;
    context.setTransform(this.pixels, 0, 0, this.pixels, 0, 0);
    context.fillStyle = this.theme.paper;
    context.fillRect(0, 0, view.width, view.height);
    this.stressed = this.stressedNodes();
    this.drawTies(isQuick);
    const circles = this.circles();
    this.drawNodes(circles, isQuick);
    this.drawLabels(circles);
    this.canvas.dataset.drawn = isQuick ? "quick" : "full";
  }

  /** The nodes that stand out: what is chosen, with its ends or neighbours; `null` where nothing is chosen. */
  stressedNodes() {
    const { node, tie } = this.state;
    if (tie) return new Set([tie.source, tie.target]);
    if (node) return new Set([node, ...this.state.tiesOf(node).map((each) => otherEnd(each, node))]);
    return null;
  }

  /** Nodes thin out less than the space between them, so that they are seen from afar. */
  radiusOf(node) {
    return Math.max(1.6, node.radius * Math.min(this.view.scale, 1 + (this.view.scale - 1) * 0.4, 2.2));
  }

  /** The visible nodes on the canvas, the most important first. */
  circles() {
    const { view } = this;
    const circles = [];
    for (const node of this.state.nodes) {
      const [x, y] = [view.toScreenX(node.x), view.toScreenY(node.y)];
      const radius = this.radiusOf(node);
      if (x + radius > 0 && x - radius < view.width && y + radius > 0 && y - radius < view.height) {
        circles.push({ node, x, y, radius });
      }
    }
    return circles;
  }

  /** The ties that pass the filters, but for those that stand out; the strongest last. */
  drawTies(isQuick) {
    const { context, state, theme } = this;
    const groups = Array.from({ length: CLASSES }, () => []);
    let room = isQuick ? MOVING_TIES : Infinity;
    for (const tie of state.ties) {
      if (room === 0) break;
      if (this.isStressed(tie) || !this.touchesCanvas(tie)) continue;
      room -= 1;
      groups[Math.round(tie.level * (CLASSES - 1))].push(tie);
    }
    // Where many ties are as strong or stronger, each is fainter: thousands of weak ones are a grey veil, not a blot.
    const alphas = [];
    let number = 0;
    for (let place = CLASSES - 1; place >= 0; place -= 1) {
      number += groups[place].length;
      alphas[place] = Math.min(this.stressed ? 0.13 : 1, Math.max(0.05, 300 / Math.max(1, number)));
    }
    groups.forEach((ties, place) => {
      const level = place / (CLASSES - 1);
      context.globalAlpha = alphas[place];
      context.strokeStyle = mixed(theme.weak, theme.strong, level);
      context.lineWidth = Math.max(0.6, (1 + 5 * level) * this.tieSize());
      this.strokeTies(ties);
    });
    context.globalAlpha = 1;
  }

  /** The ties of what is chosen, and the one under the mouse. */
  drawStressedTies() {
    const { context, state, theme } = this;
    context.strokeStyle = theme.accent;
    for (const tie of state.tie ? [state.tie] : state.node ? state.tiesOf(state.node) : []) {
      context.lineWidth = Math.max(1.2, (1.2 + 5 * tie.level) * this.tieSize());
      this.strokeTies([tie]);
    }
    if (this.hovered?.tie) {
      context.lineWidth = (1 + 5 * this.hovered.tie.level) * this.tieSize() + 1.5;
      this.strokeTies([this.hovered.tie]);
    }
  }

  isStressed(tie) {
    const { node } = this.state;
    return tie === this.state.tie || (node !== null && (tie.source === node || tie.target === node));
  }

  /** How wide ties are beside their width at the scale of the drawing. */
  tieSize() {
    return Math.min(1.6, Math.max(0.45, this.view.scale));
  }

  touchesCanvas({ source, target }) {
    const { view } = this;
    const [x1, x2] = [view.toScreenX(source.x), view.toScreenX(target.x)];
    const [y1, y2] = [view.toScreenY(source.y), view.toScreenY(target.y)];
    return Math.max(x1, x2) > 0 && Math.min(x1, x2) < view.width
      && Math.max(y1, y2) > 0 && Math.min(y1, y2) < view.height;
  }

  strokeTies(ties) {
    const { context, view } = this;
    if (ties.length === 0) return;
    context.beginPath();
    for (const { source, target } of ties) {
      context.moveTo(view.toScreenX(source.x), view.toScreenY(source.y));
      context.lineTo(view.toScreenX(target.x), view.toScreenY(target.y));
    }
    context.stroke();
  }

  /** Pale nodes, then the ties that stand out, then the other nodes. */
  drawNodes(circles, isQuick) {
    const { context, theme, state } = this;
    const stands = ({ node }) => this.stressed?.has(node) ?? true;
    for (const circle of circles.filter((each) => !stands(each)).reverse()) {
      // First in the colour of the paper: no tie is seen through what is pale.
      this.drawCircle(circle, theme.paper, isQuick);
      context.globalAlpha = 0.22;
      this.drawCircle(circle, circle.node.kind.colour, isQuick);
      context.globalAlpha = 1;
    }
    this.drawStressedTies();
    // The least important first, so that no small circle hides a large one's middle.
    for (const circle of circles.filter(stands).reverse()) this.drawCircle(circle, circle.node.kind.colour, isQuick);
    for (const { node, x, y, radius } of circles) {
      if (node !== state.node && node !== this.hovered?.node) continue;
      context.strokeStyle = node === state.node ? theme.accent : theme.ink;
      context.lineWidth = 3;
      context.beginPath();
      context.arc(x, y, radius + 2, 0, 2 * Math.PI);
      context.stroke();
    }
  }

  drawCircle({ x, y, radius }, colour, isQuick) {
    const { context } = this;
    context.fillStyle = colour;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
    if (isQuick || radius < 2.5) return;
    context.strokeStyle = this.theme.paper;
    context.lineWidth = 1.5;
    context.stroke();
  }

  drawLabels(circles) {
    const { context, theme, state, view } = this;
    const always = new Set(state.tie ? [state.tie.source, state.tie.target] : state.node ? [state.node] : []);
    const wanted = this.stressed ? circles.filter(({ node }) => this.stressed.has(node)) : circles;
    this.shownLabels = this.labels.place(wanted, always, view.width, view.height);
    context.textAlign = "center";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = theme.paper;
    context.fillStyle = theme.ink;
    for (const { text, x, y, size, isStrong } of this.shownLabels) {
      context.font = labelFont(size, isStrong);
      context.strokeText(text, x, y);
      context.fillText(text, x, y);
    }
  }
}

/** `#c6cbd2` as `[198, 203, 210]`. */
function channels(colour) {
  return [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
}

/** The colour that lies a share of the way from one to another. */
function mixed(from, to, share) {
  return `rgb(${from.map((channel, place) => Math.round(channel + (to[place] - channel) * share)).join(" ")})`;
}
