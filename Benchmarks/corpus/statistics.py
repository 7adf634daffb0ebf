"""Counts what tells how like news the text is; docs/benchmarks.md shows it."""
import json
import pathlib
import re

TOKEN = re.compile(r"[^\W_](?:[\w.'’,-]*[^\W_])?")
SENTENCE_END = re.compile(r"[.?!][\"”]?\s+(?=[A-Z“\"])")


def write(folder: pathlib.Path, documents: int) -> None:
    text = (folder / "news.txt").read_text(encoding="utf-8")
    (folder / "statistics.json").write_text(json.dumps(measured(text, documents), indent=1) + "\n", encoding="utf-8")


def measured(text: str, documents: int) -> dict[str, float]:
    """Means over the first ten million characters; distinct tokens at two lengths, for Heaps' law; tokens of a document."""
    sample = text[:10_000_000]
    tokens = TOKEN.findall(sample)
    words = [token for token in tokens if token[0].isalpha()]
    return {
        "tokens in the sample": len(tokens),
        "distinct tokens among the first 100,000": len(set(tokens[:100_000])),
        "distinct tokens among the first 1,000,000": len(set(tokens[:1_000_000])),
        "share of tokens with a capital, %": round(100 * sum(word[0].isupper() for word in words) / len(tokens), 1),
        "share of the ten most usual words, %": round(share_of_usual(words, 10), 1),
        "letters in a word": round(sum(map(len, words)) / len(words), 2),
        "tokens in a sentence": round(len(tokens) / (len(SENTENCE_END.findall(sample)) + documents * len(sample) / len(text)), 1),
        "tokens in a document": round(len(tokens) * len(text) / len(sample) / documents),
        "bytes outside ASCII, %": round(100 * (1 - len(re.findall(rb"[\x00-\x7f]", sample[:1_000_000].encode())) / len(sample[:1_000_000].encode())), 2),
    }


def share_of_usual(words: list[str], count: int) -> float:
    occurrences: dict[str, int] = {}
    for word in words:
        key = word.lower()
        occurrences[key] = occurrences.get(key, 0) + 1
    return 100 * sum(sorted(occurrences.values())[-count:]) / len(words)
