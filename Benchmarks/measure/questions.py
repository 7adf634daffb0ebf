"""Questions to a workspace of 100,000 entities and a million ties, each from a cold start, and writing that graph beside python-igraph."""
import json
import pathlib
import random
import shutil
import sqlite3
import statistics
import sys
from typing import Any

from .jobs import listed
from .process import HERE, RELATA, run, say

SENTENCES = 112_000
RUNS = 5


def questions(data: pathlib.Path) -> dict[str, Any]:
    out = data / "out-questions"
    shutil.rmtree(out, ignore_errors=True)
    say("questions: building a workspace of a million ties")
    cost = run([RELATA, "build", corpus(data), *listed(data, 100_000), "-o", out, "-q", "-f", "csv", "--no-mentions", "--no-evidence", "--evidence-per-tie", 0])
    workspace = out / "relata.sqlite"
    with sqlite3.connect(workspace) as database:
        (nodes,), (ties,) = (database.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("entities", "ties"))
        hub, = database.execute("SELECT id FROM entities ORDER BY mentions DESC, id LIMIT 1").fetchone()
        other, = database.execute("SELECT name FROM entities ORDER BY mentions DESC, id LIMIT 1 OFFSET 40000").fetchone()
    rows = []
    for words in (
        ["neighbours", hub, "--top", 10], ["neighbours", other], ["neighbours", other, "--hops", 2, "--top", 10],
        ["neighbours", hub, "--since", "2015", "--top", 10], ["evidence", hub, "--top", 10], ["evidence", other, hub], ["common", hub, other],
        ["path", hub, other], ["timeline", hub], ["search", "harbour office", other], ["search", "harbour office", other], ["neighbours", "nobody of that name"],
        ["stats"], ["rank", "--by", "pagerank"], ["communities"], ["compare", "2012", "2014"],
    ):
        say(f"questions: relata {' '.join(map(str, words))}")
        first = words[0] == "search" and not any(row["what"].startswith("search") for row in rows)
        costs = [run([RELATA, *words, "--workspace", workspace], may_fail=True) for _ in range(1 if first else RUNS)]
        shown = ["HUB" if word == hub else "NAME" if word == other else str(word) for word in words]
        rows.append({"what": " ".join(shown) + (", the first time" if first else ""), "clock_s": statistics.median(cost.clock_s for cost in costs),
                     "processor_s": statistics.median(cost.processor_s for cost in costs), "peak_mb": max(cost.peak_mb for cost in costs)})
    say("questions: writing GraphML")
    target = data / "questions.graphml"
    ours = statistics.median(run([RELATA, "export", "-f", "graphml", "-o", target, "--workspace", workspace]).processor_s for _ in range(3))
    reading = statistics.median(run([RELATA, "rank", "--by", "degree", "--workspace", workspace]).processor_s for _ in range(3))
    theirs = json.loads(run([sys.executable, HERE / "peers/write_igraph.py", out / "nodes.csv", out / "edges.csv", target]).output)
    return {"nodes": nodes, "ties": ties, "build_s": cost.processor_s, "rows": rows, "graphml_s": ours, "reading_s": reading, "igraph": theirs}


def corpus(data: pathlib.Path) -> pathlib.Path:
    """Short dated documents that name five entities each, a few of which are in very many of them."""
    path = data / "ties.jsonl"
    if path.exists():
        return path
    numbers = random.Random(3)
    names = (data / "names-100000.txt").read_text().splitlines()
    with open(path, "w", encoding="utf-8") as file:
        for number in range(SENTENCES):
            five = [names[min(int(numbers.paretovariate(0.9)), len(names) - 1)] if numbers.random() < 0.15 else numbers.choice(names) for _ in range(5)]
            date = f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}"
            text = f"Yesterday {five[0]} met {five[1]} , {five[2]} , {five[3]} and {five[4]} in the old harbour office."
            file.write(json.dumps({"id": f"d{number:06}", "date": date, "source": f"s{number % 40}", "text": text}) + "\n")
    return path
