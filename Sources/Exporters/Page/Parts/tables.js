"use strict";

/** So many rows come at once. */
const ROWS = 100;

/** A table that is sorted by its headings and grows on request. */
class EntityTable {
  /**
   * @param {string} title
   * @param {object[]} columns `{title, value, cell, isNumber, isMinor}`: `value` sorts, `cell` shows (else the value).
   * @param {() => object[]} rows What passes the filters, in the order of importance.
   */
  constructor(title, columns, rows) {
    this.columns = columns;
    this.rows = rows;
    this.order = null;
    this.caption = element("caption", {}, title);
    this.title = title;
    this.headings = columns.map((column) => {
      const button = element("button", { type: "button" }, column.title);
      button.addEventListener("click", () => this.sortBy(column));
      return element("th", { scope: "col", className: classOf(column) }, button);
    });
    this.body = element("tbody");
    this.more = element("button", { type: "button", className: "more" });
    this.more.addEventListener("click", () => {
      const first = this.body.rows.length;
      this.add();
      this.body.rows[first]?.querySelector("button")?.focus();
    });
    this.element = element(
      "div", {},
      element("table", {}, this.caption, element("thead", {}, element("tr", {}, ...this.headings)), this.body),
      this.more,
    );
  }

  sortBy(column) {
    const isSame = this.order?.column === column;
    this.order = { column, isDescending: isSame ? !this.order.isDescending : Boolean(column.isNumber) };
    this.headings.forEach((heading, place) => {
      if (this.columns[place] !== column) heading.removeAttribute("aria-sort");
      else heading.setAttribute("aria-sort", this.order.isDescending ? "descending" : "ascending");
    });
    this.fill();
  }

  fill() {
    this.sorted = this.rows();
    if (this.order) {
      const { column: { value }, isDescending } = this.order;
      const sign = isDescending ? -1 : 1;
      // What is not known comes last in either order.
      this.sorted = [...this.sorted].sort((a, b) => {
        const [first, second] = [value(a), value(b)];
        if (first === null || second === null) return (first === null) - (second === null);
        return sign * (typeof first === "number" ? first - second : collator.compare(first, second));
      });
    }
    this.caption.textContent = `${this.title} (${shownNumber(this.sorted.length)})`;
    this.body.replaceChildren();
    this.add();
  }

  add() {
    const from = this.body.rows.length;
    this.body.append(...this.sorted.slice(from, from + ROWS).map((row) => element("tr", {}, ...this.columns.map((column) => {
      const shown = column.cell ? column.cell(row) : column.isNumber ? shownNumber(column.value(row)) : column.value(row);
      return element("td", { className: classOf(column) }, shown);
    }))));
    const left = this.sorted.length - this.body.rows.length;
    this.more.hidden = left === 0;
    this.more.textContent = `Show ${shownNumber(Math.min(ROWS, left))} more of ${shownNumber(left)}`;
  }
}

const collator = new Intl.Collator("en", { numeric: true });

function classOf({ isNumber, isMinor }) {
  return `${isNumber ? "number" : ""} ${isMinor ? "minor" : ""}`.trim();
}

/** The tables of entities and ties, which hold in words what the picture shows. */
function makeTables(state, go) {
  const nameButton = (node, choice) => {
    const button = element("button", { type: "button", className: "name" }, nameElement(node));
    button.addEventListener("click", () => go(choice));
    return button;
  };
  const kindMark = ({ kind }) => element("span", { className: "kind" }, swatch(kind), shortened(kind.name, 40));
  const sentence = (tie) => tie.evidence[0]?.text ?? "";
  const number = (title, field, isMinor = false) => ({ title, isNumber: true, isMinor, value: (row) => row[field] ?? null });
  const entities = new EntityTable("Entities", [
    { title: "Name", value: shownName, cell: (node) => nameButton(node, { node }) },
    { title: "Kind", value: (node) => node.kind.name, cell: kindMark },
    number("Mentions", "mentions"), number("Windows", "windows", true), number("Documents", "documents", true),
    { title: "Ties", isNumber: true, value: (node) => state.tiesOf(node).length },
  ], () => state.nodes);
  const ties = new EntityTable("Ties", [
    { title: "Entity", value: (tie) => shownName(tie.source), cell: (tie) => nameButton(tie.source, { tie }) },
    { title: "Entity", value: (tie) => shownName(tie.target), cell: (tie) => nameButton(tie.target, { tie }) },
    number("Weight", "weight"), number("Count", "count", true), number("Repeats", "repeats", true),
    number("Documents", "documents", true), number("npmi", "npmi", true),
    { title: "First sentence", value: sentence, cell: (tie) => element("bdi", {}, shortened(sentence(tie), 160)) },
  ], () => state.ties);
  byId("tables").append(entities.element, ties.element);
  const fill = () => {
    entities.fill();
    ties.fill();
  };
  fill();
  state.addEventListener("filter", fill);
}
