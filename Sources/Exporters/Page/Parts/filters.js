"use strict";

/** Fills the filters, which are the legend too, and listens to them. */
function makeFilters(state) {
  const { graph } = state;
  const kinds = [...graph.kinds].sort((a, b) => b.number - a.number);
  for (const kind of kinds) {
    const box = element("input", { type: "checkbox", checked: true });
    box.addEventListener("change", () => {
      if (box.checked) state.hiddenKinds.delete(kind);
      else state.hiddenKinds.add(kind);
      state.filter({});
    });
    const name = element("bdi", {}, shortened(kind.name, 40) || "(no kind)");
    const number = element("span", { className: "faint" }, shownNumber(kind.number));
    byId("kinds").append(element("label", { className: "check" }, box, swatch(kind), name, number));
  }

  // A step for each weight that occurs: most are small, and a scale of numbers would waste its length on the few.
  const range = byId("weight");
  range.max = String(Math.max(0, graph.weights.length - 1));
  range.value = "0";
  range.disabled = graph.weights.length < 2;
  const showWeight = () => {
    const weight = shownNumber(graph.weights[Number(range.value)] ?? 0);
    byId("weight-shown").textContent = weight;
    range.setAttribute("aria-valuetext", weight);
  };
  showWeight();
  range.addEventListener("input", () => {
    showWeight();
    state.filter({ leastWeight: Number(range.value) === 0 ? 0 : graph.weights[Number(range.value)] });
  });
  byId("tied-only").addEventListener("change", (event) => state.filter({ tiedOnly: event.target.checked }));

  const tell = () => {
    byId("shown").textContent = `${shownNumber(state.nodes.length)} of ${counted(graph.nodes.length, "entity", "entities")}, `
      + `${shownNumber(state.ties.length)} of ${counted(graph.ties.length, "tie", "ties")}`;
  };
  tell();
  state.addEventListener("filter", tell);
}

/** What the whole graph holds, and what of it the page has. */
function tellSummary(graph) {
  const { nodes, ties } = graph.total;
  const whole = `${counted(nodes, "entity", "entities")}, ${counted(ties, "tie", "ties")}`;
  const isWhole = nodes === graph.nodes.length && ties === graph.ties.length;
  const held = `${counted(graph.ties.length, "tie", "ties")} and ${counted(graph.nodes.length, "entity", "entities")}`;
  byId("summary").textContent = isWhole ? whole : `The strongest ${held} of a graph of ${whole}; the other files hold all.`;
}
