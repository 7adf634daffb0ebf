"""Runs the benchmarks and writes docs/benchmarks.md. Called by scripts/benchmark.

    run.py DATA [--megabytes 100]     DATA: a folder for the input, made by peers/generate.py
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
HERE = ROOT / "Benchmarks"
RELATA = ROOT / ".build/release/relata"
MATCHING = HERE / ".build/release/MatchingBenchmark"


def run(command, quiet=True):
    """Runs a command; its output, seconds of processor time, of the clock, and peak memory in MB."""
    begin = time.monotonic()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output, errors = process.stdout.read(), process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: {errors.decode()}")
    return output.decode(), usage.ru_utime + usage.ru_stime, time.monotonic() - begin, usage.ru_maxrss / 1024


def processor():
    try:
        return re.search(r"model name\s*:\s*(.*)", pathlib.Path("/proc/cpuinfo").read_text()).group(1)
    except (OSError, AttributeError):
        return platform.processor() or platform.machine()


def matching(data, python):
    rows = []
    for count in (100_000, 1_000_000):
        names = data / f"names-{count}.txt"
        ours = json.loads(run([MATCHING, names, data / "news.txt", 5])[0])
        rows.append((count, "Relata, matching", ours["match_mbps"], ours["compile_s"] + ours["read_s"], ours["hits"]))
        rows.append((count, "Relata, bytes to mentions", ours["recognise_mbps"], "", ours["mentions"]))
        for peer in ("daachorse", "ahocorasick_rs", "flashtext2"):
            other = json.loads(run([python, HERE / "peers/match.py", peer, names, data / "news.txt", 3])[0])
            rows.append((count, peer, other["mbps"], other["build_s"], other["hits"]))
    return rows


def adverse(data, python):
    rows = []
    for title, names, text in (
        ("small-letter names, small-letter text", "names-lower-100000.txt", "lower.txt"),
        ("text in capitals", "names-100000.txt", "capitals.txt"),
        ("text in Cyrillic", "names-100000.txt", "cyrillic.txt"),
        ("nothing but beginnings of names", "names-100000.txt", "prefixes.txt"),
    ):
        ours = json.loads(run([MATCHING, data / names, data / text, 3])[0])
        other = json.loads(run([python, HERE / "peers/match.py", "daachorse", data / names, data / text, 2])[0])
        rows.append((title, ours["match_mbps"], ours["hits"], other["mbps"], other["hits"]))
    return rows


def builds(data, out, megabytes):
    rows = []
    graph = ["-f", "graphml", "-f", "dot", "-f", "csv", "--no-mentions", "--no-evidence"]
    shipped, listed = [], ["--no-shipped", "-g", data / "names-100000.txt"]
    for title, options in (
        ("shipped gazetteers; GraphML, DOT, CSV; 1 thread", shipped + graph + ["--threads", 1]),
        ("the same, 2 threads", shipped + graph + ["--threads", 2]),
        ("shipped gazetteers; all usual files, mentions and evidence; 1 thread", shipped + ["--threads", 1]),
        ("100,000 names; GraphML, DOT, CSV; 1 thread", listed + graph + ["--threads", 1]),
    ):
        times = [run([RELATA, "build", data / "news.jsonl", "-o", out, "-q", *options]) for _ in range(3)]
        cpu, clock = (statistics.median(t[i] for t in times) for i in (1, 2))
        rows.append((title, cpu, clock, megabytes / clock, max(t[3] for t in times)))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--megabytes", type=float, default=100)
    options = parser.parse_args()
    data = options.data
    if not (data / "names-lower-100000.txt").exists():
        run([sys.executable, HERE / "peers/generate.py", data, "--megabytes", options.megabytes])
    megabytes = (data / "news.txt").stat().st_size / 1e6
    found, hard = matching(data, sys.executable), adverse(data, sys.executable)
    jobs = builds(data, data / "out", megabytes)
    article = next((ROOT / "seeds").glob("000-*"))
    start = statistics.median(run([RELATA, "tag", article])[2] for _ in range(21)) * 1000

    lines = [
        "# Benchmarks", "",
        f"Made by `scripts/benchmark` on {datetime.date.today()}: {processor()}, {os.cpu_count()} cores, "
        f"{platform.system()} {platform.machine()}. Speeds are in MB of text (10^6 bytes) per second of processor time on one "
        "thread, medians of three to five runs, all in one run of the script.", "",
        f"The text is {megabytes:.0f} MB made by `Benchmarks/peers/generate.py` (seeded): words of a Zipf distribution, "
        "sentences and documents of news-like lengths, one word in 25 a name, some documents copying others. "
        "The names are those of the shipped gazetteers and generated ones.", "",
        "## Matching", "",
        "Relata matches with all its rules (word boundaries, folding, capitals, hyphens). daachorse and ahocorasick_rs "
        "(leftmost-longest, bytes) have none of them, flashtext2 has word boundaries: so the hits differ somewhat. They find names inside "
        "longer words, and Relata finds what they cannot, such as a name at a line break or in capitals. The peers are called through Python, "
        "once for each document.", "",
        "| names | what | MB/s | ready in s | hits |", "| ---: | --- | ---: | ---: | ---: |",
    ]
    lines += [f"| {count:,} | {what} | {speed} | {ready if ready == '' else f'{ready:.1f}'} | {hits:,} |" for count, what, speed, ready, hits in found]
    lines += ["", "### Adverse input", "", "| input | Relata MB/s | hits | daachorse MB/s | hits |", "| --- | ---: | ---: | ---: | ---: |"]
    lines += [f"| {title} | {ours} | {hits:,} | {other} | {found:,} |" for title, ours, hits, other, found in hard]
    lines += [
        "", "Where a text is all in capitals or in another script, every token is looked at. Where names and text are in small letters, Relata finds fewer "
        "hits than daachorse, since it keeps to whole words.", "",
        "## The whole job", "", f"`relata build` of the same text as JSON Lines ({megabytes:.0f} MB), sentence windows, everything else as by default.", "",
        "| what | processor s | clock s | MB/s by the clock | peak memory in MB |", "| --- | ---: | ---: | ---: | ---: |",
    ]
    lines += [f"| {title} | {cpu:.2f} | {clock:.2f} | {speed:.0f} | {memory:.0f} |" for title, cpu, clock, speed, memory in jobs]
    lines += [
        "", "A part of that does not grow with the text: placing up to 1,000 nodes so that the picture is readable takes up to half a second.", "",
        f"Tagging one article with the shipped gazetteers, from start to end of the process: {start:.0f} ms.", "",
        "## What is not here yet", "",
        "A comparison of the whole job with scripts of spaCy or daachorse and NetworkX or igraph, a compiled lexicon on disk, and "
        "gigabytes of text. Compiling a million names takes seconds and most of a gigabyte.", "",
    ]
    (ROOT / "docs/benchmarks.md").write_text("\n".join(lines), encoding="utf-8")
    print("\n".join(lines))


main()
