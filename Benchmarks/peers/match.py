"""Times peers at finding the names of a list in a text, on one thread.

    match.py PEER NAMES TEXT [ROUNDS]     PEER: daachorse, ahocorasick_rs, flashtext2

The text is taken in pieces of about 3 kB, cut at blank lines, as documents come. Prints a line of JSON:
MB/s of CPU time (median of ROUNDS), seconds to build, and the number of hits.
"""
import json
import statistics
import sys
import time

peer, names_file, text_file = sys.argv[1:4]
rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 3
with open(names_file, encoding="utf-8") as file:
    names = list(dict.fromkeys(line.rstrip("\n") for line in file if line.strip()))
with open(text_file, "rb") as file:
    data = file.read()
pieces, start = [], 0
while start < len(data):
    end = data.find(b"\n\n", start + 3000)
    end = len(data) if end < 0 else end + 2
    pieces.append(data[start:end])
    start = end

begin = time.process_time()
if peer == "daachorse":
    import daachorse
    matcher = daachorse.DoubleArrayAhoCorasick([name.encode() for name in names], daachorse.MATCH_KIND_LEFTMOST_LONGEST)
    find = matcher.find
elif peer == "ahocorasick_rs":
    import ahocorasick_rs
    matcher = ahocorasick_rs.BytesAhoCorasick(
        [name.encode() for name in names], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    find = matcher.find_matches_as_indexes
elif peer == "flashtext2":
    import flashtext2
    matcher = flashtext2.KeywordProcessor(case_sensitive=True)
    matcher.add_keywords_from_iter(names)
    find = matcher.extract_keywords
    pieces = [piece.decode() for piece in pieces]
else:
    sys.exit(f"match.py: unknown peer {peer}")
built = time.process_time() - begin

speeds, hits = [], 0
for _ in range(rounds):
    begin = time.process_time()
    hits = sum(len(find(piece)) for piece in pieces)
    speeds.append(len(data) / 1e6 / (time.process_time() - begin))
print(json.dumps({"peer": peer, "names": len(names), "build_s": round(built, 2),
                  "mbps": round(statistics.median(speeds), 1), "hits": hits}))
