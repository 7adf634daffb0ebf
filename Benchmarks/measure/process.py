"""Runs commands one at a time and says what they cost."""
import dataclasses
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = ROOT / "Benchmarks"
RELATA = ROOT / ".build/release/relata"
MATCHING = HERE / ".build/release/MatchingBenchmark"
NATIVE = HERE / ".build/native/release/daachorse-native"


@dataclasses.dataclass(frozen=True, slots=True)
class Cost:
    output: str
    processor_s: float  # user and system time
    clock_s: float
    peak_mb: float  # resident memory, mapped files included
    own_mb: float  # peak of anonymous memory where it was sampled; 0 where not, or where the system does not tell


def run(command: Sequence[object], samples_memory: bool = False, may_fail: bool = False) -> Cost:
    """Runs a command to its end; ends with its errors where it fails and may not. Sampling memory makes the clock inexact by 10 ms."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        begin = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdout=output, stderr=errors)
        own = most_anonymous_mb(process.pid) if samples_memory else 0.0
        _, status, usage = os.wait4(process.pid, 0)
        clock = time.monotonic() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode != 0 and not may_fail:
            sys.exit(f"{' '.join(map(str, command))}: status {process.returncode}: {errors.read().decode()}")
        return Cost(output.read().decode(), usage.ru_utime + usage.ru_stime, clock, usage.ru_maxrss / 1024, own)


def most_anonymous_mb(process: int) -> float:
    """Samples a process until it ends, and leaves it to be waited for."""
    most = 0.0
    while os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        most = max(most, anonymous_mb(process))
        time.sleep(0.01)
    return most


def anonymous_mb(process: int) -> float:
    try:
        found = re.search(r"RssAnon:\s+(\d+) kB", pathlib.Path(f"/proc/{process}/status").read_text())
    except OSError:
        return 0
    return int(found.group(1)) / 1024 if found else 0


def median(costs: list[Cost], value: Callable[[Cost], float]) -> float:
    return statistics.median(map(value, costs))


def processor() -> str:
    try:
        found = re.search(r"model name\s*:\s*(.*)", pathlib.Path("/proc/cpuinfo").read_text())
        return found.group(1) if found else "unknown processor"
    except OSError:
        return "unknown processor"


def say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)
