"""News-like documents: a headline, a dateline, paragraphs of sentences.

Words alternate between function and content words; every document has topics, words it comes back to, and a cast of
names it is about. A name is listed in the gazetteer, or of nobody in particular. Whole documents and parts of
them come again in later ones, as syndication has it.
"""
import dataclasses
import math
import random
from collections.abc import Iterator

from .names import Name, Names
from .vocabulary import MONTHS, WEEKDAYS, Vocabulary, stream, zipf

TITLES = ["President", "Prime Minister", "Mr", "Mrs", "Dr", "Gen.", "Sen.", "Professor", "Judge", "Mr.", "Ms.", "Foreign Minister"]
ABBREVIATIONS = ["U.S.", "U.K.", "a.m.", "p.m.", "e.g.", "No.", "Inc.", "GDP", "TV", "IT", "St.", "vs.", "DNA", "PM", "MPs"]
UNITS = ["percent", "per cent", "million", "billion", "people", "years", "days", "km", "miles", "dollars"]
COMPOUNDS = "based led backed run owned style level wide term related free year-old".split()
SPEECH = ["said", "said", "said", "told reporters", "added", "says", "wrote", "insisted"]

SENTENCE_SIGMA = 0.5
SENTENCE_MU = math.log(22) - SENTENCE_SIGMA**2 / 2  # of a log-normal law whose mean is 22 words
COPY_RATE = 0.10


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    identifier: str
    date: str
    source: str
    text: str


class Newsroom:
    """Writes documents without end; the same ones for the same random generator, vocabulary and names."""

    def __init__(self, rng: random.Random, vocabulary: Vocabulary, names: list[Name], known: int) -> None:
        """The first `known` names are shuffled among themselves: no usual name is usual because it stands first."""
        self.rng = rng
        self.functions = vocabulary.function_stream(rng)
        self.content = vocabulary.content_stream(rng)
        self.proper = stream(rng, vocabulary.proper, zipf(len(vocabulary.proper), 30))
        front = names[:known]
        random.Random(5).shuffle(front)
        ordered = front + names[known:]
        self.listed = stream(rng, ordered, zipf(len(ordered), 8, 1.1))
        self.unlisted = Names(rng, vocabulary)
        self.recent: list[list[str]] = []

    def documents(self) -> Iterator[Document]:
        rng, number = self.rng, 0
        while True:
            text = "\n\n".join(self.document())
            date = f"20{rng.randint(10, 24)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
            yield Document(f"{number:07}", date, f"site-{rng.randint(1, 40)}.example", text)
            number += 1

    def document(self) -> list[str]:
        """The paragraphs of a document, the headline first."""
        rng = self.rng
        story = Story(self)
        if self.recent and rng.random() < COPY_RATE:
            copied = rng.choice(self.recent)
            if rng.random() < 0.5:
                return [story.headline(), *copied[1:]]
            kept = [paragraph for paragraph in copied[1:] if rng.random() < 0.7]
            return [story.headline(), *kept, *(story.paragraph() for _ in range(rng.randint(1, 4)))]
        paragraphs, length = [story.headline()], 0
        target = min(9000, rng.lognormvariate(math.log(3300), 0.35))
        while length < target:
            paragraphs.append(story.paragraph())
            length += len(paragraphs[-1])
        paragraphs[1] = story.dateline() + paragraphs[1]
        self.recent.append(paragraphs)
        del self.recent[:-2000]
        return paragraphs


