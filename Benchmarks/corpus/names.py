"""Lists of names: those of the shipped gazetteers first, then persons, organisations, places and websites.

Given and family names come from the capitalised words of the word lists, of which most are names, and from
syllables in the manner of eight groups of languages, drawn by a Zipf law, so that a few family names are borne by
thousands and most by one or two. A person may have an initial, a particle (`van der`, `al-`, `bin`, `de la`), a
double family name, or a second entry of the family name alone, as gazetteers hold aliases. A few names begin with
a small letter, as in any large gazetteer: particles, websites, brands.
"""
import csv
import dataclasses
import pathlib
import random
from collections.abc import Iterator

from .vocabulary import Vocabulary, stream, zipf

# Syllables: beginnings, middles, endings of family names, in the manner of one group of languages each.
SYLLABLES = [
    ("Ash Black Brad Cal Dun Ed Fair Gar Hal Har Hol Ken Lang Mar New Nor Pres Ram Sher Stan Thorn Wal Wes Whit Win Wood",
     "ber bur den der ing ling ming ne ring shel ter", "by combe croft dale don field ford ham ley man ridge son stead ton well wood worth"),
    ("Ab Al Ber Bre Dres Eber Fal Fel Grun Hart Hein Kal Kess Lind Mann Mol Neu Ober Rein Roth Schal Schnei Stein Wag Weis Zim",
     "ber den der el en ger hel len mer ten", "bach bauer berg burg der feld hagen haus hoff mann meier ner ner recht stein thal"),
    ("An Be Bor Dra Go Iva Kar Kov Ku La Ma Mi Ni Or Pa Pe Ro Sa Se Sid So Ta Va Vo Ya Za",
     "cha de ga ka le li lo mi na ne no ri ro sha ti va", "chenko dze enko ev ic in kin kov lov nko ov ova shvili ski sky vich yan"),
    ("Al Bar Be Ca Cas Del Es Fer Gal Gar Her Lo Mal Mar Men Mo Na Or Pe Qui Ra Ro Sal San Ur Va Ve Vil",
     "ba ca da de do gue la lle na nan ra ri ro sa ta te va", "bal dez doza era ez guez iga illo ini lli nez oso rez ro ta to uela"),
    ("Ab Ah Al As Ba Bu Fa Gha Ha Ham Hus Ib Ja Ka Kha Ma Mah Mu Na Ra Sa Sha Ta Wa Ya Za",
     "ba da di fa ha hi la li ma mi na ra ri sa wa ya za", "d di far h hani i id if in k ki m med r ri s sh wi"),
    ("A Fu Ha Hi I Ka Ki Ko Ma Mi Mo Na O Sa Shi Su Ta To U Wa Ya Yo",
     "ba chi da ga ka ki ko ma mi mo na no ri sa shi su ta to wa ya zu", "da gawa guchi hara hashi ka kawa ki ma moto mura no shita ta to wa yama zaki"),
    ("Ade Aki Ba Bo Chi Dia Do Eme Ka Ki Ko Ma Mbe Mo Mu Ndi Nga Nko Nwa Odu Oko Olu Sa Si Tra Ze",
     "ba bo da di fe go ka ki la lo ma mbo na ndo nga ra so wa yo", "ba bi du fo ga jo ke ko la le lo ma mbe na ngo nyi ré si te we"),
    ("Ba Bha Cha Da De Dha Ga Gu Ja Ka Kha Kri Ku La Ma Me Na Pa Pra Ra Ri Sa Sha Shu Su Va Vi",
     "ba da dha du ga ja ka la li ma na ni ra ri ru sa sha ta va vi", "bhai das gupta ha jee kar l m ma n nath pal r ri sh tha thy van war"),
]
USUAL_GIVEN = """James John Robert Michael William David Richard Joseph Thomas Charles Mary Patricia Jennifer Linda Elizabeth
Barbara Susan Jessica Sarah Karen Daniel Matthew Anthony Mark Paul Steven Andrew Kenneth George Joshua Kevin Brian Edward
Ronald Timothy Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Emma Olivia Anna
Laura Maria Peter Simon Martin Alexander Ivan Sergei Vladimir Dmitry Olga Elena Natalia Tatiana Andrei Mikhail Ahmed
Mohammed Ali Hassan Hussein Omar Ibrahim Khalid Yusuf Fatima Aisha Layla Mariam Abdullah Mustafa Mehmet José Juan Carlos
Luis Miguel Ana Carmen Lucía Sofía Pedro Jorge Fernando Diego Pablo João Paulo Luiz Marco Giuseppe Giulia Francesco
Jean Pierre François Marie Claire Élise Hans Klaus Jürgen Heinz Ursula Wolfgang Hiroshi Kenji Takashi Yuki Akira Wei
Li Ming Xiao Jing Raj Amit Priya Sanjay Anil Sunita Arjun Kwame Amara Chinedu Ngozi Tunde Kofi Thabo Sipho Lars Erik
Ingrid Sven Jan Piotr Agnieszka Tomasz Katarzyna Zoltán István Nikos Dimitris Yannis""".split()
PARTICLES = ["van", "van der", "von", "de", "de la", "del", "di", "da", "bin", "al-", "Al-", "O'", "Mac", "El", "dos", "ben"]
FIELDS = """Agriculture Aviation Banking Chemistry Climate Commerce Culture Defence Development Economics Education Energy
Engineering Environment Finance Fisheries Forestry Geology Health Heritage Housing Immigration Industry Justice Labour
Law Medicine Mining Peace Physics Planning Research Science Security Shipping Statistics Strategy Telecommunications Trade
Transport""".split()
BODIES = ["Institute for", "Centre for", "Ministry of", "Department of", "Council on", "Institute of", "Agency for", "Association of",
          "Committee on", "Foundation for"]
