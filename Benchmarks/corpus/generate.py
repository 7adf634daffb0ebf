"""Makes the input of the benchmarks, the same bytes for the same seed and word lists.

    generate.py FOLDER [--megabytes 100] [--seed 1] [--part N]

Writes, in FOLDER:
    names-100000.txt, names-1000000.txt   names, one a line: the shipped ones first, then generated ones
    news.jsonl                            documents as JSON Lines (id, text, date, source)
    news.txt                              the same texts, one after another
    statistics.json                       what tells how like news the text is
and the adverse inputs (adverse.py). With --part N: only part-N.jsonl, other documents about the same names.
"""
import argparse
import json
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from corpus import adverse, statistics  # noqa: E402
from corpus.names import Name, gazetteer, shipped  # noqa: E402
from corpus.news import Newsroom  # noqa: E402
from corpus.vocabulary import Vocabulary  # noqa: E402

GAZETTEERS = pathlib.Path(__file__).resolve().parents[2] / "gazetteers"
COUNTS = (100_000, 1_000_000)


def write_news(room: Newsroom, limit: float, lines_path: pathlib.Path, plain_path: pathlib.Path | None = None, prefix: str = "") -> tuple[int, int]:
    """Writes documents up to `limit` bytes of text, their identifiers behind `prefix`; how many, and their bytes."""
    total = number = 0
    with open(lines_path, "w", encoding="utf-8") as lines, open(plain_path or "/dev/null", "w", encoding="utf-8") as plain:
        for document in room.documents():
            record = {"id": prefix + document.identifier, "text": document.text, "source": document.source, "date": document.date}
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
            plain.write(document.text + "\n\n")
            total += len(document.text.encode())
            number += 1
            if total >= limit:
                return number, total
    return number, total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", type=int)
    options = parser.parse_args()
    folder: pathlib.Path = options.folder
    folder.mkdir(parents=True, exist_ok=True)

    vocabulary = Vocabulary(random.Random(f"words {options.seed}"))
    first = shipped(GAZETTEERS)
    names: list[Name] = gazetteer(random.Random(f"names {options.seed}"), vocabulary, first, COUNTS[-1])
    room = Newsroom(random.Random(f"news {options.seed} {options.part or 0}"), vocabulary, names, len(first))
    limit = options.megabytes * 1e6
    if options.part is not None:
        write_news(room, limit, folder / f"part-{options.part}.jsonl", prefix=f"{options.part}-")
        return
    for count in COUNTS:
        (folder / f"names-{count}.txt").write_text("".join(f"{name.text}\n" for name in names[:count]), encoding="utf-8")
    number, total = write_news(room, limit, folder / "news.jsonl", folder / "news.txt")
    statistics.write(folder, number)
    adverse.write(folder, vocabulary, [name.text for name in names[: COUNTS[0]]], int(limit / 5))
    print(f"{number} documents, {total / 1e6:.1f} MB of text")


if __name__ == "__main__":
    main()
