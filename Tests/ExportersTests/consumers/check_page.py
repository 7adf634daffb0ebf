"""Opens graph.html in Chromium as a reader does, and checks what the page shows and does.

    python3 check_page.py FOLDER

FOLDER holds graph.html and the graph.json of the same graph. It needs playwright and a Chromium of
the system. It prints one line a check, and exits with 1 when one fails.
"""

import json
import os
import pathlib
import random
import re
import shutil
import sys
import tempfile

from playwright.sync_api import sync_playwright

FIELDS = ["weight", "count", "repeats", "documents", "npmi", "jaccard", "llr", "noise_corrected"]

failed = 0


def check(title, holds, found=None):
    global failed
    print(f"{'ok  ' if holds else 'FAIL'} graph.html: {title}")
    if not holds:
        failed += 1
        if found is not None:
            print(f"     found {found!r:.800}")


def equal(title, found, expected):
    check(title, found == expected, None)
    if found != expected:
        print(f"     found    {found!r:.500}\n     expected {expected!r:.500}")


# What a script takes for white space; Python has some control characters more.
SPACE = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff" + "".join(map(chr, range(0x2000, 0x200B)))


def shown_name(node):
    """As the page calls an entity."""
    return node["name"].strip(SPACE) or node["id"].strip(SPACE) or "(no name)"


class Reader:
    """A page in a browser, with all that it said and asked for."""

    def __init__(self, browser, path, width=1280, **options):
        self.messages, self.requests = [], []
        self.context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("dialog", lambda dialog: self.messages.append(dialog.message))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.url = path.resolve().as_uri()
        self.page.goto(self.url)
        self.drawn()

    def run(self, script, argument=None):
        return self.page.evaluate(script, argument)

    def wait(self, script, argument=None):
        """Playwright's own waiting evaluates a text, which the policy of the page forbids."""
        for _ in range(500):
            if self.run(script, argument):
                return
            self.page.wait_for_timeout(20)
        raise TimeoutError(script)

    def drawn(self):
        frames = "requestAnimationFrame(() => requestAnimationFrame(done))"
        self.run(f"() => new Promise((done) => {frames})")
        self.wait("() => canvas.dataset.drawn === 'full'")

    def chosen(self):
        return self.run("() => state.node?.id ?? (state.tie && [state.tie.source.id, state.tie.target.id])")

    def close(self, title):
        equal(f"{title}: the console is empty", self.messages, [])
        equal(f"{title}: nothing but the file is asked for", set(self.requests), {self.url})
        self.context.close()


def check_data(reader, nodes, ties):
    """The page holds what graph.json does."""
    found = reader.run(
        """() => graph.nodes.map((node) => [node.id, node.name, node.kind.name, node.mentions, node.windows,
          node.documents, node.size, node.x, node.y])"""
    )
    equal("entities", found, [
        [n["id"], n["name"], n["kind"], n["mentions"], n["windows"], n["documents"], n["size"], n["x"], 0 - n["y"]]
        for n in nodes
    ])
    found = reader.run(
        f"""() => [...graph.ties].sort((a, b) => a.index - b.index).map((tie) => [
          tie.source.id, tie.target.id, ...{json.dumps(FIELDS)}.map((field) => tie[field]),
          tie.evidence.map((window) => [window.document, window.start, window.end, window.text])])"""
    )
    equal("ties and their sentences", found, [
        [t["source"], t["target"], *(t.get(field) for field in FIELDS),
         [[w["document"], w["start"], w["end"], w["text"]] for w in t["evidence"]]]
        for t in ties
    ])
    equal("no name became markup", reader.run(
        "() => [document.scripts.length, document.querySelectorAll('img, iframe, object, embed, a:not(#skip)').length]"
    ), [2, 0])


def check_labels(reader):
    check("labels are there", reader.run("() => picture.shownLabels.length > 0") or reader.run("() => state.nodes.length === 0"))
    for _ in range(4):
        overlaps = reader.run(
            """() => { let found = 0; const labels = picture.shownLabels;
              labels.forEach(({ box: a }, place) => labels.slice(place + 1).forEach(({ box: b }) => {
                if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) found += 1; }));
              return found; }"""
        )
        equal("no label covers another", overlaps, 0)
        reader.page.click("#zoom-in")
        reader.drawn()
    reader.page.click("#zoom-all")
    reader.drawn()


