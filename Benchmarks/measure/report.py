"""Writes docs/benchmarks.md from the results."""
from typing import Any

from .goals import goals

Results = dict[str, Any]
Lines = list[str]


def table(head: str, rows: list[list[object]]) -> Lines:
    """A table; `head` has the titles between bars, with a colon behind those of numbers."""
    titles = [title.strip() for title in head.split("|")]
    lines = ["| " + " | ".join(title.rstrip(":") for title in titles) + " |",
             "| " + " | ".join("---:" if title.endswith(":") else "---" for title in titles) + " |"]
    return [*lines, *("| " + " | ".join(map(shown, row)) + " |" for row in rows), ""]


def shown(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
    return str(value)


def report(results: Results) -> str:
    parts = [introduction, goal_table, profile, matching, agreement, adverse, jobs, questions, memory, text]
    return "\n".join(line for part in parts for line in part(results))


def introduction(results: Results) -> Lines:
    machine = results["machine"]
    return [
        "# Benchmarks", "",
        f"Written by `scripts/benchmark` on {machine['date']}: {machine['processor']}, {machine['cores']} cores, {machine['system']}. "
        "The figures are in "
        "[benchmarks.json](benchmarks.json). A speed is MB of text (10^6 bytes) per second of processor time, user and system, on one "
        "thread; "
        "times are medians of three to five runs. Nothing ran beside anything else of this script"
        f"{'' if machine['load'] < 0.5 else ', but the machine had other work (load ' + format(machine['load'], '.1f') + ' at the start), so the figures are low'}.", "",
        "![Speeds of Relata and its peers](benchmarks.svg)", "",
    ]


def goal_table(results: Results) -> Lines:
    marks = {True: "yes", False: "**no**", None: "–"}
    return ["## Goals", "", *table("what | goal: | reached: | met", [[goal.what, goal.goal, goal.reached, marks[goal.met]] for goal in goals(results)])]


def profile(results: Results) -> Lines:
    found = results.get("profile")
    if not found:
        return ["What was tried for those that are missed is in [speed.md](speed.md).", ""]
    lines = ["### Where the time goes", "",
             "By `perf`, 100,000 names, one thread: which share of the samples falls into which step. What was tried for the goals that are missed is in [speed.md](speed.md).", ""]
    for title, rows in (("from bytes to mentions", found["mentions"]), ("whole job", found["job"])):
        lines += table(f"{title} | %:", [[row["step"], row["share"]] for row in rows])
    return lines


NATIVE = "; daachorse also from Rust, where it only counts them (`peers/native`)"
NO_NATIVE = "; daachorse could not be measured from Rust here (no crate), so its own speed is somewhat higher"


def matching(results: Results) -> Lines:
    rows = [[row["count"], row["what"], row["mbps"], row["build_s"], row["hits"]] for row in results["matching"]]
    native = any(row["what"] == "daachorse, native" for row in results["matching"])
    return [
        "## Matching", "",
        f"News of {results['megabytes']:.0f} MB, taken in pieces of 3 kB. `Relata, matching` finds the names, with word boundaries, "
        "folding, capitals and hyphens; "
        "`bytes to mentions` splits into sentences and resolves as well. The peers are called from Python, once for each piece, and make "
        "lists of their hits"
        f"{NATIVE if native else NO_NATIVE}. "
        "daachorse and ahocorasick_rs find the leftmost longest name in bytes and keep to no word boundaries. Hyperscan finds every name "
        "that ends anywhere; "
        "it was timed without reporting them, as its C interface allows. flashtext2 keeps to words. spaCy's figure is of 1.5 MB, "
        "tokenizer and matcher. Seconds to be ready include reading the list for Relata.", "",
        "    MatchingBenchmark names-100000.txt news.txt 5", "    python peers/match.py daachorse names-100000.txt news.txt 3", "",
        *table("names: | what | MB/s: | ready in s: | hits:", rows),
    ]


def agreement(results: Results) -> Lines:
    found = results["agreement"]
    return [
        "### Do the hits agree?", "",
        "On a part of that text with 100,000 names, place by place, after leaving out what daachorse finds inside words: Relata "
        f"{found['relata']:,} hits, daachorse "
        f"{found['daachorse']:,}, both the same {found['both']:,}. The others by cause; the run fails if too many have none.", "",
        *table("cause | hits:", [[cause, count] for cause, count in found["causes"].items()]),
    ]


def adverse(results: Results) -> Lines:
    rows = [[row["title"], row["match_mbps"], row["mbps"], row["hits"], row["peer_mbps"], row["peer_hits"], row["mbps"] / row["peer_mbps"]] for row in results["adverse"]]
    return [
        "### Adverse "
        "input", "", f"{results['megabytes'] / 5:.0f} MB each or less, 100,000 names. daachorse skips fast through what no name begins with, and counts hits inside words.", "",
        *table("input | Relata, matching, MB/s: | bytes to mentions, MB/s: | hits: | daachorse, MB/s: | its hits: | ratio:", rows),
    ]


def jobs(results: Results) -> Lines:
    rows = [[row["names"], row["files"], row["threads"], row["processor_s"], row["clock_s"], row["mbps"], row["clock_mbps"], row["peak_mb"], row["nodes"], row["ties"]]
            for row in results["jobs"]]
    others = [[row["count"], row["what"], row["processor_s"], row["mbps"], row["peak_mb"], row["build_s"], row["write_s"], row["nodes"], row["ties"]]
              for row in results["scripts"]]
    hard = [[row["title"], row["megabytes"], row["processor_s"], row["megabytes"] / row["processor_s"], row["peak_mb"]] for row in results["adverse_jobs"]]
    start = results["start"]
    return [
        "## The whole job", "",
        f"JSON Lines of {results['megabytes']:.0f} MB of text to graph files, ties of sentences. Relata also resolves, keeps repeats "
        "from counting, computes measures of ties, "
        "shows evidence and lays the drawing out.", "",
        "    relata build news.jsonl --no-shipped -g names-100000.txt -f graphml -f dot -f csv --no-mentions --no-evidence --no-workspace --no-analysis --threads 1", "",
        *table("names | files | threads: | processor s: | clock s: | MB/s: | MB/s by the clock: | peak MB: | nodes: | ties:", rows),
        "The scripts `peers/whole_daachorse.py` and `peers/whole_spacy.py` write GraphML and DOT, and do without folding, resolution, "
        "repeats, evidence, measures and layout. Their time "
        "includes building the automaton. spaCy's is of a few megabytes, what grows with the text scaled up; its nodes and ties are "
        "those of the slice.", "",
        *table("names: | script | processor s: | MB/s: | peak MB: | building s: | writing s: | nodes: | ties:", others),
        "The graphs differ somewhat. Relata alone has ties in sentences that the regular expression ends at an abbreviation (`Gen.`, "
        "`U.S.`), which are most, and ties of names "
        "found by folding (`’` for `'`, a dateline in capitals). The scripts alone have nodes for what Relata takes for one (`AIR INDIA` "
        "and `Air India`) or leaves out as contested, "
        "and the ties of those.", "",
        "### Adverse documents", "", *table("input | MB: | processor s: | MB/s: | peak MB:", hard),
        f"Tagging one article with the shipped gazetteers, from start to end of the process: {start['clock_ms']:.0f} ms by the clock, "
        f"{start['processor_ms']:.0f} ms of processor time "
        f"(median of {start['runs']}), {start['peak_mb']:.0f} MB.", "",
    ]


def questions(results: Results) -> Lines:
    asked = results.get("questions")
    if not asked:
        return []
    rows = [[row["what"], row["clock_s"], row["processor_s"], row["peak_mb"]] for row in asked["rows"]]
    return [
        "## Questions", "",
        f"To a workspace of {asked['nodes']:,} entities and {asked['ties']:,} ties, each from start to end of the process. `HUB` is the entity with the most mentions, "
        f"`NAME` another. GraphML of that graph takes {asked['graphml_s'] - asked['reading_s']:.1f} s of processor time to write, "
        f"without reading the workspace, and python-igraph {asked['igraph']['write_s']:.1f} s with the same columns. "
        "`Benchmarks/analysis.py` puts PageRank and Leiden beside python-igraph's.", "",
        *table("question | clock s: | processor s: | peak MB:", rows),
    ]


def memory(results: Results) -> Lines:
    lexicon = results["lexicon"]
    lines = [
        "## The lexicon", "",
        f"A million names: compiled in {shown(lexicon['compile_s'])} s of processor time with {lexicon['peak_mb']:.0f} MB at peak; "
        + (f"{lexicon['bytes_per_name']:.0f} bytes a name on disk, opened in {lexicon['open_ms']:.1f} ms." if lexicon["bytes_per_name"] else "compiled at every start, not stored."), "",
    ]
    if not results.get("memory"):
        return lines
    rows = [[row["megabytes"], row["processor_s"], row["clock_s"], row["peak_mb"], row["own_mb"]] for row in results["memory"]]
    return [
        *lines, "## Memory", "", "`relata build` with a million names, one thread, graph files. Own memory is the peak of anonymous memory, without mapped files.", "",
        *table("MB of JSON Lines: | processor s: | clock s: | peak MB: | own MB:", rows),
    ]


def text(results: Results) -> Lines:
    rows = [[what, value, ARTICLES.get(what)] for what, value in results["statistics"].items()]
    return [
        "## The text", "",
        "Made by `Benchmarks/corpus/generate.py`, the same bytes for the same seed and word lists. Words are English ones of Debian's "
        "lists (SCOWL), function words with rounded "
        "frequencies of written English, the others by a Zipf-Mandelbrot law of two regimes; sentences of log-normal length; documents "
        "with a headline, a dateline, topics they come "
        "back to and a cast of names; a tenth of them copies of earlier ones, whole or in part. One word in thirty begins a listed name "
        "(with 100,000 names); others are named "
        "who are on no list. The lists begin with the shipped gazetteers; the rest are generated persons, organisations and places, "
        "about one in 150 beginning with a small "
        "letter (`bin Karo`, websites): without those, automata over bytes would leave their first state only at capitals and run twice "
        "as fast. "
        "It has no grammar, so phrases repeat less than in real text.", "",
        "Beside it what the same script counted once in five real articles on world politics (2,409 tokens, not ours to give): names are "
        "denser there than in news at large, "
        "and than here.", "",
        *table("measured | here: | five articles:", rows),
    ]


ARTICLES = {"share of tokens with a capital, %": 21.3, "share of the ten most usual words, %": 25.2, "letters in a word": 5.24,
            "tokens in a sentence": 26.8, "tokens in a document": 482, "bytes outside ASCII, %": 2.05}
