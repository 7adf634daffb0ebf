"""The whole job, as the best Python script does it: daachorse, a regular expression for sentences, python-igraph.

    whole_daachorse.py NAMES NEWS.jsonl FOLDER

Reads JSON Lines, finds the names that stand between word boundaries, counts which stand together in a sentence,
and writes FOLDER/graph.graphml and graph.dot. Prints a line of JSON: counts and seconds of processor time.
No folding, no rules of capitals, no resolution, no repeats, no evidence, no measures.
"""
import collections
import itertools
import json
import os
import re
import sys
import time
from collections.abc import Callable

import daachorse
import igraph
import orjson

SENTENCE_END = re.compile(rb"[.?!][\"\xe2\x80\x9d]*\s+(?=[A-Z\"\xe2])|\n\n")
WORD_BYTES = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") | frozenset(range(0xC3, 0xE0))

Find = Callable[[bytes], list[tuple[int, int, int]]]
Counts = collections.Counter[int]
Pairs = collections.Counter[tuple[int, int]]


def read_names(path: str) -> list[str]:
    with open(path, encoding="utf-8") as file:
        return list(dict.fromkeys(line.rstrip("\n") for line in file if line.strip()))


def count_ties(find: Find, news: str) -> tuple[Counts, Pairs]:
    mentions: Counts = collections.Counter()
    pairs: Pairs = collections.Counter()
    with open(news, "rb") as lines:
        for line in lines:
            text = orjson.loads(line)["text"].encode()
            hits = [
                (start, name) for start, end, name in find(text)
                if (start == 0 or text[start - 1] not in WORD_BYTES) and (end == len(text) or text[end] not in WORD_BYTES)
            ]
            mentions.update(name for _, name in hits)
            if len(hits) > 1:
                pairs.update(pairs_of(hits, text))
    return mentions, pairs


def pairs_of(hits: list[tuple[int, int]], text: bytes) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    ends = (match.end() for match in SENTENCE_END.finditer(text))
    end, together = next(ends, len(text)), set()
    for start, name in hits:
        while start >= end:
            if len(together) > 1:
                pairs += itertools.combinations(sorted(together), 2)
            together = set()
            end = next(ends, len(text) + 1)
        together.add(name)
    if len(together) > 1:
        pairs += itertools.combinations(sorted(together), 2)
    return pairs


def write(names: list[str], mentions: Counts, pairs: Pairs, folder: str) -> None:
    os.makedirs(folder, exist_ok=True)
    numbers = {name: number for number, name in enumerate(mentions)}
    graph = igraph.Graph(n=len(numbers), edges=[(numbers[one], numbers[other]) for one, other in pairs])
    graph.vs["label"] = [names[name] for name in mentions]
    graph.vs["mentions"] = list(mentions.values())
    graph.es["weight"] = list(pairs.values())
    graph.write_graphml(os.path.join(folder, "graph.graphml"))
    graph.write_dot(os.path.join(folder, "graph.dot"))


def main() -> None:
    names_path, news, folder = sys.argv[1:4]
    names = read_names(names_path)
    matcher = daachorse.DoubleArrayAhoCorasick([name.encode() for name in names], daachorse.MATCH_KIND_LEFTMOST_LONGEST)
    built = time.process_time()
    mentions, pairs = count_ties(matcher.find, news)
    counted = time.process_time()
    write(names, mentions, pairs, folder)
    print(json.dumps({
        "build_s": round(built, 2), "job_s": round(counted - built, 2), "write_s": round(time.process_time() - counted, 2),
        "mentions": mentions.total(), "nodes": len(mentions), "ties": len(pairs), "weight": pairs.total(),
    }))


main()
