"""Matching alone: Relata and its peers on news and on adverse texts, and whether their hits agree."""
import json
import pathlib
import sys
from typing import Any

from corpus.adverse import CASES

from .process import HERE, MATCHING, NATIVE, run, say

PEERS = ("daachorse", "ahocorasick_rs", "flashtext2", "flashtext2-ignore-case", "hyperscan")
COUNTS = (100_000, 1_000_000)
UNEXPLAINED_BOUND = 0.005  # of the hits that both have
SPACY_BYTES = 1_500_000

Row = dict[str, Any]


def peer(name: str, *arguments: object) -> Row:
    return json.loads(run([sys.executable, HERE / "peers/match.py", name, *arguments]).output)


def matching(data: pathlib.Path) -> list[Row]:
    rows: list[Row] = []
    for count in COUNTS:
        names, text = data / f"names-{count}.txt", data / "news.txt"
        say(f"matching, {count:,} names: Relata")
        ours = json.loads(run([MATCHING, names, text, 5]).output)
        ready = round(ours["compile_s"] + ours["read_s"], 2)
        rows.append({"count": count, "what": "Relata, matching", "mbps": ours["match_mbps"], "build_s": ready, "hits": ours["hits"]})
        rows.append({"count": count, "what": "Relata, bytes to mentions", "mbps": ours["recognise_mbps"], "build_s": ready, "hits": ours["mentions"]})
        rows += [{"count": count, "what": row["peer"], **row} for row in peers(names, text, data)]
    return rows


def peers(names: pathlib.Path, text: pathlib.Path, data: pathlib.Path) -> list[Row]:
    rows = []
    if NATIVE.exists():
        say("  daachorse, native")
        rows.append(json.loads(run([NATIVE, names, text, 5]).output))
    for name in PEERS:
        if name == "hyperscan" and not has_hyperscan():
            continue
        say(f"  {name}")
        rows.append(peer(name, names, text, 3))
    say("  spacy")
    part = data / "news-part.txt"
    part.write_bytes(text.read_bytes()[:SPACY_BYTES].rpartition(b"\n\n")[0])
    rows.append(peer("spacy", names, part, 1))
    return rows


def has_hyperscan() -> bool:
    try:
        import hyperscan  # noqa: F401
    except ImportError:
        return False
    return True


def adverse(data: pathlib.Path) -> list[Row]:
    rows = []
    for case in CASES:
        say(f"adverse: {case.title}")
        names, text = data / case.names, data / f"adverse-{case.name}.txt"
        ours = json.loads(run([MATCHING, names, text, 3, case.piece_bytes]).output)
        if NATIVE.exists():
            other = json.loads(run([NATIVE, names, text, 3, case.piece_bytes]).output)
        else:
            other = peer("daachorse", names, text, 3, case.piece_bytes)
        rows.append({"title": case.title, "match_mbps": ours["match_mbps"], "mbps": ours["recognise_mbps"], "hits": ours["hits"],
                     "peer": other["peer"], "peer_mbps": other["mbps"], "peer_hits": other["hits"]})
    return rows


def agreement(data: pathlib.Path) -> Row:
    """Relata's hits beside daachorse's in the first megabytes; ends where too many differences have no known cause."""
    say("agreement of hits")
    names, text, hits = data / "names-100000.txt", data / "adverse-news.txt", data / "hits.tsv"
    run([MATCHING, names, text, 1, 3000, hits])
    found: Row = json.loads(run([sys.executable, HERE / "peers/agree.py", names, text, hits]).output)
    unexplained = sum(count for cause, count in found["causes"].items() if "unexplained" in cause or "hidden" in cause)
    if unexplained > UNEXPLAINED_BOUND * found["both"]:
        sys.exit(f"benchmark: {unexplained} of {found['both']} hits differ without a cause that is sure; see peers/agree.py -v")
    return found
