"""The goals, and what of them a run reached."""
import dataclasses
from typing import Any

from .jobs import KEPT, LINES, THREE

Results = dict[str, Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Goal:
    what: str
    goal: str
    reached: str
    met: bool | None  # None: not measured


def speed(rows: list[dict[str, Any]], count: int, what: str) -> float | None:
    return next((row["mbps"] for row in rows if row["count"] == count and row["what"] == what), None)


def at_least(what: str, value: float | None, goal: float, unit: str = " times") -> Goal:
    if value is None:
        return Goal(what, f"≥ {goal:g}{unit}", "not measured", None)
    return Goal(what, f"≥ {goal:g}{unit}", f"{value:.3g}{unit}", value >= goal)


def at_most(what: str, value: float | None, goal: float, unit: str) -> Goal:
    if value is None:
        return Goal(what, f"< {goal:g} {unit}", "not measured", None)
    return Goal(what, f"< {goal:g} {unit}", f"{value:.3g} {unit}", value < goal)


def ratio(one: float | None, other: float | None) -> float | None:
    return None if one is None or not other else one / other


def goals(results: Results) -> list[Goal]:
    return [*matching_goals(results), *job_goals(results), *size_goals(results)]


def matching_goals(results: Results) -> list[Goal]:
    rows, found = results["matching"], []
    for count in (100_000, 1_000_000):
        ours = speed(rows, count, "Relata, bytes to mentions")
        daachorse = max(filter(None, (speed(rows, count, name) for name in ("daachorse", "daachorse, native"))))
        found.append(at_least(f"matching, {count:,} names, beside daachorse at its fastest", ratio(ours, daachorse), 5))
        found.append(at_least(f"matching, {count:,} names, beside Hyperscan", ratio(ours, speed(rows, count, "hyperscan")), 1))
    slowest = min(results["adverse"], key=lambda row: row["mbps"] / row["peer_mbps"])
    found.append(at_least(f"the worst adverse text ({slowest['title']}), beside daachorse", slowest["mbps"] / slowest["peer_mbps"], 1))
    return found


def job(results: Results, count: int, files: str, threads: int = 1) -> dict[str, Any]:
    return next(row for row in results["jobs"] if row["count"] == count and row["files"] == files and row["threads"] == threads)


def job_goals(results: Results) -> list[Goal]:
    found = []
    for count in (100_000, 1_000_000):
        bare, full, two = job(results, count, THREE), job(results, count, LINES), job(results, count, THREE, 2)
        python, spacy = (speed(results["scripts"], count, name) for name in ("daachorse, igraph", "spaCy, NetworkX"))
        found += [
            at_least(f"whole job, {count:,} names, beside the Python script", ratio(bare["mbps"], python), 10),
            at_least(f"whole job, {count:,} names, beside the spaCy script", ratio(bare["mbps"], spacy), 300),
            at_least(f"whole job, {count:,} names, with mentions and evidence, beside without", full["mbps"] / bare["mbps"], 0.5),
            at_least(f"whole job, {count:,} names, two threads beside one", bare["clock_s"] / two["clock_s"], 1.8),
        ]
    kept = job(results, 100_000, KEPT)["processor_s"] / job(results, 100_000, THREE)["processor_s"]
    found.append(at_most("whole job with the workspace, mentions and evidence", kept, 3, "times the time without"))
    single, half = (next(row for row in results["adverse_jobs"] if row["title"].endswith(end)) for end in ("everything", "half of it"))
    found.append(at_most("a document twice as long", single["processor_s"] / half["processor_s"], 2.3, "times the time"))
    return found


def size_goals(results: Results) -> list[Goal]:
    lexicon, memory = results["lexicon"], results.get("memory")
    found = [
        at_most("lexicon: a million names compiled", lexicon["compile_s"], 1, "s"),
        at_most("lexicon: peak memory of that", lexicon["peak_mb"], 300, "MB"),
        at_most("lexicon: stored", lexicon["bytes_per_name"], 60, "bytes a name"),
        at_most("lexicon: opened", lexicon["open_ms"], 10, "ms"),
    ]
    if memory:
        first, last = memory[0], memory[-1]
        found += [
            at_most(f"memory beyond mapped files, {last['megabytes']:.0f} MB of text, a million names", last["own_mb"] or last["peak_mb"], 300, "MB"),
            at_most("memory at ten times the text", (last["own_mb"] or last["peak_mb"]) / (first["own_mb"] or first["peak_mb"]), 1.25, "times"),
            at_most("time at ten times the text", last["processor_s"] / first["processor_s"], 11, "times"),
        ]
    if asked := results.get("questions"):
        slowest = max((row for row in asked["rows"] if "NAME" in row["what"] or "HUB" in row["what"] if "first time" not in row["what"]), key=lambda row: row["clock_s"])
        found.append(at_most(f"questions on one node of a million ties; the slowest, {slowest['what']}", slowest["clock_s"], 1, "s"))
        found.append(at_least("GraphML of a million ties, beside python-igraph", asked["igraph"]["write_s"] / (asked["graphml_s"] - asked["reading_s"]), 1))
    found.append(at_most("start-up: `relata tag` of one article", results["start"]["clock_ms"], 30, "ms"))
    return found