def check_search(reader, nodes, ties):
    node = max((n for n in nodes if n["name"].strip() == n["name"] != ""), key=lambda n: (n["mentions"], n["id"]))
    page = reader.page
    page.keyboard.press("/")
    equal("/ goes to the search", reader.run("() => document.activeElement.id"), "search")
    page.keyboard.type(node["name"].upper()[:60])
    equal("search: the list opens", page.get_attribute("#search", "aria-expanded"), "true")
    options = page.locator("#matches [role=option] bdi").all_text_contents()
    check("search finds the name in other case", shown_name(node) in options, options)
    for _ in range(options.index(shown_name(node))):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    equal("search: Enter chooses", reader.chosen(), node["id"])
    equal("details: the name", page.locator("#details h2").text_content(), shown_name(node))
    own = [t for t in ties if node["id"] in (t["source"], t["target"])]
    strongest = sorted(own, key=lambda t: -t["weight"])[:20]
    names = {n["id"]: shown_name(n) for n in nodes}
    equal("details: strongest ties first", page.locator("#details .ties .number").all_text_contents(),
          [f"{t['weight']:,.3f}".rstrip("0").rstrip(".") for t in strongest])
    others = {names[t["target"] if t["source"] == node["id"] else t["source"]] for t in own}
    check("details: ties of the entity", set(page.locator("#details .ties bdi").all_text_contents()) <= others)
    page.fill("#search", "qqqqqqqq")
    check("search tells when there is none", "No entity" in page.locator("#matches").text_content())
    page.keyboard.press("Escape")
    check("search: Escape closes the list", page.locator("#matches").is_hidden())


def check_filter(reader, nodes, ties):
    page = reader.page
    kinds = {n["id"]: n["kind"] for n in nodes}
    label = page.locator("#kinds label").first
    kind = reader.run("() => [...graph.kinds].sort((a, b) => b.number - a.number)[0].name")
    label.locator("input").uncheck()
    left = [t for t in ties if kind not in (kinds[t["source"]], kinds[t["target"]])]
    equal("filter by kind", reader.run("() => [state.nodes.length, state.ties.length]"),
          [sum(k != kind for k in kinds.values()), len(left)])
    label.locator("input").check()
    page.focus("#weight")
    page.keyboard.press("ArrowRight")
    weights = sorted({t["weight"] for t in ties})
    least = weights[min(1, len(weights) - 1)]
    strong = [t for t in ties if t["weight"] >= least]
    page.check("#tied-only")
    ends = {end for t in strong for end in (t["source"], t["target"])}
    equal("filter by weight, without the untied", reader.run("() => [state.nodes.length, state.ties.length]"),
          [len(ends), len(strong)])
    equal("filter: what is shown is said", page.locator("#shown").text_content(),
          f"{len(ends):,} of {len(nodes):,} entit{'y' if len(nodes) == 1 else 'ies'}, "
          f"{len(strong):,} of {len(ties):,} tie{'' if len(ties) == 1 else 's'}")
    page.uncheck("#tied-only")
    page.focus("#weight")
    page.keyboard.press("Home")
    equal("filters off", reader.run("() => [state.nodes.length, state.ties.length]"), [len(nodes), len(ties)])


def place_on_canvas(reader, script):
    """A point of the window at which the page finds what the script looks for."""
    box = reader.page.locator("#canvas").bounding_box()
    x, y, found = reader.run(script)
    return box["x"] + x, box["y"] + y, found


def check_mouse(reader, ties):
    page = reader.page
    page.keyboard.press("Escape")
    page.click("#zoom-all")
    reader.drawn()
    x, y, pair = place_on_canvas(reader, """() => { for (const tie of state.ties) for (const share of [0.5, 0.4, 0.6, 0.3]) {
      const x = picture.view.toScreenX(tie.source.x + (tie.target.x - tie.source.x) * share);
      const y = picture.view.toScreenY(tie.source.y + (tie.target.y - tie.source.y) * share);
      if (findAt(picture, x, y)?.tie === tie && document.elementFromPoint(x + canvas.getBoundingClientRect().x, y) === canvas)
        return [x, y, [tie.source.id, tie.target.id]]; }
      return [0, 0, null]; }""")
    check("a tie can be pointed at", pair is not None)
    if pair:
        page.mouse.move(x, y)
        check("the pointer shows what is under it", page.locator("#tip").is_visible())
        page.mouse.click(x, y)
        equal("a click on a tie chooses it", reader.chosen(), pair)
        tie = next(t for t in ties if [t["source"], t["target"]] == pair)
        equal("a tie shows its sentences", page.locator("#details blockquote p").all_text_contents(),
              [w["text"] for w in tie["evidence"]])
        equal("sentences have the names of their documents",
              page.locator("#details blockquote footer").all_text_contents(),
              [f"{w['document']} [{w['start']}:{w['end']}]" for w in tie["evidence"]])
        shown = dict(zip(page.locator("#details dt").all_text_contents(), page.locator("#details dd").all_text_contents()))
        equal("a tie shows its counts", shown["Count"], f"{tie['count']:,}")
        check("a tie shows its measures", {"npmi", "Jaccard"} <= set(shown), shown)
    page.get_by_role("button", name="Close details").click()
    check("details close", page.locator("#details").is_hidden())
    box = page.locator("#canvas").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    before = reader.run("() => [picture.view.x, picture.view.scale]")
    page.mouse.move(*middle)
    page.mouse.wheel(0, -300)
    reader.wait("(scale) => picture.view.scale > scale", before[1])
    zoomed = reader.run("() => picture.view.x")
    corner = (box["x"] + 12, box["y"] + box["height"] - 12)
    page.mouse.move(*corner)
    page.mouse.down()
    page.mouse.move(corner[0] + 90, corner[1] - 30, steps=4)
    page.mouse.up()
    check("dragging moves the picture", reader.run("() => picture.view.x") < zoomed)
    page.click("#zoom-all")


