"""Asks the workspaces of the sample and of the notes in SQL, as docs/workspace.md teaches it.

    check_workspace.py RELATA [--write]     run in the checkout; RELATA is the command

Builds both in a temporary folder, compares every table row by row with the files of the same build, and
runs each block of SQL of the page, whose output must be the one below it. With --write the page gets the
outputs in the place of those it has.
"""

import collections
import csv
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

relata = str(pathlib.Path(sys.argv[1]).absolute())
root = pathlib.Path(__file__).resolve().parents[3]
page = root / "docs" / "workspace.md"
numbers = ["count", "repeats", "documents", "npmi", "jaccard", "llr", "noise_corrected"]
measured = ["degree", "strength", "pagerank", "betweenness", "core", "community", "size", "x", "y"]


def build(inputs, folder):
    """Builds a workspace with its search index, and opens it read-only."""
    subprocess.run([relata, "build", str(inputs), "-o", str(folder), "--quiet"], check=True)
    file = folder / "relata.sqlite"
    subprocess.run([relata, "search", "treaty", "--workspace", str(file)], check=True, capture_output=True)
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def near(one, other):
    return float(one) == other or abs(float(one) - other) <= 1e-5 * max(1, abs(other))


def check_mentions(database, folder):
    found = database.execute(
        """SELECT d.id, m.start, m."end", m.text, e.id, e.kind, m.form, m.rule, m.confidence, m.sentence,
             m.rivals, m."inner", substr(c.text, m.start + 1, m."end" - m.start)
           FROM mentions AS m JOIN documents AS d ON d.number = m.document
           JOIN contents AS c ON c.document = m.document JOIN entities AS e ON e.number = m.entity
           ORDER BY d.id, d.copy, m.start"""
    ).fetchall()
    written = lines(folder / "mentions.jsonl")
    assert len(found) == len(written) > 0, (len(found), len(written))
    fields = ["document", "start", "end", "text", "entity", "kind", "form", "rule", "confidence", "sentence"]
    for row, line in zip(found, written):
        assert list(row[:10]) == [line[field] for field in fields], (row, line)
        for value, field in zip(row[10:12], ["rivals", "inner"]):
            assert json.loads(value or "[]") == line.get(field, []), (row, line)
        assert row[12] == row[3], row


def check_appearances(database, folder):
    counted = "SELECT entity, document, count(*) FROM mentions GROUP BY entity, document ORDER BY entity, document"
    kept = database.execute("SELECT * FROM appearances ORDER BY entity, document").fetchall()
    assert kept == database.execute(counted).fetchall() and kept


def check_evidence(database, folder):
    found = database.execute(
        """SELECT a.id, b.id, d.id, v.start, v."end", v.repeat, v.wording,
             substr(c.text, v.start + 1, v."end" - v.start)
           FROM evidence AS v JOIN documents AS d ON d.number = v.document
           JOIN contents AS c ON c.document = v.document
           JOIN entities AS a ON a.number = v.source JOIN entities AS b ON b.number = v.target
           ORDER BY v.rowid"""
    ).fetchall()
    written = lines(folder / "evidence.jsonl")
    assert len(found) == len(written) > 0, (len(found), len(written))
    seen = collections.defaultdict(set)
    for row, line in zip(found, written):
        place = [line[field] for field in ["source", "target", "document", "start", "end", "repeat"]]
        assert list(row[:6]) == place, (row, line)
        assert row[7] == line["text"] or line["text"].endswith("…"), (row, line)
        known = seen[row[0], row[1]]
        assert (row[6] in known) == bool(row[5]), row
        known.add(row[6])


def check_entities(database, folder):
    database.row_factory = sqlite3.Row
    found = database.execute("SELECT * FROM entities ORDER BY number").fetchall()
    written = rows(folder / "nodes.csv")
    assert [row["id"] for row in found] == [row["Id"] for row in written]
    for row, node in zip(found, written):
        assert (row["kind"], row["name"]) == (node["Kind"], node["Label"]), node
        assert (row["first"] or "", row["last"] or "") == (node["first"], node["last"]), node
        for name in ["mentions", "windows", "documents"] + measured:
            assert near(node[name], row[name]), (name, row[name], node)
        for name, value in json.loads(row["attributes"] or "[]"):
            assert value in (node.get(name), node.get("a_" + name)), (name, node)
        counted = database.execute(
            "SELECT count(*), count(DISTINCT document) FROM mentions WHERE entity = ?", [row["number"]]
        ).fetchone()
        assert tuple(counted) == (row["mentions"], row["documents"]), node
    database.row_factory = None


