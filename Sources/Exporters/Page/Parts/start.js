"use strict";

const graph = new Graph(byId("graph-data").textContent);
const state = new State(graph);
const picture = new Picture(byId("canvas"), state);

/** Shows the picture or the tables. */
function showView(isPicture) {
  byId("picture").hidden = !isPicture;
  byId("tables").hidden = isPicture;
  byId("show-picture").setAttribute("aria-pressed", String(isPicture));
  byId("show-tables").setAttribute("aria-pressed", String(!isPicture));
}

/** Chooses an entity or a tie, and brings it into view where it is not. */
function go(choice) {
  const { view } = picture;
  const { node, tie } = choice;
  if (node && !state.nodeSet.has(node)) revealAll();
  state.choose(choice);
  // The details have taken some of the room.
  picture.resize();
  const ends = node ? [node] : [tie.source, tie.target];
  const box = Graph.bounds(ends);
  const isSeen = view.toScreenX(box.left) > 0 && view.toScreenX(box.right) < view.width
    && view.toScreenY(box.top) > 0 && view.toScreenY(box.bottom) < view.height;
  if (isSeen && view.scale >= 0.4) return;
  const scale = node ? Math.max(view.scale, 0.8) : Math.min(view.scaleFor(box), Math.max(view.scale, 0.8));
  view.show((box.left + box.right) / 2, (box.top + box.bottom) / 2, scale);
}

/** Takes all filters off, for an entity that they hide. */
function revealAll() {
  for (const box of byId("kinds").querySelectorAll("input")) box.checked = true;
  byId("tied-only").checked = false;
  byId("weight").value = "0";
  byId("weight").dispatchEvent(new Event("input"));
  state.hiddenKinds.clear();
  state.filter({ leastWeight: 0, tiedOnly: false });
}

/** Draws again in the colours of the page, which follow the system and the paper. */
function changeTheme() {
  picture.readTheme();
  picture.draw(false);
}

tellSummary(graph);
makeFilters(state);
makeTables(state, go);
new Details(state, go);
new Pointer(picture);
listenToKeys(picture);
new Search(state, (node) => {
  showView(true);
  go({ node });
  byId("canvas").focus();
});

state.addEventListener("choice", () => picture.schedule());
state.addEventListener("filter", () => {
  picture.readNodes();
  picture.schedule();
});

byId("show-picture").addEventListener("click", () => showView(true));
byId("show-tables").addEventListener("click", () => showView(false));
byId("skip").addEventListener("click", () => {
  showView(false);
  byId("tables").focus();
});

// On a narrow screen the picture comes first.
if (window.matchMedia("(max-width: 760px)").matches) byId("filters").open = false;

byId("canvas").setAttribute("aria-label", `Picture of the graph: ${byId("summary").textContent}`);
new ResizeObserver(() => picture.resize()).observe(byId("canvas"));

window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changeTheme);
window.matchMedia("print").addEventListener("change", changeTheme);
