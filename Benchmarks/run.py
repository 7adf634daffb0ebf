"""Runs the benchmarks in turn and writes docs/benchmarks.md, .json and .svg. Called by scripts/benchmark.

    run.py DATA [--megabytes 100] [--quick] [--no-gigabyte] [--only STEP] [--report]

DATA is a folder for the input, made where it is missing. --quick takes 10 MB and leaves the gigabyte out, and
writes into DATA instead of docs/. --only measures one step again and keeps the others; --report only writes up.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import sys
from collections.abc import Callable
from typing import Any

from measure import jobs, lexicon, matching, memory, plot, profile, questions
from measure.process import HERE, ROOT, processor, run, say
from measure.report import report


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--megabytes", type=float, default=100, help="size of the news text")
    parser.add_argument("--quick", action="store_true", help="10 MB, no gigabyte; writes into DATA")
    parser.add_argument("--gigabyte", action=argparse.BooleanOptionalAction, default=None, help="memory up to ten times the text (default: where there is room)")
    parser.add_argument("--only", metavar="STEP", action="append", help="measure this step alone; repeatable")
    parser.add_argument("--report", action="store_true", help="only write the report again")
    options = parser.parse_args()
    if options.quick:
        options.megabytes, options.data = 10, options.data / "quick"
    options.data.mkdir(parents=True, exist_ok=True)
    if options.gigabyte is None:
        options.gigabyte = not options.quick and memory.has_room(options.data)
    return options


def make_input(data: pathlib.Path, megabytes: float) -> None:
    """Makes the input anew where it was made with another size or another generator."""
    sources = sorted((HERE / "corpus").glob("*.py"))
    wanted = f"{megabytes} {[path.read_text() for path in sources]!r}"
    stamp = data / "made-with"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    say(f"making {megabytes:g} MB of text")
    for path in data.glob("part-*.jsonl"):
        path.unlink()
    run([sys.executable, HERE / "corpus/generate.py", data, "--megabytes", megabytes])
    stamp.write_text(wanted)


def machine() -> dict[str, Any]:
    return {"date": str(datetime.date.today()), "processor": processor(), "cores": os.cpu_count(), "load": os.getloadavg()[0],
            "system": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"}


def steps(data: pathlib.Path, megabytes: float, gigabyte: bool) -> dict[str, Callable[[], Any]]:
    named: dict[str, Callable[[], Any]] = {
        "machine": machine,
        "statistics": lambda: json.loads((data / "statistics.json").read_text()),
        "megabytes": lambda: (data / "news.txt").stat().st_size / 1e6,
        "start": jobs.start,
        "lexicon": lambda: lexicon.lexicon(data),
        "agreement": lambda: matching.agreement(data),
        "matching": lambda: matching.matching(data),
        "adverse": lambda: matching.adverse(data),
        "jobs": lambda: jobs.relata(data, megabytes),
        "adverse_jobs": lambda: jobs.adverse(data),
        "scripts": lambda: jobs.scripts(data, megabytes),
        "questions": lambda: questions.questions(data),
        "profile": lambda: profile.profile(data),
    }
    if gigabyte:
        named["memory"] = lambda: memory.gigabyte(data, megabytes)
    return named


def earlier_results(data: pathlib.Path, docs: pathlib.Path) -> dict[str, Any]:
    """Those of the last run, also one that was broken off; else those written up."""
    for path in (data / "results.json", docs / "benchmarks.json"):
        if path.exists():
            return json.loads(path.read_text())
    return {}


def main() -> None:
    options = arguments()
    docs = options.data if options.quick else ROOT / "docs"
    results = earlier_results(options.data, docs) if options.only or options.report else {}
    if not options.report:
        make_input(options.data, options.megabytes)
        named = steps(options.data, options.megabytes, options.gigabyte)
        unknown = set(options.only or ()) - set(named)
        if unknown:
            sys.exit(f"run.py: no step {', '.join(sorted(unknown))}; there are {', '.join(named)}")
        for name in options.only or named:
            results[name] = named[name]()
            (options.data / "results.json").write_text(json.dumps(results, indent=1) + "\n")
    missing = [name for name in steps(options.data, options.megabytes, False) if name not in results]
    if missing:
        sys.exit(f"run.py: not written up, since these steps were not measured: {', '.join(missing)}")
    (docs / "benchmarks.md").write_text(report(results), encoding="utf-8")
    plot.write(results, docs / "benchmarks.svg")
    (docs / "benchmarks.json").write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    say(f"wrote {docs}/benchmarks.md")


main()
