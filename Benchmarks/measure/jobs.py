"""The whole job, from JSON Lines to graph files: Relata in several settings, and scripts a user could write."""
import csv
import json
import pathlib
import shutil
import statistics
import sys
from typing import Any

from .process import HERE, RELATA, ROOT, Cost, median, run, say

Row = dict[str, Any]
ALONE = ["--no-workspace", "--no-analysis"]
GRAPH = ["-f", "graphml", "-f", "dot", "-f", "csv", "--no-mentions", "--no-evidence", *ALONE]
THREE = "GraphML, DOT, CSV"
LINES = "the same, mentions and evidence"
KEPT = "the same, and the workspace"
AGAIN = "once more, nothing new"
ANALYSED = "all usual files, the workspace, analysis"
SPACY_MEGABYTES = 5
START_RUNS = 21


def listed(data: pathlib.Path, count: int) -> list[object]:
    return ["--no-shipped", "-g", data / f"names-{count}.txt"]


def build(inputs: list[pathlib.Path], out: pathlib.Path, options: list[object], keeps: bool = False) -> list[Cost]:
    """Three builds into a new folder each; or, where `keeps` is said, over what the build before left."""
    costs = []
    for _ in range(3):
        if not keeps:
            shutil.rmtree(out, ignore_errors=True)
        costs.append(run([RELATA, "build", *inputs, "-o", out, "-q", *options]))
    return costs


def rows_of(path: pathlib.Path) -> int:
    """Rows below the head; a cell may hold line feeds."""
    with open(path, encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1


def relata(data: pathlib.Path, megabytes: float) -> list[Row]:
    rows = []
    for names, count, options in (
        ("shipped", 0, []),
        ("100,000", 100_000, listed(data, 100_000)),
        ("1,000,000", 1_000_000, listed(data, 1_000_000)),
    ):
        usual = GRAPH[:6]
        settings = [(THREE, GRAPH, 1), (THREE, GRAPH, 2), (LINES, [*usual, *ALONE], 1)]
        if count == 100_000:
            kept = [*usual, "--no-analysis"]
            settings += [(KEPT, kept, 1), (KEPT, kept, 2), (AGAIN, kept, 1), (ANALYSED, [], 1)]
        for files, wanted, threads in settings:
            say(f"whole job: {names} names, {files}, {threads} threads")
            out = data / "out"
            costs = build([data / "news.jsonl"], out, [*options, *wanted, "--threads", threads], keeps=files == AGAIN)
            cpu, clock = median(costs, lambda cost: cost.processor_s), median(costs, lambda cost: cost.clock_s)
            nodes, ties = (rows_of(out / file) for file in ("nodes.csv", "edges.csv"))
            rows.append({"names": names, "count": count, "files": files, "threads": threads, "processor_s": cpu, "clock_s": clock,
                         "mbps": megabytes / cpu, "clock_mbps": megabytes / clock, "peak_mb": max(cost.peak_mb for cost in costs),
                         "nodes": nodes, "ties": ties})
    return rows


def scripts(data: pathlib.Path, megabytes: float) -> list[Row]:
    """The scripts' speeds include building the automaton, as the user waits for it; spaCy's is scaled up from a slice."""
    rows = []
    for count in (100_000, 1_000_000):
        names = data / f"names-{count}.txt"
        say(f"whole job: Python scripts, {count:,} names")
        costs = [run([sys.executable, HERE / "peers/whole_daachorse.py", names, data / "news.jsonl", data / "out-daachorse"]) for _ in range(3)]
        cpu = median(costs, lambda cost: cost.processor_s)
        rows.append({"count": count, "what": "daachorse, igraph", "processor_s": cpu, "mbps": megabytes / cpu,
                     "peak_mb": max(cost.peak_mb for cost in costs), **json.loads(costs[0].output)})
        slice_mb = min(SPACY_MEGABYTES, megabytes)
        cost = run([sys.executable, HERE / "peers/whole_spacy.py", names, data / "news.jsonl", data / "out-spacy", slice_mb])
        found = json.loads(cost.output)
        scale = megabytes / found["megabytes"]
        cpu = found["build_s"] + (found["job_s"] + found["write_s"]) * scale
        rows.append({"count": count, "what": "spaCy, NetworkX", "processor_s": cpu, "mbps": megabytes / cpu, "peak_mb": cost.peak_mb, **found})
    return rows


def adverse(data: pathlib.Path) -> list[Row]:
    rows = []
    for title, file in (("a document of each paragraph", "tiny"), ("one document of everything", "single"), ("one document of half of it", "single-half")):
        say(f"whole job: {title}")
        path = data / f"{file}.jsonl"
        costs = build([path], data / "out", [*listed(data, 100_000), *GRAPH, "--threads", 1])
        rows.append({"title": title, "megabytes": path.stat().st_size / 1e6, "processor_s": median(costs, lambda cost: cost.processor_s),
                     "peak_mb": max(cost.peak_mb for cost in costs)})
    return rows


def start() -> Row:
    """Milliseconds from start to end of `relata tag` of one article with the shipped gazetteers."""
    say("start-up")
    article = next((ROOT / "seeds").glob("000-*"))
    costs = [run([RELATA, "tag", article]) for _ in range(START_RUNS)]
    return {"runs": START_RUNS, "clock_ms": 1000 * statistics.median(cost.clock_s for cost in costs),
            "processor_ms": 1000 * statistics.median(cost.processor_s for cost in costs), "peak_mb": max(cost.peak_mb for cost in costs)}
