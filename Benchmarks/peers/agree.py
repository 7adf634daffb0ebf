"""Compares Relata's hits with daachorse's, place by place, and says why they differ.

    agree.py NAMES TEXT HITS       HITS: `start TAB end` a line in bytes, as MatchingBenchmark writes it

Of daachorse's hits only those between word boundaries count; a hit inside a word that hid a name is looked past. A
difference belongs to the first rule that explains it; the rest is unexplained, and must stay small. Prints a line
of JSON.
"""
import collections
import json
import sys

import daachorse
from match import read_names


OTHER_ENDS = "another name at the same place, longer by folding, or without the full stop of a last `Jr.`"


def is_word(text: bytes, place: int) -> bool:
    """Whether the byte is of a word: an ASCII letter or digit, or of a letter outside ASCII (not U+2000 to U+2FFF, punctuation)."""
    return 0 <= place < len(text) and (text[place : place + 1].isalnum() or (text[place] >= 0x80 and text[max(0, place - 2) : place + 3].find(b"\xe2\x80") < 0))


def whole_words(matcher: daachorse.DoubleArrayAhoCorasick, text: bytes) -> set[tuple[int, int]]:
    found, base = set(), 0
    for piece in text.split(b"\n\n"):
        for start, end, _ in matcher.find(piece):
            if not is_word(text, base + start - 1) and not is_word(text, base + end):
                found.add((base + start, base + end))
        base += len(piece) + 2
    return found


def cause_of_ours(text: bytes, start: int, end: int, names: frozenset[bytes], others: bytearray) -> str:
    """Why daachorse has no such hit."""
    if text[start:end] not in names:
        return "found by folding capitals, accents, quotation marks, spaces"
    if any(others[start:end]):
        return OTHER_ENDS
    return "hidden behind a hit inside a word"


def cause_of_theirs(text: bytes, start: int, end: int, ours: bytearray) -> str:
    """Why Relata has no such hit."""
    if any(ours[start:end]):
        return OTHER_ENDS
    around = text[max(0, start - 3) : start] + b"|" + text[end : end + 3]
    if b"-" in around or b"." in around or "–".encode() in around or "’".encode() in around or b"'" in around:
        return "part of a longer token: hyphen, full stop, apostrophe"
    return "unexplained"


def main() -> None:
    names_path, text_path, hits_path = sys.argv[1:4]
    names = frozenset(name.encode() for name in read_names(names_path))
    with open(text_path, "rb") as file:
        text = file.read()
    with open(hits_path, encoding="ascii") as lines:
        ours = {(int(start), int(end)) for start, end in (line.split("\t") for line in lines)}
    theirs = whole_words(daachorse.DoubleArrayAhoCorasick(sorted(names), daachorse.MATCH_KIND_LEFTMOST_LONGEST), text)
    causes = collections.Counter()
    ours_cover, theirs_cover = covering(text, ours), covering(text, theirs)
    for start, end in ours - theirs:
        causes["Relata only: " + cause_of_ours(text, start, end, names, theirs_cover)] += 1
    for start, end in theirs - ours:
        cause = cause_of_theirs(text, start, end, ours_cover)
        causes["daachorse only: " + cause] += 1
        if cause == "unexplained" and "-v" in sys.argv:
            print(text[start - 20 : end + 20], text[start:end], file=sys.stderr)
    print(json.dumps({"relata": len(ours), "daachorse": len(theirs), "both": len(ours & theirs), "causes": dict(sorted(causes.items()))}))


def covering(text: bytes, hits: set[tuple[int, int]]) -> bytearray:
    marks = bytearray(len(text))
    for start, end in hits:
        marks[start:end] = b"\x01" * (end - start)
    return marks


if __name__ == "__main__":
    main()