COMPANIES = ["Bank", "Group", "Holdings", "Ltd", "Inc", "Corporation", "Airlines", "Insurance", "Motors", "Energy", "Pharmaceuticals",
             "Party", "University", "Partners", "Media", "Systems", "Foods", "Steel", "Capital", "Union", "College", "Hospital", "FC"]
DIRECTIONS = ["North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Central", "Upper", "Lower", "New", "Great"]
LANDMARKS = ["Valley", "County", "Province", "River", "Bay", "Island", "Mountains", "District", "Beach", "Lake", "Harbour", "Heights", "Park"]


@dataclasses.dataclass(frozen=True, slots=True)
class Name:
    text: str
    family: str = ""  # of a person: what a text calls them once they were named in full


class Names:
    """Draws names of persons, organisations, places and websites."""

    def __init__(self, rng: random.Random, vocabulary: Vocabulary) -> None:
        self.rng = rng
        self.proper = vocabulary.proper
        given = list(dict.fromkeys(USUAL_GIVEN + [name for name in vocabulary.proper[:14_000] if 3 <= len(name) <= 9]
                                   + [invented(rng, 1) for _ in range(30_000)]))
        family = list(dict.fromkeys([name for name in vocabulary.proper if len(name) <= 12] + [invented(rng, 2) for _ in range(420_000)]))
        self.given = stream(rng, given, zipf(len(given), 12, 0.95))
        self.family = stream(rng, family, zipf(len(family), 150, 0.9))
        titles = [word.capitalize() for word in vocabulary.content[:12_000] if len(word) > 3]
        self.words = stream(rng, titles, zipf(len(titles), 60))

    def person(self) -> Name:
        rng, draw = self.rng, self.rng.random()
        given, family = next(self.given), next(self.family)
        if draw < 0.06:
            particle = rng.choice(PARTICLES)
            family = particle + family if particle[-1] in "-'c" else f"{particle} {family}"
        elif draw < 0.09:
            family = f"{family}-{next(self.family)}"
        elif draw < 0.17:
            given = f"{given} {rng.choice('ABCDEFGHJKLMNPRSTW')}."
        elif draw < 0.21:
            given = f"{given} {next(self.given)}"
        return Name(f"{given} {family}", family)

    def organisation(self) -> Name:
        rng, draw = self.rng, self.rng.random()
        if draw < 0.2:
            return Name(f"{rng.choice(BODIES)} {rng.choice(FIELDS)} and {next(self.words)}")
        if draw < 0.55:
            return Name(f"{next(self.family)} {rng.choice(COMPANIES)}")
        if draw < 0.7:
            return Name(f"{rng.choice(DIRECTIONS)} {next(self.words)} {rng.choice(COMPANIES)}")
        if draw < 0.99:
            return Name(f"{next(self.words)} {next(self.words)} {rng.choice(COMPANIES)}")
        return Name(rng.choice("ei") + next(self.words))

    def place(self) -> Name:
        rng, draw = self.rng, self.rng.random()
        if draw < 0.07:
            return Name(next(self.family))
        if draw < 0.5:
            return Name(f"{rng.choice(DIRECTIONS)} {next(self.family)}")
        return Name(f"{next(self.family)} {rng.choice(LANDMARKS)}")

    def any(self) -> Iterator[Name]:
        """A name, and with some the aliases that gazetteers list beside it."""
        draw = self.rng.random()
        if draw < 0.66:
            person = self.person()
            yield person
            if self.rng.random() < 0.04:
                yield Name(person.family)
        elif draw < 0.86:
            organisation = self.organisation()
            yield organisation
            if self.rng.random() < 0.02:
                yield Name(organisation.text.lower().replace(" ", "") + self.rng.choice([".com", ".org", ".net"]))
        else:
            yield self.place()


def invented(rng: random.Random, syllables: int) -> str:
    """A name of a beginning, up to `syllables` middles and an ending, in the manner of one group of languages."""
    begin, middle, end = (part.split() for part in rng.choice(SYLLABLES))
    return rng.choice(begin) + "".join(rng.choice(middle) for _ in range(rng.randint(0, syllables))) + rng.choice(end)


def shipped(folder: pathlib.Path) -> list[Name]:
    """All names and aliases of the shipped gazetteers; of those of more than one word, people know the last as family name."""
    names: dict[str, Name] = {}
    for file in ("countries.tsv", "organisations.tsv", "people.tsv"):
        with open(folder / file, encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                family = (row.get("family") or "").split("|")[0]
                texts = [row["name"]] + [name for column in ("aliases", "abbreviations", "demonyms") for name in (row.get(column) or "").split("|")]
                for text in texts:
                    if text and not text.endswith("-"):
                        names.setdefault(text, Name(text, family if text.endswith(family) else ""))
    return list(names.values())


def gazetteer(rng: random.Random, vocabulary: Vocabulary, first: list[Name], count: int) -> list[Name]:
    """`count` names: `first`, then generated ones, none twice."""
    names = {name.text: name for name in first}
    source = Names(rng, vocabulary)
    while len(names) < count:
        for name in source.any():
            names.setdefault(name.text, name)
    return list(names.values())[:count]
