"""Makes the input of the benchmarks, the same bytes for the same seed.

    generate.py FOLDER [--megabytes 100] [--seed 1]

News-like text: words drawn from a Zipf distribution over a vocabulary of function words and invented
words with English syllables, sentences of log-normal length (median 21 words), paragraphs of one to
four sentences, documents of about 2.5 kB; every tenth document copies sentences of an earlier one, as
syndication does. About one word in 25 begins a name: most are of the shipped gazetteers' most usual
names, some of the generated gazetteer, and some of nobody's.

Writes, in FOLDER:
    news.jsonl             documents as JSON Lines (id, text, date, source)
    news.txt               the same texts, one after another
    lower.txt              the same in small letters: nothing begins with a capital
    capitals.txt           the same in capitals: everything does
    cyrillic.txt           the same letters written in Cyrillic
    names-100000.txt       names, one a line: the shipped ones first, then generated ones
    names-1000000.txt
    names-lower-100000.txt small-letter names
    prefixes.txt           a text of nothing but prefixes of names that never end
"""
import argparse
import bisect
import csv
import itertools
import json
import math
import pathlib
import random

FUNCTION = """the of to and a in that for is on was with he it said as at by from be has have an his
are but not they were which who will this would had been their its more we one about after or when
two out up also last could over new than first into people year years some no there she other years
time against before because told three during between only under most him while where what can if
made them since all government police officials minister president country state war deal talks""".split()
ONSETS = ["b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "tr", "pr",
          "cr", "br", "sh", "ch", "th", "pl", "gr", ""]
VOWELS = ["a", "e", "i", "o", "u", "ea", "ou", "ai", "io", "ee"]
CODAS = ["", "", "n", "r", "s", "t", "l", "nd", "nt", "st", "m", "ck", "d", "ng"]
GIVEN = ["Ad", "Al", "An", "Be", "Bo", "Ca", "Da", "El", "Fa", "Ga", "Ha", "Il", "Jo", "Ka", "La", "Ma",
         "Na", "Ol", "Pa", "Ra", "Sa", "Ta", "Ul", "Va", "Wi", "Ya", "Zo"]
SUFFIX = ["Group", "Holdings", "Bank", "Institute", "Agency", "Party", "University", "Ltd", "Council"]
CYRILLIC = str.maketrans("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
                         "абцдефгхийклмнопярстувшхызАБЦДЕФГХИЙКЛМНОПЯРСТУВШХЫЗ")


def invented(rng, low, high):
    return "".join(rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS)
                   for _ in range(rng.randint(low, high)))