def check_keys(reader, nodes, ties):
    page = reader.page
    page.keyboard.press("Escape")
    page.focus("#canvas")
    check("the focus on the picture is seen", reader.run("() => getComputedStyle(canvas).outlineStyle") == "solid")
    strength = {n["id"]: 0 for n in nodes}
    for t in ties:
        strength[t["source"]] += t["weight"]
        strength[t["target"]] += t["weight"]
    page.keyboard.press("PageDown")
    check("Page Down chooses the strongest entity", strength[reader.chosen()] >= max(strength.values()) * 0.999999)
    page.keyboard.press("Enter")
    equal("Enter goes to the details", reader.run("() => document.activeElement.id"), "details")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    check("a tie can be taken by keyboard", isinstance(reader.chosen(), list), reader.chosen())
    equal("the focus stays in the details", reader.run("() => document.activeElement.id"), "details")
    page.keyboard.press("Escape")
    equal("Escape chooses nothing, and goes back", [reader.chosen(), reader.run("() => document.activeElement.id")],
          [None, "canvas"])
    before = reader.run("() => [picture.view.x, picture.view.y, picture.view.scale]")
    for key in ["ArrowRight", "ArrowDown", "+"]:
        page.keyboard.press(key)
    after = reader.run("() => [picture.view.x, picture.view.y, picture.view.scale]")
    check("arrow keys and plus move and zoom", all(a > b for a, b in zip(after, before)), (before, after))
    page.keyboard.press("0")


def check_tables(reader, nodes, ties):
    page = reader.page
    page.focus("#skip")
    page.keyboard.press("Enter")
    check("the skip link shows the tables", page.locator("#tables").is_visible())
    for title, number in [("Entities", len(nodes)), ("Ties", len(ties))]:
        table = page.get_by_role("table", name=f"{title} ({number:,})", exact=True)
        equal(f"table of {title.lower()}: rows", table.locator("tbody tr").count(), min(100, number))
    table = page.get_by_role("table").first
    table.get_by_role("button", name="Mentions").focus()
    page.keyboard.press("Enter")
    found = [int(text.replace(",", "")) for text in table.locator("tbody td:nth-child(3)").all_text_contents()]
    equal("a heading sorts", found, sorted((n["mentions"] for n in nodes), reverse=True)[:100])
    equal("the order is told", table.locator("th[aria-sort]").get_attribute("aria-sort"), "descending")
    table.locator("tbody button").first.click()
    check("a name in a table opens its details", page.locator("#details").is_visible())
    page.emulate_media(media="print")
    check("on paper the tables are there, the controls are not",
          page.locator("#tables").is_visible() and page.locator("#search").is_hidden())
    page.emulate_media(media="screen")
    page.click("#show-picture")


def corner(reader):
    reader.drawn()
    return reader.run("() => canvas.getContext('2d').getImageData(2, 2, 1, 1).data[0]")


def check_names(reader, nodes):
    """Every name comes out of the details as itself."""
    found = reader.run("""() => graph.nodes.map((node) => { state.choose({ node });
      return document.querySelector('#details h2').textContent; })""")
    equal("names as they are in the details", found, [shown_name(n) for n in nodes])
    reader.run("() => state.choose()")


