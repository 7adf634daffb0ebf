"""Where the time goes, by `perf`: which share of the samples falls into which step of the work."""
import collections
import pathlib
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from typing import Any

from .jobs import GRAPH, listed
from .process import MATCHING, RELATA, say

Row = dict[str, Any]
Steps = Sequence[tuple[str, str]]
SAMPLES_A_SECOND = 2000

# A step and a part of a function's name: a sample belongs to the first that is found on its stack. The names
# are as the compiler mangles them, with those of types and functions in full.
MENTIONS: Steps = [
    ("masks of blocks", "relata_mask_blocks"),
    ("words that may begin a name", "NameStartScan"),
    ("their first edges, and the words behind", "look5ahead"),
    ("following the trie, capitals and signs", "7MatcherV6follow"),
    ("the search besides", "7MatcherV"),
    ("sentences", "Segmenter"),
    ("names inside names", "InnerNames"),
    ("resolution", "8Resolver"),
]
JOB: Steps = [
    ("bytes to mentions", "10RecognizerV4read"),
    ("GraphML", "GraphMLExporter"),
    ("DOT", "DOTExporter"),
    ("CSV", "CSVExporter"),
    ("the graph and its measures", "TieAssembly"),
    ("the graph and its measures", "TieMeasures"),
    ("the graph and its measures", "EntityGraph"),
    ("the drawing", "StressLayout"),
    ("windows, repeats and counts", "$s12Cooccurrence"),
    ("closing files", "10Background"),
    ("reading JSON Lines", "JSONLine"),
]


def profile(data: pathlib.Path) -> dict[str, list[Row]] | None:
    """The shares of the steps from bytes to mentions, and of the whole job; `None` where `perf` cannot be had."""
    if not shutil.which("perf"):
        return None
    say("profile")
    names, news, out = data / "names-100000.txt", data / "news.txt", data / "out"
    shutil.rmtree(out, ignore_errors=True)
    job = [RELATA, "build", data / "news.jsonl", "-o", out, "-q", *listed(data, 100_000), *GRAPH, "--threads", 1]
    mentions = stacks([MATCHING, names, news, 3])
    whole = stacks(job)
    if mentions is None or whole is None:
        return None
    return {"mentions": shares(mentions, MENTIONS, within="10RecognizerV4read"), "job": shares(whole, JOB)}


def stacks(command: Sequence[object]) -> list[list[str]] | None:
    """The functions on the stack of each sample, innermost first."""
    with tempfile.TemporaryDirectory() as folder:
        samples = pathlib.Path(folder) / "perf.data"
        record = ["perf", "record", "-q", "-F", SAMPLES_A_SECOND, "--call-graph", "fp", "-o", samples, *command]
        if subprocess.run(list(map(str, record)), capture_output=True).returncode != 0:
            return None
        script = subprocess.run(["perf", "script", "-i", samples, "-F", "ip,sym"], capture_output=True, text=True)
    return [[line.split()[1] for line in block.splitlines() if len(line.split()) > 1] for block in script.stdout.split("\n\n") if block.strip()]


def shares(found: list[list[str]], steps: Steps, within: str = "") -> list[Row]:
    """The share of each step in percent, the greatest first; of the samples within a function, where one is named."""
    counts = collections.Counter(
        next((step for step, part in steps if any(part in function for function in stack)), "everything else")
        for stack in found if not within or any(within in function for function in stack))
    total = counts.total() or 1
    return [{"step": step, "share": 100 * count / total} for step, count in counts.most_common()]