def shipped_names(root):
    names = []
    for file in ("countries.tsv", "organisations.tsv", "people.tsv"):
        for row in csv.DictReader(open(root / file, encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            names.append(row["name"])
            for column in ("aliases", "abbreviations", "demonyms"):
                names += [n for n in row[column].split("|") if n and not n.endswith("-")]
    return list(dict.fromkeys(names))


def generated_names(rng, count, taken):
    seen = set(taken)
    while len(seen) < count:
        if rng.random() < 0.72:
            name = (rng.choice(GIVEN) + invented(rng, 1, 2)) + " " + invented(rng, 2, 3).capitalize()
            if rng.random() < 0.1:
                first, last = name.split(" ", 1)
                name = f"{first} {rng.choice('ABCDEFGHJKLMNPRSTW')}. {last}"
        else:
            name = invented(rng, 2, 3).capitalize() + " " + rng.choice(SUFFIX)
        if name not in seen:
            seen.add(name)
            yield name


class Words:
    def __init__(self, rng, size=40000):
        vocabulary = list(FUNCTION)
        seen = set(vocabulary)
        while len(vocabulary) < size:
            word = invented(rng, 1, 4)
            if len(word) > 2 and word not in seen:
                seen.add(word)
                vocabulary.append(word)
        weights = [1 / (rank + 2.7) for rank in range(size)]
        self.words, self.cumulative = vocabulary, list(itertools.accumulate(weights))

    def draw(self, rng, count):
        return rng.choices(self.words, cum_weights=self.cumulative, k=count)


def sentence(rng, words, usual, usual_weights, listed):
    count = max(4, min(60, int(rng.lognormvariate(math.log(21), 0.45))))
    parts = words.draw(rng, count)
    place = 0
    while place < len(parts):
        if rng.random() < 1 / 25:
            draw = rng.random()
            if draw < 0.6:
                name = rng.choices(usual, cum_weights=usual_weights)[0]
            elif draw < 0.75:
                name = rng.choice(listed)
            else:
                name = invented(rng, 1, 2).capitalize() + " " + invented(rng, 2, 3).capitalize()
            parts[place] = name
        place += 1
        if place < len(parts) and rng.random() < 0.06:
            parts[place - 1] += ","
    text = " ".join(parts)
    return text[0].upper() + text[1:] + rng.choice([".", ".", ".", ".", ".", "?", ".”", "."])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gazetteers", type=pathlib.Path,
                        default=pathlib.Path(__file__).resolve().parents[2] / "gazetteers")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    options.folder.mkdir(parents=True, exist_ok=True)

    shipped = shipped_names(options.gazetteers)
    names = shipped + list(generated_names(rng, 1_000_000, shipped))[: 1_000_000 - len(shipped)]
    for count in (100_000, 1_000_000):
        (options.folder / f"names-{count}.txt").write_text("\n".join(names[:count]) + "\n", encoding="utf-8")
    words = Words(rng)
    lower = list(dict.fromkeys(
        [" ".join(words.draw(rng, 2)) for _ in range(130_000)]))[:100_000]
    (options.folder / "names-lower-100000.txt").write_text("\n".join(lower) + "\n", encoding="utf-8")

    usual = rng.sample(shipped, 1200)
    usual_weights = list(itertools.accumulate(1 / (rank + 5) for rank in range(len(usual))))
    listed = names[: 100_000]
    total, number, recent = 0, 0, []
    limit = int(options.megabytes * 1_000_000)
    with open(options.folder / "news.jsonl", "w", encoding="utf-8") as lines, \
            open(options.folder / "news.txt", "w", encoding="utf-8") as plain:
        while total < limit:
            paragraphs, length = [], 0
            target = rng.lognormvariate(math.log(2300), 0.5)
            while length < target:
                block = [sentence(rng, words, usual, usual_weights, listed) for _ in range(rng.randint(1, 4))]
                if number % 10 == 9 and recent and rng.random() < 0.5:
                    block = rng.choice(recent)
                paragraphs.append(" ".join(block))
                recent.append(block)
                length += len(paragraphs[-1])
            recent = recent[-200:]
            text = "\n\n".join(paragraphs)
            lines.write(json.dumps({
                "id": f"{number:07}", "text": text, "source": f"site-{rng.randint(1, 40)}.example",
                "date": f"20{rng.randint(10, 24)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
            }, ensure_ascii=False) + "\n")
            plain.write(text + "\n\n")
            total += len(text.encode())
            number += 1
    text = (options.folder / "news.txt").read_text(encoding="utf-8")
    (options.folder / "lower.txt").write_text(text.lower(), encoding="utf-8")
    (options.folder / "capitals.txt").write_text(text.upper(), encoding="utf-8")
    (options.folder / "cyrillic.txt").write_text(text[: len(text) // 2].translate(CYRILLIC), encoding="utf-8")
    starts = [name.rsplit(" ", 1)[0] for name in names[:20000] if " " in name]
    with open(options.folder / "prefixes.txt", "w", encoding="utf-8") as adverse:
        written = 0
        while written < limit // 4:
            written += adverse.write(rng.choice(starts) + " ")
    print(f"{number} documents, {total / 1e6:.1f} MB of text")


main()
