"""Reads exported files as their consumers do and checks that all hold one and the same graph.

    python3 check_exports.py FOLDER [SCHEMA_FOLDER]

FOLDER holds graph.graphml, graph.gexf, graph.json, graph.dot, nodes.csv and edges.csv as
`relata build` writes them, and perhaps graph.cyjs, graph.d3.json and graph.ftm.json; SCHEMA_FOLDER holds graphml.xsd. It needs
networkx, python-igraph, pandas, lxml and followthemoney, and the programs dot and xmllint. It prints one line a check, and exits with 1 when
one fails.

graph.json has every text as it is; the others differ from it by these rules only:

- GraphML, GEXF, DOT: each character that XML 1.0 forbids is U+FFFD.
- GraphML, GEXF: the id of a node is a token (`country/KP` is `country:KP`, see `token`), and
  `entity` has the id as it is.
- GraphML, GEXF, CSV: tabs and line breaks within a window or document of `evidence` are spaces.
- DOT: nodes are n0, n1, ... in the order of graph.json, in a slice of time with gaps; any line break in
  a label is one line feed.
- CSV: NUL is U+FFFD; a text that begins with = + - @ tab or carriage return, after any number of
  ', has one ' before it unless it is a plain number.
- A reader that knows no empty text leaves it out.
"""

import datetime
import json
import os
import re
import subprocess
import sys
import warnings
import xml.etree.ElementTree as ElementTree

import igraph
import networkx
import pandas
from followthemoney import model
from lxml import etree

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
TOKEN = re.compile(
    "[0-9A-Za-z._\\-\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0131\u0391-\u03a1\u03a3-\u03ce\u0401"
    "\u0410-\u044f\u0451\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u3041-\u3094\u30a1-\u30fa"
    "\u4e00-\u9fa5\uac00-\ud7a3]"
)
FORMULA = re.compile("'*[=+\\-@\t\r]")
NUMBER = re.compile(r"[+-][0-9]+(\.[0-9]+)?\Z")
ANALYSIS = ["degree", "strength", "pagerank", "betweenness", "core", "community"]
MEASURES = ["npmi", "jaccard", "llr", "noise_corrected"]
COUNTS = ["count", "repeats", "documents", "sources"]


def xml(text):
    return FORBIDDEN.sub("\ufffd", text)


def token(identifier):
    out = []
    for index, character in enumerate(identifier):
        opens = character == "_" and identifier[index + 1 : index + 2] == "x"
        if character == "/":
            out.append(":")
        elif TOKEN.match(character) and not opens:
            out.append(character)
        else:
            out.append(f"_x{ord(character):X}_")
    return "".join(out) or "_x_"


def cell(text):
    text = text.replace("\0", "\ufffd")
    return "'" + text if FORMULA.match(text) and not NUMBER.match(text) else text


def line_breaks(text):
    return text.replace("\r\n", "\n").replace("\r", "\n")


def evidence_lines(tie):
    def flat(text):
        return re.sub("[\t-\r]", " ", text)

    return "\n".join(
        f"{flat(w['document'])}[{w['start']}:{w['end']}] {flat(w['text'])}" for w in tie["evidence"]
    )


class Checks:
    def __init__(self):
        self.failed = 0

    def equal(self, title, found, expected):
        """Compares two mappings, or two of anything, and shows the first difference."""
        if found == expected:
            print(f"ok   {title}")
            return
        self.failed += 1
        print(f"FAIL {title}")
        if isinstance(found, dict) and isinstance(expected, dict):
            for key in sorted(set(found) | set(expected), key=str):
                if found.get(key) != expected.get(key):
                    print(f"     {key!r}: found {found.get(key)!r:.500}")
                    print(f"     expected {expected.get(key)!r:.500}")
                    return
        print(f"     found {found!r:.500}\n     expected {expected!r:.500}")

    def run(self, title, step):
        """Runs a step; whatever it raises is a failure of the check."""
        try:
            step()
        except Exception as error:  # noqa: BLE001 - a reader may raise anything
            self.failed += 1
            print(f"FAIL {title}: {type(error).__name__}: {error!s:.500}")


def numbers(values):
    """Numbers and texts alike as numbers where they are, for readers that make all one type."""
    return {key: float(value) for key, value in values.items() if value is not None}


def tie_numbers(tie):
    """The numbers of a tie, without those that are not known."""
    return {key: float(tie[key]) for key in ["weight", *COUNTS, *MEASURES] if key in tie}


