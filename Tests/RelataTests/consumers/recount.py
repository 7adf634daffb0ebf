"""Recounts every tie of a build from mentions.jsonl and evidence.jsonl, independently of the tool.

    recount.py FOLDER     the folder that `relata build` wrote, with sentence windows
"""
import collections
import csv
import itertools
import json
import pathlib
import re
import sys
import unicodedata

folder = pathlib.Path(sys.argv[1])
lines = [json.loads(line) for line in open(folder / "evidence.jsonl", encoding="utf-8")]
ties = {(row["Source"], row["Target"]): row for row in csv.DictReader(open(folder / "edges.csv", newline="", encoding="utf-8"))}

# 1. `count` is the number of evidence lines that are no repeat, `repeats` of those that are.
counted = collections.Counter((line["source"], line["target"], line["repeat"]) for line in lines)
for (source, target), row in ties.items():
    assert int(row["count"]) == counted[source, target, False], (source, target, row["count"])
    assert int(row["repeats"]) == counted[source, target, True], (source, target, row["repeats"])
assert {(s, t) for s, t, _ in counted} == set(ties), "ties without evidence, or evidence without a tie"

# 2. All over again from the mentions: entities of one sentence are together once, and a sentence
#    whose words were seen before with the same entities is a repeat.
def folded(text):
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return tuple(re.findall(r"\w+", re.sub(r"(?<=\b\w)\.(?=\w\b)", "", plain).casefold()))

windows = {(line["document"], line["start"]): line["text"] for line in lines}
starts = collections.defaultdict(list)
for document, start in windows:
    starts[document].append(start)
together = collections.defaultdict(set)
for line in open(folder / "mentions.jsonl", encoding="utf-8"):
    mention = json.loads(line)
    together[mention["document"], mention["sentence"]].add((mention["entity"], mention["start"]))
seen, recount, documents = set(), collections.Counter(), collections.defaultdict(set)
for (document, sentence), found in sorted(together.items()):
    entities = sorted({entity for entity, _ in found})
    if len(entities) < 2:
        continue
    begin = max(s for s in starts[document] if s <= min(place for _, place in found))
    key = (folded(windows[document, begin]), tuple(entities))
    for pair in itertools.combinations(entities, 2):
        documents[pair].add(document)
        recount[pair] += key not in seen
    seen.add(key)
for pair, row in ties.items():
    assert int(row["count"]) == recount[pair], (pair, row["count"], recount[pair])
    assert int(row["documents"]) == len(documents[pair]), (pair, row["documents"])
assert set(documents) == set(ties)
print(f"recount: {len(ties)} ties, {len(lines)} lines of evidence agree")
