"""Peak memory as the text grows to a gigabyte, with a million names."""
import pathlib
import shutil
import sys
from typing import Any

from .jobs import GRAPH, listed
from .process import HERE, RELATA, run, say

FREE_BYTES = 6_000_000_000  # the text, the graph files and what the build puts on disk meanwhile


def has_room(data: pathlib.Path) -> bool:
    return shutil.disk_usage(data).free > FREE_BYTES


def gigabyte(data: pathlib.Path, megabytes: float) -> list[dict[str, Any]]:
    """Builds the text, three times and ten times as much; further parts are other documents about the same names."""
    parts = [data / "news.jsonl"]
    rows = []
    for number, factor in ((0, 0), (1, 2), (2, 7)):
        if factor:
            parts.append(part(data, number, factor * megabytes))
        total = sum(path.stat().st_size for path in parts) / 1e6
        say(f"memory: {total:.0f} MB")
        options = [*listed(data, 1_000_000), *GRAPH, "--threads", 1]
        cost = run([RELATA, "build", *parts, "-o", data / "out", "-q", *options], samples_memory=True)
        rows.append({"megabytes": total, "processor_s": cost.processor_s, "clock_s": cost.clock_s, "peak_mb": cost.peak_mb, "own_mb": cost.own_mb})
    return rows


def part(data: pathlib.Path, number: int, megabytes: float) -> pathlib.Path:
    path = data / f"part-{number}.jsonl"
    if not path.exists():
        say(f"writing {megabytes:.0f} MB more of text")
        run([sys.executable, HERE / "corpus/generate.py", data, "--megabytes", megabytes, "--part", number])
    return path
