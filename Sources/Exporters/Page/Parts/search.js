"use strict";

/** So many entities are offered at once. */
const MOST_MATCHES = 12;

/** Without case and diacritics, so that `Orban` finds `Orbán`. */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A field that offers entities while the reader types (the combobox of the ARIA patterns). */
class Search {
  /**
   * @param {State} state
   * @param {(node: object) => void} found Called with the entity that the reader takes.
   */
  constructor(state, found) {
    this.state = state;
    this.found = found;
    this.field = byId("search");
    this.list = byId("matches");
    this.matches = [];
    this.active = -1;
    this.keys = state.graph.ranked.map((node) => ({ node, name: folded(node.name), id: folded(node.id) }));
    this.field.addEventListener("input", () => this.offer());
    this.field.addEventListener("focus", () => this.offer());
    this.field.addEventListener("blur", () => this.close());
    this.field.addEventListener("keydown", (event) => this.press(event));
  }

  /** Names that begin so, then those with a word that does, then those that hold it, then ids. */
  find(text) {
    const typed = folded(text.trim());
    if (typed === "") return [];
    const ranked = [[], [], [], []];
    for (const { node, name, id } of this.keys) {
      const place = name.indexOf(typed);
      const rank = place === 0 ? 0 : place > 0 ? (name.includes(` ${typed}`) ? 1 : 2) : id.includes(typed) ? 3 : -1;
      if (rank >= 0) ranked[rank].push(node);
    }
    return ranked.flat();
  }

  offer() {
    const all = this.find(this.field.value);
    this.matches = all.slice(0, MOST_MATCHES);
    this.active = this.matches.length > 0 ? 0 : -1;
    this.list.replaceChildren(...this.matches.map((node, place) => {
      const option = element("li", { id: `match-${place}`, role: "option" }, nameElement(node), " ");
      const note = this.state.nodeSet.has(node) ? node.kind.name : `${node.kind.name}, hidden by the filter`;
      option.append(element("span", { className: "faint" }, note));
      option.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        this.take(node);
      });
      return option;
    }));
    const more = all.length - this.matches.length;
    const isEmpty = this.field.value.trim() === "";
    const note = more > 0 ? `and ${shownNumber(more)} more` : all.length === 0 ? "No entity has this in its name." : "";
    if (note !== "" && !isEmpty) this.list.append(element("li", { className: "faint", role: "presentation" }, note));
    this.list.hidden = isEmpty;
    this.field.setAttribute("aria-expanded", String(!isEmpty));
    if (!isEmpty) say(all.length === 0 ? "No entity found" : `${counted(all.length, "entity", "entities")} found`);
    this.mark();
  }

  mark() {
    this.list.querySelectorAll("[role=option]").forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === this.active));
      if (place === this.active) option.scrollIntoView({ block: "nearest" });
    });
    if (this.active >= 0) this.field.setAttribute("aria-activedescendant", `match-${this.active}`);
    else this.field.removeAttribute("aria-activedescendant");
  }

  press(event) {
    const { length } = this.matches;
    if (event.key === "Escape") {
      this.field.value = "";
      this.close();
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.take(this.matches[this.active]);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && length > 0) {
      event.preventDefault();
      this.active = (this.active + (event.key === "ArrowDown" ? 1 : length - 1)) % length;
      this.mark();
    }
  }

  take(node) {
    this.field.value = shownName(node);
    this.close();
    this.found(node);
  }

  close() {
    this.list.hidden = true;
    this.matches = [];
    this.active = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
  }
}
