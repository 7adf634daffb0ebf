"""Adverse inputs: what makes a matcher look at every byte, or what it was not made for.

Each is a text `adverse-NAME.txt`, most with a list of names of its own, `names-NAME.txt`, made from the news text
and its names. CASES says which names go with which text, and what it tries. For the whole job: `tiny.jsonl`, a
document a paragraph, `single.jsonl`, one document of everything, and `single-half.jsonl`, of half of it.
"""
import dataclasses
import json
import pathlib
import random
import re
from collections.abc import Callable

from .vocabulary import Vocabulary, stream, zipf


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    name: str
    names: str
    title: str
    piece_bytes: int = 3000


CASES = [
    Case("lower", "names-lower.txt", "names and text in small letters"),
    Case("capitals", "names-100000.txt", "text in capitals"),
    Case("cyrillic", "names-100000.txt", "text in Cyrillic, names in Latin letters"),
    Case("cyrillic", "names-cyrillic.txt", "text and names in Cyrillic"),
    Case("han", "names-han.txt", "text and names in Han characters, no spaces"),
    Case("prefixes", "names-100000.txt", "nothing but beginnings of names"),
    Case("news", "names-words.txt", "news, every word listed"),
    Case("line", "names-100000.txt", "news as one line without an end", 1 << 40),
    Case("news", "names-100000.txt", "news in tiny documents", 1),
    Case("accented", "names-accented.txt", "text and names with accents, French and Vietnamese"),
]

CYRILLIC_PAIRS = {"shch": "щ", "sh": "ш", "ch": "ч", "zh": "ж", "kh": "х", "ts": "ц", "ya": "я", "yu": "ю", "ph": "ф", "th": "т", "qu": "кв", "ck": "к"}
CYRILLIC_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", ["а", "б", "к", "д", "е", "ф", "г", "х", "и", "дж", "к", "л", "м", "н", "о", "п", "к", "р",
                                                          "с", "т", "у", "в", "в", "кс", "ы", "з"], strict=True))
CYRILLIC_PART = re.compile("|".join(CYRILLIC_PAIRS) + "|[a-z]")
ACCENTS = {"a": "àâáảãạăằấậ", "e": "éèêëẻẽẹếề", "i": "îïíìỉĩị", "o": "ôóòỏõọốồơờ", "u": "ùûüúủũụưừ", "c": "ç", "d": "đ"}
HAN_FIRST, HAN_COUNT = 0x4E00, 3000


def write(folder: pathlib.Path, vocabulary: Vocabulary, names: list[str], limit: int) -> None:
    """Writes all of them, each of about `limit` bytes."""
    rng = random.Random("adverse")
    with open(folder / "news.txt", encoding="utf-8") as file:
        text = file.read(limit)

    def save(name: str, text: str) -> None:
        (folder / f"adverse-{name}.txt").write_text(text, encoding="utf-8")

    def save_names(name: str, names: list[str]) -> None:
        (folder / f"names-{name}.txt").write_text("".join(f"{text}\n" for text in dict.fromkeys(names)), encoding="utf-8")

    save("news", text)
    save_documents(folder / "tiny.jsonl", [paragraph for paragraph in text.split("\n\n") if paragraph])
    save_documents(folder / "single-half.jsonl", [text[: limit // 2]])
    save_documents(folder / "single.jsonl", [text])
    save("lower", text.lower())
    save_names("lower", [name.lower() for name in names[:50_000]] + terms(rng, vocabulary, 50_000))
    save("capitals", text.upper())
    save("line", text.replace("\n", " "))
    save_names("words", vocabulary.functions + vocabulary.content[:100_000] + names[:5_000])
    cyrillic = by_words(cyrillic_word)
    save("cyrillic", cyrillic(text[: limit // 2]))
    save_names("cyrillic", [cyrillic(name) for name in names])
    accented = by_words(accented_word)
    save("accented", accented(text[: limit * 2 // 3]))
    save_names("accented", [accented(name) for name in names])
    save("prefixes", prefixes(rng, names, limit))
    han_names = ["".join(han(rng, rng.randint(2, 4))) for _ in range(100_000)]
    save_names("han", han_names)
    save("han", han_text(rng, han_names, limit // 3))


def save_documents(path: pathlib.Path, texts: list[str]) -> None:
    with open(path, "w", encoding="utf-8") as lines:
        for number, text in enumerate(texts):
            lines.write(json.dumps({"id": f"{number:07}", "text": text}, ensure_ascii=False) + "\n")


def terms(rng: random.Random, vocabulary: Vocabulary, count: int) -> list[str]:
    """Terms of two words, such as a gazetteer of subjects has."""
    words = vocabulary.content_stream(rng)
    return [f"{next(words)} {next(words)}" for _ in range(count)]


def by_words(change: Callable[[str], str]) -> Callable[[str], str]:
    """A function that changes every ASCII word of a text, each the same way wherever it stands."""
    known: dict[str, str] = {}

    def changed(match: re.Match[str]) -> str:
        word = match.group()
        if word not in known:
            known[word] = change(word)
        return known[word]

    return lambda text: re.sub("[A-Za-z]+", changed, text)


def cyrillic_word(word: str) -> str:
    lower = CYRILLIC_PART.sub(lambda part: CYRILLIC_PAIRS.get(part.group()) or CYRILLIC_LETTERS[part.group()], word.lower())
    if word.isupper() and len(word) > 1:
        return lower.upper()
    return lower.capitalize() if word[0].isupper() else lower


def accented_word(word: str) -> str:
    """Half of the vowels get an accent, and some consonants; which, hangs on the word alone."""
    rng = random.Random(word)
    return "".join(rng.choice(ACCENTS[letter]) if letter in ACCENTS and rng.random() < (0.5 if letter in "aeiou" else 0.1) else letter
                   for letter in word)


def prefixes(rng: random.Random, names: list[str], limit: int) -> str:
    starts = [name.rsplit(" ", 1)[0] for name in names[:20_000] if " " in name]
    parts, total = [], 0
    while total < limit:
        parts.append(rng.choice(starts))
        total += len(parts[-1]) + 1
    return "\n\n".join(" ".join(parts[place : place + 300]) for place in range(0, len(parts), 300))


HAN_WEIGHTS = zipf(HAN_COUNT, 60)
HAN_CHARACTERS = [chr(HAN_FIRST + number) for number in range(HAN_COUNT)]


def han(rng: random.Random, count: int) -> list[str]:
    return rng.choices(HAN_CHARACTERS, cum_weights=HAN_WEIGHTS, k=count)


def han_text(rng: random.Random, names: list[str], characters: int) -> str:
    """Sentences of about 35 characters with a listed name in every second one, full-width stops, kana between."""
    listed = stream(rng, names, zipf(len(names), 8, 1.1))
    parts, total = [], 0
    while total < characters:
        kana = "".join(rng.choices("のにはをがとでもした", k=4))
        parts.append("".join(han(rng, rng.randint(8, 30))) + kana + (next(listed) if rng.random() < 0.5 else "") + "".join(han(rng, 6)) + "。")
        if rng.random() < 0.1:
            parts.append("\n\n")
        total += len(parts[-1])
    return "".join(parts)
