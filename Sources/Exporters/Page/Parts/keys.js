"use strict";

/** The keys of the picture, and those of the whole page. */
function listenToKeys(picture) {
  const { view, state, canvas } = picture;
  const showAll = () => view.fit(Graph.bounds(state.nodes), true);
  const actions = {
    ArrowLeft: () => view.move(60, 0),
    ArrowRight: () => view.move(-60, 0),
    ArrowUp: () => view.move(0, 60),
    ArrowDown: () => view.move(0, -60),
    "+": () => view.zoom(1.3),
    "=": () => view.zoom(1.3),
    "-": () => view.zoom(1 / 1.3),
    "0": showAll,
    Home: showAll,
    PageDown: () => stepTo(1),
    PageUp: () => stepTo(-1),
    Enter: () => byId("details").focus(),
  };

  function stepTo(places) {
    state.step(places);
    if (state.node) view.show(state.node.x, state.node.y, Math.max(view.scale, 0.6));
  }

  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    actions[event.key]();
  });

  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === "search";
    if (event.key === "Escape" && !isTyping) {
      const wasInside = byId("details").contains(document.activeElement);
      state.choose();
      if (wasInside) canvas.focus();
    }
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      byId("search").focus();
    }
  });

  byId("zoom-in").addEventListener("click", () => view.zoom(1.5));
  byId("zoom-out").addEventListener("click", () => view.zoom(1 / 1.5));
  byId("zoom-all").addEventListener("click", showAll);
}
