"use strict";

/** The element of the page with an id. */
function byId(id) {
  return document.getElementById(id);
}

/**
 * Makes an element. Texts are set as texts, so that no name is ever read as markup.
 *
 * @param {string} tag
 * @param {object} properties Properties of the element; those with a hyphen, and `role`, are attributes.
 * @param {...(Node|string)} children
 */
function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role") made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children);
  return made;
}

/** A name on its own, whichever way its script runs. */
function nameElement(entity) {
  return element("bdi", {}, shownName(entity));
}

/** What the page calls an entity: its name, or its id where the name is empty. */
function shownName(entity) {
  return entity.name.trim() || entity.id.trim() || "(no name)";
}

/** A text of at most some characters, in one line. */
function shortened(text, most) {
  const line = text.slice(0, 4 * most).replace(/[\s\u0000-\u001f]+/g, " ");
  const characters = Array.from(line);
  return characters.length > most ? characters.slice(0, most - 1).join("") + "…" : line;
}

/** `1 tie`, `2 ties`, `12,000 ties`. */
function counted(number, one, many) {
  return `${shownNumber(number)} ${number === 1 ? one : many}`;
}

/** Always as English writes it, like the rest of the page. */
const numberFormat = new Intl.NumberFormat("en", { maximumFractionDigits: 3 });

function shownNumber(number) {
  return number === null || number === undefined ? "–" : numberFormat.format(number);
}

/** The round mark in the colour of a kind. */
function swatch(kind) {
  const mark = element("span", { className: "swatch", "aria-hidden": "true" });
  mark.style.background = kind.colour;
  return mark;
}

/** Says something to readers who do not see the picture. */
function say(text) {
  byId("said").textContent = text;
}