def large_page(text):
    """The same page with as large a graph as a page may hold, of a larger one."""
    chance = random.Random(1)
    nodes = [
        [f"person/p{i}", f"Person {i}", i % 3, 5000 - i, 9, 3, 60 if i < 50 else 14,
         chance.uniform(-9000, 9000), chance.uniform(-6000, 6000), []]
        for i in range(5000)
    ]
    pairs = set()
    while len(pairs) < 20_000:
        pairs.add(tuple(sorted(chance.sample(range(5000), 2))))
    ties = [[*pair, 1 + i % 40 // 39 * 30, 1, 0, 1, None, 0, 0, 0, 0, [0]] for i, pair in enumerate(sorted(pairs))]
    start = text.index('id="graph-data">') + len('id="graph-data">')
    end = text.index("</script>", start)
    data = json.loads(text[start:end])
    kinds = [{"name": name, "colour": "#56B4E9"} for name in ("person", "ship", "place")]
    data |= {"total": {"nodes": 9000, "ties": 90_000}, "kinds": kinds, "nodes": nodes, "ties": ties,
             "documents": ["d"], "windows": [[0, 0, 9, "A sentence."]]}
    return text[:start] + json.dumps(data) + text[end:]


def check_large(reader):
    page = reader.page
    equal("large: what is left out is told", page.locator("#summary").text_content(),
          "The strongest 20,000 ties and 5,000 entities of a graph of 9,000 entities, 90,000 ties; the other files hold all.")
    check_labels(reader)
    # Reading a pixel makes the browser draw at once.
    time = reader.run("""() => { const start = performance.now(); picture.draw(false);
      picture.context.getImageData(0, 0, 1, 1); return performance.now() - start; }""")
    check(f"large: all drawn in {time:.0f} ms", time < 9000)
    page.focus("#canvas")
    page.keyboard.press("+")
    reader.wait("() => canvas.dataset.drawn === 'quick'")
    reader.drawn()
    check("large: all ties come when it rests", True)
    page.fill("#search", "person 4999")
    page.keyboard.press("Enter")
    equal("large: search", reader.chosen(), "person/p4999")
    equal("large: the chosen one is brought into the picture", reader.run(
        "() => findAt(picture, picture.view.toScreenX(state.node.x), picture.view.toScreenY(state.node.y))?.node?.id"
    ), "person/p4999")


def main():
    folder = pathlib.Path(sys.argv[1])
    data = json.loads((folder / "graph.json").read_text(encoding="utf-8"))
    nodes, ties = data["nodes"], data["edges"]
    path = folder / "graph.html"
    text = path.read_text(encoding="utf-8")
    equal("the file names no address of a network", re.findall(r"(?:src|href)=\"(?!data:|#)[^\"]*", text), [])
    program = next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        reader = Reader(browser, path, color_scheme="light", reduced_motion="reduce")
        check("light paper", corner(reader) > 200)
        check_data(reader, nodes, ties)
        check_labels(reader)
        if ties:
            check_search(reader, nodes, ties)
            check_filter(reader, nodes, ties)
            check_mouse(reader, ties)
            check_keys(reader, nodes, ties)
        check_tables(reader, nodes, ties)
        check_names(reader, nodes)
        time = reader.run("() => { const start = performance.now(); picture.draw(false); return performance.now() - start; }")
        check(f"drawn in {time:.0f} ms", time < 1000)
        reader.close("a mouse and keys")

        reader = Reader(browser, path, 390, color_scheme="dark", has_touch=True, is_mobile=True)
        check("dark paper on a phone", corner(reader) < 60)
        check("nothing is wider than the phone", reader.run("() => document.documentElement.scrollWidth <= 390"))
        if ties:
            x, y, node = place_on_canvas(reader, """() => { const node = state.nodes.find((node) => findAt(
              picture, picture.view.toScreenX(node.x), picture.view.toScreenY(node.y), 17)?.node === node);
              return [picture.view.toScreenX(node.x), picture.view.toScreenY(node.y), node.id]; }""")
            reader.page.touchscreen.tap(x, y)
            equal("a tap chooses an entity", reader.chosen(), node)
            check("its details are on the screen", reader.page.locator("#details h2").is_visible())
        reader.close("a finger")

        reader = Reader(browser, path)
        blocked = reader.run("""async () => { const script = document.createElement('script');
          script.textContent = 'window.ranForeign = true'; document.body.append(script);
          const fetched = await fetch('http://127.0.0.1:9/').then(() => true, () => false);
          return [window.ranForeign ?? false, fetched]; }""")
        equal("its policy lets no other script run, and nothing be fetched", blocked, [False, False])
        check("the policy is what forbids it", len(reader.messages) >= 2
              and all("Content Security Policy" in message for message in reader.messages[:2]), reader.messages)
        reader.context.close()

        with tempfile.TemporaryDirectory() as work:
            large = pathlib.Path(work) / "large.html"
            large.write_text(large_page(text), encoding="utf-8")
            reader = Reader(browser, large, reduced_motion="reduce")
            check_large(reader)
            reader.close("a large graph")
        browser.close()
    if failed:
        print(f"{failed} checks failed")
        sys.exit(1)
    print("all checks of the page passed")


if __name__ == "__main__":
    main()