def main():
    folder = sys.argv[1]
    schema = sys.argv[2] if len(sys.argv) > 2 else None
    checks = Checks()

    def path(name):
        return os.path.join(folder, name)

    with open(path("graph.json"), encoding="utf-8") as file:
        data = json.load(file)
    nodes, ties = data["nodes"], data["edges"]
    own = {
        "id",
        "name",
        "label",
        "kind",
        "mentions",
        "windows",
        "documents",
        "first",
        "last",
        "size",
        "x",
        "y",
        "color",
        *ANALYSIS,
    }
    analysis = [field for field in ANALYSIS if any(field in n for n in nodes)]
    print(f"     {len(nodes)} nodes, {len(ties)} ties in {folder}")

    def json_in_networkx():
        graph = networkx.node_link_graph(data, edges="edges")
        checks.equal("graph.json in NetworkX: nodes", set(graph), {n["id"] for n in nodes})
        checks.equal(
            "graph.json in NetworkX: ties",
            {frozenset(pair): graph.edges[pair]["weight"] for pair in graph.edges},
            {frozenset((t["source"], t["target"])): t["weight"] for t in ties},
        )
        checks.equal("graph.json in NetworkX: undirected", type(graph), networkx.Graph)

    def cytoscape():
        with open(path("graph.cyjs"), encoding="utf-8") as file:
            elements = json.load(file)["elements"]
        checks.equal("graph.cyjs: nodes", [n["data"] for n in elements["nodes"]], nodes)
        ids = [e["data"].pop("id") for e in elements["edges"]]
        checks.equal("graph.cyjs: ties", [e["data"] for e in elements["edges"]], ties)
        everything = ids + [n["id"] for n in nodes]
        checks.equal("graph.cyjs: every id once", len(set(everything)), len(everything))

    def d3():
        with open(path("graph.d3.json"), encoding="utf-8") as file:
            graph = json.load(file)
        checks.equal(
            "graph.d3.json: nodes, their y downwards",
            graph["nodes"],
            [{**n, "y": 0 - n["y"]} for n in nodes],
        )
        checks.equal(
            "graph.d3.json: links with a value",
            graph["links"],
            [{**t, "value": t["weight"]} for t in ties],
        )

    def follow_the_money():
        with open(path("graph.ftm.json"), encoding="utf-8") as file:
            lines = [json.loads(line) for line in file]
        proxies = [model.get_proxy(line, cleaned=False) for line in lines]
        for line, proxy in zip(lines, proxies):
            # It raises where something required is missing.
            proxy.schema.validate(proxy.to_dict())
            if proxy.id != line["id"] or set(proxy.properties) != set(line["properties"]):
                checks.equal("graph.ftm.json: kept as it is", proxy.to_dict(), line)
        print(f"ok   graph.ftm.json: {len(lines)} entities valid by the model")
        checks.equal("graph.ftm.json: every id once", len({p.id for p in proxies}), len(lines))
        things, links = proxies[: len(nodes)], proxies[len(nodes) :]
        ids = {node["id"]: proxy.id for node, proxy in zip(nodes, things)}
        checks.equal(
            "graph.ftm.json: links",
            [(p.schema.name, p.first("subject"), p.first("object")) for p in links],
            [("UnknownLink", ids[t["source"]], ids[t["target"]]) for t in ties],
        )
        checks.equal(
            "graph.ftm.json: descriptions of links",
            [json.loads(json.dumps(line["properties"].get("description", []))) for line in lines[len(nodes) :]],
            [evidence_lines(t).split("\n") if t["evidence"] else [] for t in ties],
        )
        checks.equal(
            "graph.ftm.json: names",
            [line["properties"]["name"] for line, n in zip(lines, nodes) if n["name"].isprintable() and n["name"].strip(' "') and len(n["name"]) < 385],
            [[n["name"]] for n in nodes if n["name"].isprintable() and n["name"].strip(' "') and len(n["name"]) < 385],
        )

    def graphml_schema():
        command = ["xmllint", "--nonet", "--noout", "--huge"]
        if schema:
            command += ["--schema", os.path.join(schema, "graphml.xsd")]
        done = subprocess.run(
            command + [path("graph.graphml")], capture_output=True, text=True, check=False
        )
        valid = "valid by the schema" if schema else "well formed"
        checks.equal(
            f"graph.graphml: {valid}",
            (done.returncode, done.stderr[:500]) if done.returncode else (0, ""),
            (0, ""),
        )

    by_token = {token(n["id"]): n for n in nodes}
    tie_by_tokens = {frozenset((token(t["source"]), token(t["target"]))): t for t in ties}

    def compare_xml(title, found_nodes, found_ties):
        """`found_nodes` by token, `found_ties` by pair of tokens: attributes by name."""
        for field in ["name", "kind", "entity"]:
            key = "id" if field == "entity" else field
            checks.equal(
                f"{title}: {field} of nodes",
                {k: a.get(field) or "" for k, a in found_nodes.items()},
                {k: xml(n[key]) for k, n in by_token.items()},
            )
        for field in ["mentions", "windows", "documents", "size", "x", "y", *analysis]:
            checks.equal(
                f"{title}: {field} of nodes",
                {k: float(a[field]) for k, a in found_nodes.items()},
                {k: float(n[field]) for k, n in by_token.items()},
            )
        names = ("start", "end") if "gexf" in title else ("first", "last")
        for name, field in zip(names, ["first", "last"]):
            # igraph gives an empty text for one that is not there.
            checks.equal(
                f"{title}: {name} of nodes",
                {k: a.get(name) or None for k, a in found_nodes.items()},
                {k: n.get(field) for k, n in by_token.items()},
            )
            if "gexf" not in title:
                checks.equal(
                    f"{title}: {name} of ties",
                    {pair: a.get(name) or None for pair, a in found_ties.items()},
                    {pair: t.get(field) for pair, t in tie_by_tokens.items()},
                )
        checks.equal(
            f"{title}: numbers of ties",
            {
                pair: {
                    k: float(a[k]) for k in ["weight", *COUNTS, *MEASURES] if a.get(k) is not None
                }
                for pair, a in found_ties.items()
            },
            {pair: tie_numbers(t) for pair, t in tie_by_tokens.items()},
        )
        checks.equal(
            f"{title}: evidence of ties",
            {pair: a.get("evidence") or "" for pair, a in found_ties.items()},
            {pair: xml(evidence_lines(t)) for pair, t in tie_by_tokens.items()},
        )

    def graphml_in_networkx():
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            graph = networkx.read_graphml(path("graph.graphml"))
        checks.equal("graph.graphml in NetworkX: undirected", type(graph), networkx.Graph)
        compare_xml(
            "graph.graphml in NetworkX",
            dict(graph.nodes(data=True)),
            {frozenset((s, t)): a for s, t, a in graph.edges(data=True)},
        )
        checks.equal(
            "graph.graphml in NetworkX: label is name",
            {k: a.get("label") for k, a in graph.nodes(data=True)},
            {k: a.get("name") for k, a in graph.nodes(data=True)},
        )

    def graphml_in_igraph():
        graph = igraph.Graph.Read_GraphML(path("graph.graphml"))
        checks.equal("graph.graphml in igraph: undirected", graph.is_directed(), False)
        ids = graph.vs["id"] if graph.vcount() else []
        found_ties = {}
        for edge in graph.es:
            attributes = edge.attributes()
            # igraph gives NaN for a number that is not there.
            known = {k: v for k, v in attributes.items() if v == v}
            found_ties[frozenset((ids[edge.source], ids[edge.target]))] = known
        compare_xml(
            "graph.graphml in igraph",
            {vertex["id"]: vertex.attributes() for vertex in graph.vs},
            found_ties,
        )

    def graphml_attributes():
        """Attributes of nodes under their declared names, by the XML alone."""
        space = "{http://graphml.graphdrawing.org/xmlns}"
        tree = etree.parse(
            path("graph.graphml"), etree.XMLParser(huge_tree=True, resolve_entities=False)
        )
        names = {}
        for key in tree.iter(space + "key"):
            if key.get("id").startswith("a_"):
                description = key.find(space + "desc")
                names[key.get("id")] = (
                    key.get("attr.name") if description is None else description.text or ""
                )
        found = {}
        for node in tree.iter(space + "node"):
            values = [
                (names[d.get("key")], d.text or "")
                for d in node.iter(space + "data")
                if d.get("key") in names
            ]
            found[node.get("id")] = sorted(value for _, value in values)
        expected = {
            k: sorted(xml(value) for field, value in n.items() if field not in own)
            for k, n in by_token.items()
        }
        checks.equal("graph.graphml: attributes of nodes", found, expected)

    def gexf_in_networkx():
        graph = networkx.read_gexf(path("graph.gexf"))
        found = {}
        for key, attributes in graph.nodes(data=True):
            viz = attributes["viz"]
            found[key] = attributes | {
                "name": attributes.get("label"),
                "size": viz["size"],
                "x": viz["position"]["x"],
                "y": viz["position"]["y"],
            }
        compare_xml(
            "graph.gexf in NetworkX",
            found,
            {frozenset((s, t)): a for s, t, a in graph.edges(data=True)},
        )

    def gexf_in_time():
        """The rules of GEXF 1.3: days (xs:date), first and last included, within those of the graph."""
        space = "{http://gexf.net/1.3}"
        parser = etree.XMLParser(huge_tree=True, resolve_entities=False)
        graph = etree.parse(path("graph.gexf"), parser).getroot().find(space + "graph")
        days = [(n["first"], n["last"]) for n in nodes if "first" in n]
        checks.equal(
            "graph.gexf: time of the graph",
            [graph.get(k) for k in ["mode", "timeformat", "timerepresentation", "start", "end"]],
            ["dynamic", "date", "interval", min(d[0] for d in days), max(d[1] for d in days)]
            if days
            else ["static", None, None, None, None],
        )
        for tag, elements in [("node", nodes), ("edge", ties)]:
            found = [(e.get("start"), e.get("end")) for e in graph.iter(space + tag)]
            checks.equal(
                f"graph.gexf: time of each {tag}",
                found,
                [(e.get("first"), e.get("last")) for e in elements],
            )
            for start, end in found:
                if (start is None) != (end is None) or start and (
                    datetime.date.fromisoformat(start) > datetime.date.fromisoformat(end)
                ):
                    checks.equal(f"graph.gexf: a {tag} begins before it ends", (start, end), None)
            open_ends = [e for e in graph.iter() if e.get("startopen") or e.get("endopen")]
            checks.equal(f"graph.gexf: no {tag} has open ends", open_ends, [])

    def days_in_pandas(name, elements):
        for field in ["first", "last"]:
            table = pandas.read_csv(path(name), usecols=[field], dtype=str)
            found = pandas.to_datetime(table[field], format="%Y-%m-%d").astype("datetime64[s]")
            checks.equal(
                f"{name} in pandas: {field}",
                [None if pandas.isna(day) else str(day)[:10] for day in found.to_numpy()],
                [e.get(field) for e in elements],
            )

    def read_csv(name):
        return pandas.read_csv(path(name), dtype=str, keep_default_na=False)

    def csv_in_pandas():
        table = read_csv("nodes.csv")
        checks.equal(
            "nodes.csv in pandas: first headings", list(table.columns[:3]), ["Id", "Label", "Kind"]
        )
        for heading, field in [("Id", "id"), ("Label", "name"), ("Kind", "kind")]:
            checks.equal(
                f"nodes.csv in pandas: {heading}",
                list(table[heading]),
                [cell(n[field]) for n in nodes],
            )
        for field in ["mentions", "windows", "documents", "size", "x", "y", *analysis]:
            checks.equal(
                f"nodes.csv in pandas: {field}",
                [float(value) for value in table[field]],
                [float(n[field]) for n in nodes],
            )
        headings = list(dict.fromkeys(k for n in nodes for k in n if k not in own))
        for number, heading in enumerate(headings):
            column = table.iloc[:, 11 + len(analysis) + number]
            expected = [cell(n.get(heading, "")) for n in nodes]
            if list(column) != expected or column.name != cell(heading):
                checks.equal(
                    f"nodes.csv in pandas: {heading!r:.40}",
                    (column.name, list(column)),
                    (cell(heading), expected),
                )
        checks.equal(
            "nodes.csv in pandas: number of columns",
            len(table.columns),
            11 + len(analysis) + len(headings),
        )
        table = read_csv("edges.csv")
        checks.equal(
            "edges.csv in pandas: first headings",
            list(table.columns[:6]),
            ["Source", "Target", "Type", "Id", "Label", "Weight"],
        )
        checks.equal(
            "edges.csv in pandas: ends",
            list(zip(table["Source"], table["Target"])),
            [(cell(t["source"]), cell(t["target"])) for t in ties],
        )
        names = {n["id"]: n["name"] for n in nodes}
        checks.equal(
            "edges.csv in pandas: Label",
            list(table["Label"]),
            [cell(names[t["source"]] + " – " + names[t["target"]]) for t in ties],
        )
        checks.equal("edges.csv in pandas: Type", set(table["Type"]) - {"Undirected"}, set())
        checks.equal(
            "edges.csv in pandas: numbers",
            [
                {
                    key: float(row[column])
                    for column, key in [("Weight", "weight"), *((k, k) for k in COUNTS + MEASURES)]
                    if row[column] != ""
                }
                for _, row in table.iterrows()
            ],
            [tie_numbers(t) for t in ties],
        )
        checks.equal(
            "edges.csv in pandas: evidence",
            list(table["evidence"]),
            [cell(evidence_lines(t)) for t in ties],
        )

    def unescaped(label):
        """A label as Graphviz and Gephi show it."""
        return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], label, flags=re.S)

    def dot_in_graphviz():
        # neato -n takes the places as they are, and so draws the largest graphs in no time.
        drawn = subprocess.run(
            ["neato", "-n", "-Tsvg", path("graph.dot")], capture_output=True, check=False
        )
        checks.equal(
            "graph.dot in neato: no warning",
            (drawn.returncode, drawn.stderr.decode("utf-8", "replace")[:500]),
            (0, ""),
        )
        ElementTree.fromstring(drawn.stdout)
        print("ok   graph.dot in neato: the SVG is well formed")
        if len(nodes) <= 200:
            drawn = subprocess.run(
                ["dot", "-Tsvg", path("graph.dot")], capture_output=True, check=False
            )
            checks.equal(
                "graph.dot in dot: no warning",
                (drawn.returncode, drawn.stderr.decode("utf-8", "replace")[:500]),
                (0, ""),
            )
        read = subprocess.run(
            ["neato", "-n", "-Tjson", path("graph.dot")], capture_output=True, check=True
        )
        graph = json.loads(read.stdout.decode("utf-8"), strict=False)
        objects = {o["name"]: o for o in graph.get("objects", [])}
        order = sorted(objects, key=lambda name: int(name[1:]))
        checks.equal("graph.dot in neato: number of nodes", len(order), len(nodes))
        checks.equal(
            "graph.dot in neato: labels and kinds",
            {
                k: (unescaped(o.get("label", "")), unescaped(o.get("kind", "")))
                for k, o in objects.items()
            },
            {
                name: (line_breaks(xml(n["name"])), line_breaks(xml(n["kind"])))
                for name, n in zip(order, nodes)
            },
        )
        shown = {}
        for key, o in objects.items():
            shown[key] = [d["text"] for d in o.get("_ldraw_", []) if d["op"] == "T" and d["text"]]
        expected = {}
        for name, n in zip(order, nodes):
            # Graphviz does not always draw an empty line.
            expected[name] = [line for line in line_breaks(xml(n["name"])).split("\n") if line]
        checks.equal("graph.dot in neato: labels as drawn", shown, expected)
        place = {n["id"]: name for name, n in zip(order, nodes)}
        numbered = {o["_gvid"]: o["name"] for o in graph.get("objects", [])}
        checks.equal(
            "graph.dot in neato: ties",
            {
                frozenset((numbered[e["tail"]], numbered[e["head"]])): float(e["weight"])
                for e in graph.get("edges", [])
            },
            {frozenset((place[t["source"]], place[t["target"]])): float(t["weight"]) for t in ties},
        )

    checks.run("graph.json in NetworkX", json_in_networkx)
    if os.path.exists(path("graph.cyjs")):
        checks.run("graph.cyjs", cytoscape)
    if os.path.exists(path("graph.d3.json")):
        checks.run("graph.d3.json", d3)
    if os.path.exists(path("graph.ftm.json")):
        checks.run("graph.ftm.json", follow_the_money)
    checks.run("graph.graphml by its schema", graphml_schema)
    checks.run("graph.graphml in NetworkX", graphml_in_networkx)
    checks.run("graph.graphml in igraph", graphml_in_igraph)
    checks.run("graph.graphml: attributes", graphml_attributes)
    checks.run("graph.gexf in NetworkX", gexf_in_networkx)
    checks.run("graph.gexf in time", gexf_in_time)
    checks.run("CSV in pandas", csv_in_pandas)
    checks.run("nodes.csv: days", lambda: days_in_pandas("nodes.csv", nodes))
    checks.run("edges.csv: days", lambda: days_in_pandas("edges.csv", ties))
    checks.run("graph.dot in Graphviz", dot_in_graphviz)
    if checks.failed:
        print(f"{checks.failed} checks failed")
        sys.exit(1)
    print("all checks passed")


if __name__ == "__main__":
    main()