class Story:
    """One document: its topics, its cast, its house style of quotation marks and dashes."""

    def __init__(self, room: Newsroom) -> None:
        self.room, self.rng = room, room.rng
        rng = room.rng
        self.topics = [next(room.content) for _ in range(90)]
        self.cast = [next(room.listed) for _ in range(rng.randint(3, 10))]
        self.strangers = [room.unlisted.person() for _ in range(rng.randint(1, 4))]
        self.named: set[str] = set()
        self.curly = rng.random() < 0.5
        self.dash = rng.choice([" – ", " — ", " - "])

    def headline(self) -> str:
        words = self.words(self.rng.randint(6, 11))
        if self.rng.random() < 0.4:
            words = [word[0].upper() + word[1:] if len(word) > 3 else word for word in words]
        text = " ".join(words)
        return text[0].upper() + text[1:]

    def dateline(self) -> str:
        place = next(self.room.proper)
        return f"{place.upper() if self.rng.random() < 0.5 else place}, {self.rng.choice(MONTHS)} {self.rng.randint(1, 28)} (Relay){self.dash}"

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.rng.choice((1, 1, 2, 2, 3))))

    def sentence(self) -> str:
        rng = self.rng
        count = max(3, min(70, round(rng.lognormvariate(SENTENCE_MU, SENTENCE_SIGMA))))
        text = " ".join(self.words(count))
        text = text[0].upper() + text[1:]
        draw = rng.random()
        if draw < 0.13:
            text = f'"{text}," {self.mention()} {rng.choice(SPEECH)}.'
        elif draw < 0.17:
            text = f'{self.mention()} {rng.choice(SPEECH)}: "{text}."'
        else:
            text += "?" if draw < 0.19 else "."
        return self.styled(text)

    def styled(self, text: str) -> str:
        if not self.curly:
            return text
        text = text.replace("'", "’")
        while '"' in text:
            text = text.replace('"', "“", 1).replace('"', "”", 1)
        return text

    def words(self, count: int) -> list[str]:
        """`count` words, of which some are names, numbers and dates, with commas, brackets and dashes between."""
        rng, words, previous = self.rng, [], "."
        chance, functions, content = rng.random, self.room.functions, self.room.content
        after_function = False
        for _ in range(count):
            draw = chance()
            if draw < 0.082:
                word = self.special(draw / 0.082)
                after_function = False
            elif draw < (0.38 if after_function else 0.71):
                word = next(functions)
                if word == previous:
                    word = next(functions)
                after_function = True
            else:
                word = next(content) if draw < 0.89 else self.topics[int(chance() * 90)]
                after_function = False
            if word == "i" or word == "i'm":
                word = word.capitalize()
            words.append(word)
            previous = word
            if draw > 0.93 and not after_function:
                words[-1] = self.punctuated(word)
        words[-1] = words[-1].rstrip(",")
        return words

    def punctuated(self, word: str) -> str:
        draw = self.rng.random()
        if draw < 0.86:
            return word + ","
        if draw < 0.91:
            return word + self.dash.rstrip()
        if draw < 0.95:
            return f"({word})"
        return f"{word}'s"

    def special(self, draw: float) -> str:
        rng = self.rng
        if draw < 0.34:
            return self.mention()
        if draw < 0.42:
            return self.stranger()
        if draw < 0.65:
            return self.number()
        if draw < 0.75:
            return self.date()
        if draw < 0.79:
            return next(self.room.proper)
        if draw < 0.83:
            return rng.choice(ABBREVIATIONS)
        return f"{next(self.room.content)}-{rng.choice(COMPOUNDS)}" if draw < 0.92 else f"{next(self.room.content)}'s"

    def mention(self) -> str:
        """A name of the cast, mostly, or any listed one; a person named before often by family name alone."""
        rng = self.rng
        name = rng.choice(self.cast) if rng.random() < 0.7 else next(self.room.listed)
        return self.called(name)

    def stranger(self) -> str:
        return self.called(self.rng.choice(self.strangers) if self.rng.random() < 0.6 else self.room.unlisted.person())

    def called(self, name: Name) -> str:
        rng = self.rng
        if name.family and name.text in self.named and rng.random() < 0.6:
            return f"{rng.choice(TITLES)} {name.family}" if rng.random() < 0.2 else name.family
        self.named.add(name.text)
        text = f"{rng.choice(TITLES)} {name.text}" if name.family and rng.random() < 0.1 else name.text
        return text + "'s" if rng.random() < 0.06 else text

    def number(self) -> str:
        rng, draw = self.rng, self.rng.random()
        rounded = rng.randint(1, 99) * 10 ** rng.choice((0, 0, 0, 1, 1, 2, 3))
        if draw < 0.35:
            return f"{rounded:,} {rng.choice(UNITS)}"
        if draw < 0.5:
            return f"${rng.uniform(1, 20):.1f} {rng.choice(('million', 'billion'))}"
        if draw < 0.6:
            return f"{int(10 ** rng.uniform(3, 6)):,}"
        return str(rng.randint(2, 40)) if draw < 0.8 else f"{rng.uniform(0, 30):.1f}%"

    def date(self) -> str:
        rng, draw = self.rng, self.rng.random()
        if draw < 0.5:
            return rng.choice(WEEKDAYS)
        if draw < 0.75:
            return f"{rng.choice(MONTHS)} {rng.randint(1, 31)}"
        return f"{rng.choice(MONTHS)} {rng.randint(1990, 2024)}" if draw < 0.85 else str(rng.randint(1950, 2024))
