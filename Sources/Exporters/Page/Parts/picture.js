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

  drawTies(isQuick) {
    const { context, view, state, theme } = this;
    const groups = Array.from({ length: CLASSES }, () => []);
    const stressed = [];
    let room = isQuick ? MOVING_TIES : Infinity;
    for (const tie of state.ties) {
      if (tie === state.tie || (state.node && (tie.source === state.node || tie.target === state.node))) {
        stressed.push(tie);
      } else if (room > 0 && this.touchesCanvas(tie)) {
        room -= 1;
        groups[Math.round(tie.level * (CLASSES - 1))].push(tie);
      }
    }
    const size = Math.min(1.6, Math.max(0.45, view.scale));
    // A thousand weak ties in one place are a grey veil, not a blot.
    const veil = Math.min(1, Math.max(0.05, 500 / state.ties.length));
    context.lineCap = "round";
    groups.forEach((ties, place) => {
      const level = place / (CLASSES - 1);
      context.globalAlpha = this.stressed ? Math.min(0.13, veil) : veil + (1 - veil) * level ** 1.5;
      context.strokeStyle = mixed(theme.weak, theme.strong, level);
      context.lineWidth = Math.max(0.6, (1 + 5 * level) * size);
      this.strokeTies(ties);
    });
    context.globalAlpha = 1;
    context.strokeStyle = theme.accent;
    for (const tie of stressed) {
      context.lineWidth = Math.max(1.2, (1.2 + 5 * tie.level) * size);
      this.strokeTies([tie]);
    }
    if (this.hovered?.tie) {
      context.lineWidth = (1 + 5 * this.hovered.tie.level) * size + 1.5;
      this.strokeTies([this.hovered.tie]);
    }
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

  drawNodes(circles, isQuick) {
    const { context, theme, state } = this;
    context.strokeStyle = theme.paper;
    // The least important first, so that no small circle hides a large one's middle; chosen ones last.
    for (const isStressed of [false, true]) {
      for (let place = circles.length - 1; place >= 0; place -= 1) {
        const { node, x, y, radius } = circles[place];
        if ((this.stressed?.has(node) ?? true) !== isStressed) continue;
        context.beginPath();
        context.arc(x, y, radius, 0, 2 * Math.PI);
        if (!isStressed) {
          // No tie is seen through what is pale.
          context.fillStyle = theme.paper;
          context.fill();
        }
        context.globalAlpha = isStressed ? 1 : 0.22;
        context.fillStyle = node.kind.colour;
        context.fill();
        context.globalAlpha = 1;
        if (isQuick || radius < 2.5) continue;
        context.lineWidth = 1.5;
        context.stroke();
      }
    }
    context.globalAlpha = 1;
    for (const { node, x, y, radius } of circles) {
      if (node !== state.node && node !== this.hovered?.node) continue;
      context.strokeStyle = node === state.node ? theme.accent : theme.ink;
      context.lineWidth = 3;
      context.beginPath();
      context.arc(x, y, radius + 2, 0, 2 * Math.PI);
      context.stroke();
    }
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
