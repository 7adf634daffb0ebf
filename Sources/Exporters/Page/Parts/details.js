"use strict";

/** So many ties of an entity are listed at first. */
const FIRST_TIES = 20;

/** What the numbers of a tie mean, by their fields. */
const TIE_FACTS = [
  ["weight", "Weight", "what the width of the line shows"],
  ["count", "Count", "distinct windows, such as sentences, that hold both"],
  ["repeats", "Repeats", "further windows with the same words"],
  ["documents", "Documents", "documents with at least one such window"],
  ["sources", "Sources", "distinct sources among them"],
  ["npmi", "npmi", "normalised pointwise mutual information, -1 to 1; 0 is chance"],
  ["jaccard", "Jaccard", "windows with both by windows with either"],
  ["llr", "llr", "log-likelihood ratio"],
  ["noise_corrected", "Noise-corrected", "standard deviations above what the strengths of the ends let expect"],
];

/** The details of what is chosen. */
class Details {
  /**
   * @param {State} state
   * @param {(choice: object) => void} go Chooses an entity or a tie and brings it into view.
   */
  constructor(state, go) {
    this.state = state;
    this.go = go;
    this.place = byId("details");
    state.addEventListener("choice", () => this.show());
    state.addEventListener("filter", () => this.show());
  }

  show() {
    const { node, tie } = this.state;
    // A button in here that was pressed is about to go: its place takes the focus.
    const hadFocus = this.place.contains(document.activeElement);
    this.place.hidden = !node && !tie;
    if (this.place.hidden) {
      this.place.replaceChildren();
      return;
    }
    this.place.replaceChildren(...(node ? this.ofNode(node) : this.ofTie(tie)));
    this.place.scrollTop = 0;
    if (hadFocus) this.place.focus();
  }

  head(...title) {
    const close = element("button", { type: "button", className: "close", "aria-label": "Close details" }, "×");
    close.addEventListener("click", () => {
      this.state.choose();
      byId("canvas").focus();
    });
    return element("div", { className: "head" }, element("h2", {}, ...title), close);
  }

  ofNode(node) {
    const ties = this.state.tiesOf(node);
    say(`${shownName(node)}, ${node.kind.name}, ${counted(ties.length, "tie", "ties")}`);
    const facts = [
      ["Mentions", shownNumber(node.mentions)], ["Distinct windows", shownNumber(node.windows)],
      ["Documents", shownNumber(node.documents)], ["Ties", shownNumber(node.ties.length)],
      ...node.attributes.filter(([, value]) => value !== ""),
    ];
    const list = element("ul", { className: "ties" });
    const addTies = (from, to) => list.append(...ties.slice(from, to).map((tie) => this.tieItem(tie, node)));
    addTies(0, FIRST_TIES);
    const parts = [
      this.head(nameElement(node)),
      element("p", { className: "kind" }, swatch(node.kind), node.kind.name, element("span", { className: "faint" }, node.id)),
      factList(facts),
      element("h3", {}, ties.length > 0 ? "Strongest ties" : "No ties are shown"),
      list,
    ];
    if (ties.length > FIRST_TIES) {
      const more = element("button", { type: "button", className: "more" }, `Show all ${shownNumber(ties.length)}`);
      more.addEventListener("click", () => {
        addTies(FIRST_TIES, ties.length);
        list.children[FIRST_TIES].firstChild.focus();
        more.remove();
      });
      parts.push(more);
    }
    const hidden = node.ties.length - ties.length;
    if (hidden > 0) {
      const note = `${counted(hidden, "tie is", "ties are")} hidden by the filter.`;
      parts.push(element("p", { className: "faint" }, note));
    }
    return parts;
  }

  tieItem(tie, node) {
    const other = otherEnd(tie, node);
    const strongest = this.state.tiesOf(node)[0].weight;
    const button = element(
      "button", { type: "button" }, swatch(other.kind), nameElement(other),
      element("span", { className: "number" }, shownNumber(tie.weight)),
      element("meter", { max: strongest, value: tie.weight, "aria-hidden": "true" }),
    );
    button.addEventListener("click", () => this.go({ tie }));
    return element("li", {}, button);
  }

  ofTie(tie) {
    say(`Tie of ${shownName(tie.source)} and ${shownName(tie.target)}, weight ${shownNumber(tie.weight)}`);
    const ends = [tie.source, tie.target].map((node) => {
      const button = element("button", { type: "button", className: "name" }, nameElement(node));
      button.addEventListener("click", () => this.go({ node }));
      return element("span", { className: "kind" }, swatch(node.kind), button);
    });
    const facts = TIE_FACTS.filter(([field]) => tie[field] !== null && tie[field] !== undefined)
      .map(([field, title, meaning]) => [title, shownNumber(tie[field]), meaning]);
    const shown = tie.evidence.length;
    return [
      this.head(element("span", { className: "ends" }, ...ends)),
      factList(facts),
      element("h3", {}, "Sentences"),
      element("p", { className: "faint" }, shown < tie.count
        ? `${shownNumber(shown)} of ${shownNumber(tie.count)}; evidence.jsonl has all.`
        : `All ${shownNumber(shown)}.`),
      ...tie.evidence.map(({ document: name, start, end, text }) => element(
        "blockquote", {}, element("p", { dir: "auto" }, text),
        element("footer", {}, element("bdi", {}, name), ` [${start}:${end}]`),
      )),
    ];
  }
}

/** Pairs of a title and a value, with what the title means. */
function factList(facts) {
  return element("dl", { className: "facts" }, ...facts.flatMap(([title, value, meaning]) => [
    element("dt", meaning ? { title: meaning } : {}, title),
    element("dd", { className: "number" }, value),
  ]));
}
