"""Times peers at finding the names of a list in a text, on one thread.

    match.py PEER NAMES TEXT [ROUNDS [PIECE]]
    PEER: daachorse, ahocorasick_rs, flashtext2, flashtext2-ignore-case, hyperscan, spacy

The text is taken in pieces of PIECE bytes (3000) or a little more, cut at blank lines, as documents come. Prints
a line of JSON: MB/s of CPU time (median of ROUNDS), seconds to build, and the number of hits. All are called
through Python, once a piece; the time to make Python's lists of hits is in it, as for whoever uses them so.
"""
import functools
import json
import statistics
import sys
import time
from collections.abc import Callable

Find = Callable[[bytes], int]  # the number of hits in a piece


def read_names(path: str) -> list[str]:
    with open(path, encoding="utf-8") as file:
        return list(dict.fromkeys(line.rstrip("\n") for line in file if line.strip()))


def read_pieces(path: str, least: int) -> list[bytes]:
    with open(path, "rb") as file:
        data = file.read()
    pieces, start = [], 0
    while start < len(data):
        end = data.find(b"\n\n", start + least)
        end = len(data) if end < 0 else end + 2
        pieces.append(data[start:end])
        start = end
    return pieces


def daachorse(names: list[str]) -> Find:
    import daachorse
    find = daachorse.DoubleArrayAhoCorasick([name.encode() for name in names], daachorse.MATCH_KIND_LEFTMOST_LONGEST).find
    return lambda piece: len(find(piece))


def ahocorasick_rs(names: list[str]) -> Find:
    import ahocorasick_rs
    matcher = ahocorasick_rs.BytesAhoCorasick([name.encode() for name in names], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return lambda piece: len(matcher.find_matches_as_indexes(piece))


def flashtext2(names: list[str], case_sensitive: bool = True) -> Find:
    import flashtext2
    processor = flashtext2.KeywordProcessor(case_sensitive=case_sensitive)
    processor.add_keywords_from_iter(names)
    return lambda piece: len(processor.extract_keywords(piece.decode()))


class Hyperscan:
    """Timed without a function to report to, since Python's takes a third of the time; the hits are counted after that."""

    def __init__(self, names: list[str]) -> None:
        import hyperscan
        self.database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        expressions = [name.encode() for name in names]
        self.database.compile(expressions=expressions, ids=list(range(len(names))), flags=[0] * len(names), literal=True)
        self.scratch = hyperscan.Scratch(self.database)

    def __call__(self, piece: bytes) -> int:
        self.database.scan(piece, match_event_handler=None, scratch=self.scratch)
        return 0

    def hits(self, piece: bytes) -> int:
        """All names that end anywhere: Hyperscan knows no leftmost longest one."""
        found: list[int] = []
        self.database.scan(piece, match_event_handler=lambda name, *_: found.append(name), scratch=self.scratch)
        return len(found)


def spacy(names: list[str]) -> Find:
    import spacy
    from spacy.matcher import PhraseMatcher
    language = spacy.blank("en")
    language.max_length = 1 << 40
    matcher = PhraseMatcher(language.vocab)
    for start in range(0, len(names), 10_000):
        matcher.add("NAME", [language.make_doc(name) for name in names[start : start + 10_000]])
    return lambda piece: len(matcher(language.make_doc(piece.decode()), as_spans=True))


PEERS: dict[str, Callable[[list[str]], Find]] = {
    "daachorse": daachorse, "ahocorasick_rs": ahocorasick_rs, "flashtext2": flashtext2,
    "flashtext2-ignore-case": functools.partial(flashtext2, case_sensitive=False), "hyperscan": Hyperscan, "spacy": spacy,
}


def main() -> None:
    peer, names_path, text_path = sys.argv[1:4]
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 3
    names = read_names(names_path)
    pieces = read_pieces(text_path, int(sys.argv[5]) if len(sys.argv) > 5 else 3000)
    begin = time.process_time()
    find = PEERS[peer](names)
    built = time.process_time() - begin
    megabytes = sum(map(len, pieces)) / 1e6
    speeds, hits = [], 0
    for _ in range(rounds):
        begin = time.process_time()
        hits = sum(map(find, pieces))
        speeds.append(megabytes / (time.process_time() - begin))
    if isinstance(find, Hyperscan):
        hits = sum(map(find.hits, pieces))
    print(json.dumps({"peer": peer, "names": len(names), "build_s": round(built, 2), "mbps": round(statistics.median(speeds), 2), "hits": hits}))


if __name__ == "__main__":
    main()
