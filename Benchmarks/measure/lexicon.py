"""The compiled lexicon of a million names: time and memory to compile, size, time to open."""
import json
import pathlib
import statistics
from typing import Any

from .process import MATCHING, RELATA, median, run, say

COUNT = 1_000_000


def lexicon(data: pathlib.Path) -> dict[str, Any]:
    """What `relata gazetteer compile` costs; where there is no such command, what compiling costs at every start."""
    say("lexicon")
    names = data / f"names-{COUNT}.txt"
    if "compile" not in run([RELATA, "gazetteer", "--help"]).output:
        return in_memory(data, names)
    compiled = data / "names.lexicon"
    costs = [run([RELATA, "gazetteer", "compile", names, "-o", compiled]) for _ in range(3)]
    return {"compile_s": median(costs, lambda cost: cost.processor_s), "peak_mb": max(cost.peak_mb for cost in costs),
            "bytes_per_name": compiled.stat().st_size / COUNT, "open_ms": opening_ms(data, compiled)}


def opening_ms(data: pathlib.Path, compiled: pathlib.Path) -> float:
    """Tagging one word with the compiled file, less tagging it with a list of one name."""
    word, one = data / "word.txt", data / "one-name.txt"
    word.write_text("Nothing.\n", encoding="utf-8")
    one.write_text("Nobody\n", encoding="utf-8")

    def clock_s(gazetteer: pathlib.Path) -> float:
        return statistics.median(run([RELATA, "tag", word, "--no-shipped", "-g", gazetteer]).clock_s for _ in range(21))

    return 1000 * (clock_s(compiled) - clock_s(one))


def in_memory(data: pathlib.Path, names: pathlib.Path) -> dict[str, Any]:
    word = data / "word.txt"
    word.write_text("Nothing.\n", encoding="utf-8")
    cost = run([MATCHING, names, word, 1])
    found = json.loads(cost.output)
    return {"compile_s": found["read_s"] + found["compile_s"], "peak_mb": cost.peak_mb, "bytes_per_name": None, "open_ms": None}