def check_ties(database, folder):
    database.row_factory = sqlite3.Row
    found = database.execute(
        """SELECT a.id AS a, b.id AS b, t.*, sum(v.repeat = 0) AS counted, sum(v.repeat) AS repeated,
             count(DISTINCT v.wording) AS wordings, count(DISTINCT v.document) AS documented,
             count(DISTINCT d.source) AS sourced
           FROM ties AS t JOIN entities AS a ON a.number = t.source JOIN entities AS b ON b.number = t.target
           JOIN evidence AS v ON v.source = t.source AND v.target = t.target
           JOIN documents AS d ON d.number = v.document
           GROUP BY t.source, t.target ORDER BY t.source, t.target"""
    ).fetchall()
    database.row_factory = None
    written = rows(folder / "edges.csv")
    assert [(row["a"], row["b"]) for row in found] == [(row["Source"], row["Target"]) for row in written]
    for row, edge in zip(found, written):
        assert near(edge["Weight"], row["weight"]), edge
        for name in numbers:
            assert near(edge[name], row[name]), (name, row[name], edge)
        assert (row["first"] or "", row["last"] or "") == (edge["first"], edge["last"]), edge
        assert int(edge["sources"] or 0) == row["sources"] == row["sourced"], edge
        assert row["count"] == row["counted"] == row["wordings"], edge
        assert row["repeats"] == row["repeated"] and row["documents"] == row["documented"], edge


def check_rest(database):
    one = lambda query: database.execute(query).fetchone()[0]
    assert one("SELECT value FROM settings WHERE name = 'state'") == "complete"
    assert one("SELECT count(*) FROM documents WHERE stale <> 0 OR copy <> 1") == 0
    assert one("SELECT count(*) FROM gazetteers") > 0
    assert one("SELECT count(*) FROM documents LEFT JOIN contents ON document = number WHERE text IS NULL") == 0
    assert one("SELECT count(*) FROM documents LEFT JOIN indexed ON document = number WHERE document IS NULL") == 0
    missing = """SELECT count(*) FROM (SELECT entity, text FROM mentions UNION SELECT number, name FROM entities)
                 WHERE (entity, text) NOT IN (SELECT entity, name FROM names)"""
    assert one(missing) == 0
    assert one("SELECT count(*) FROM ties WHERE source >= target") == 0
    inner = """SELECT count(*) FROM evidence AS v WHERE NOT EXISTS (SELECT 1 FROM sentences AS s
               WHERE s.document = v.document AND s.start = v.start AND s."end" = v."end")"""
    assert one(inner) == 0, "a window that is no sentence"


def check_columns(database, text):
    """The page names every column of every table, but those of FTS5."""
    for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        if table.startswith("sentence_words_"):
            continue
        assert re.search(rf"\b{table}\b", text), table
        for column in database.execute("SELECT name FROM pragma_table_info(?)", [table]).fetchall():
            assert f"`{column[0]}`" in text or table == "sentence_words", (table, column)


def shown(cursor):
    """What `sqlite3 -header -column` prints."""
    table = [[column[0] for column in cursor.description]]
    table += [["" if cell is None else str(cell) for cell in row] for row in cursor.fetchall()]
    assert len(table) > 1, "no rows"
    widths = [max(map(len, column)) for column in zip(*table)]
    table.insert(1, ["-" * width for width in widths])
    return "".join("  ".join(map(str.ljust, row, widths)).rstrip() + "\n" for row in table)


def check_page(databases, text):
    pattern = re.compile(r"```sql( notes)?\n(.*?)```\n(?:\n```text\n(.*?)```\n)?", re.DOTALL)
    wrong = []

    def answer(match):
        notes, query, expected = match.groups()
        output = shown(databases[bool(notes)].execute(query))
        if output != expected:
            wrong.append(query)
        return f"```sql{notes or ''}\n{query}```\n\n```text\n{output}```\n"

    text = pattern.sub(answer, text)
    assert len(pattern.findall(text)) == text.count("```sql") >= 5
    return text, wrong


with tempfile.TemporaryDirectory() as temporary:
    folders = [pathlib.Path(temporary) / name for name in ["sample", "notes"]]
    databases = [build(root / "seeds", folders[0]), build(root / "notebooks/data/notes.jsonl", folders[1])]
    text = page.read_text(encoding="utf-8")
    for database, folder in zip(databases, folders):
        for check in [check_mentions, check_appearances, check_evidence, check_entities, check_ties]:
            check(database, folder)
        check_rest(database)
        check_columns(database, text)
    answered, wrong = check_page(databases, text)
    for database in databases:
        database.close()
    if "--write" in sys.argv:
        page.write_text(answered, encoding="utf-8")
    elif wrong:
        sys.exit(f"{page}: the output of {len(wrong)} queries is another; see the difference after --write. The first:\n{wrong[0]}")
print("workspace: all tables as in the files, all queries of docs/workspace.md as printed")
