"""English words with news-like frequencies, from the word lists of Debian (SCOWL).

The function words carry rounded frequencies of written English, by general knowledge. All others are ranked:
first the usual words of news below, then the lists by size, since a smaller list holds the more usual words, and
within one list by length and chance. Their frequencies follow a Zipf-Mandelbrot law of two regimes, as large
collections of text do: a rank's exponent is 1 up to 7,000 and 2.5 beyond.
"""
import itertools
import pathlib
import random
import re
import sys
from collections.abc import Iterator

FOLDER = pathlib.Path("/usr/share/dict")
LISTS = ("american-english-small", "american-english", "american-english-large", "british-english-large", "american-english-huge")

# Occurrences in a million words.
FUNCTION_WORDS: dict[str, int] = {
    word: int(count)
    for word, count in re.findall(
        r"([\w']+) (\d+)",
        """the 58000 of 28000 to 26000 and 25500 a 22500 in 22000 for 9800 that 9900 is 8200 on 7900 was 7400 said 5600 with 7000
        he 6200 as 6300 it 6400 at 5700 by 5800 from 4700 his 4000 be 4700 have 4400 has 4300 are 4300 an 3700 not 3500 they 3100
        i 2900 were 3000 who 2900 their 2700 but 3500 which 2300 had 2900 its 2500 will 2700 this 2800 would 2300 been 2300 more 2200
        we 2400 about 2000 one 2100 or 2100 after 1900 when 1700 out 1600 she 1800 her 1900 also 1500 up 1600 there 1500 two 1300
        new 1100 you 1900 if 1300 over 1200 than 1500 all 1500 first 1100 could 1100 last 1000 people 1100 into 1200 other 1100
        can 1300 some 1100 what 1200 so 1200 no 1100 time 950 year 950 years 900 him 1000 against 750 before 700 while 700 because 700
        do 800 like 700 just 750 now 750 most 700 our 700 only 750 my 800 between 520 such 520 during 520 them 1050 where 600 since 500
        under 450 three 550 any 600 did 500 even 500 may 550 many 550 then 550 being 550 through 500 made 500 down 450 should 450
        those 450 how 550 back 520 these 500 us 500 both 360 off 420 your 500 still 400 own 380 another 330 without 320 several 280
        until 280 including 380 much 380 well 450 make 420 get 450 around 330 four 300 five 250 among 250 according 230 says 330
        does 260 too 330 here 330 very 350 same 330 each 280 me 480 it's 420 don't 260 didn't 140 that's 190 i'm 130 wasn't 80
        isn't 80 doesn't 90 we're 110 he's 90 can't 100 won't 70 they're 60 couldn't 50 go 330 going 330 come 250 came 260 take 280
        took 240 told 360 former 240 next 320 part 300 left 230 later 240 six 170 seven 120 eight 110 ten 110 though 180 however 180
        whether 190 already 180 often 150 never 230 again 220 away 190 today 250 once 170 must 190 might 220 every 220 within 150
        across 170 yet 150 nearly 110 almost 150 per 180 few 220 less 170 ago 170 early 200 late 170 long 230 high 210 old 210 good 280
        great 180 little 190 big 190 own 200 way 300 day 330 days 220 week 300 month 180 months 200 home 250 world 320 day's 20""",
    )
}

USUAL_WORDS = """government police state city president minister company court official officials country party market war deal
million percent election law case public group business police security power report team game members money leaders
school area health family children work house support public companies political economic military plan talks statement
local national international foreign federal former chief director general spokesman spokeswoman prime human rights
attack killed death forces troops border agreement policy trade oil price prices bank banks growth economy budget tax
investigation charges judge trial lawyer evidence vote voters campaign opposition parliament senate congress council
committee member leader head office department ministry agency workers industry investors shares stock sales profit
quarter billion dollars euros pounds rate rates interest inflation cut cuts increase rise rose fell fall drop gain
season players coach win won lost match club league title final cup victory study research scientists university
students schools teachers hospital patients doctors disease virus vaccine water energy gas climate weather storm flood
fire damage emergency rescue victims injured wounded suspect suspected arrested accused prison crime weapons nuclear
missile missiles strike strikes sanctions peace conflict crisis situation decision move meeting conference summit visit
talks relations region north south east west northern southern eastern western town village road car train plane airport
flight passengers ship port street building site project plans program system technology data internet phone network
service services customers media news television newspaper story film music book history life man woman men women
child mother father son daughter wife friends community residents home families led held called asked added announced
expected reported according warned agreed signed launched opened closed moved began started continued remained
known seen found given taken used left set put run show showed shown need needed want wanted help helped
trying working making taking looking saying calling leading including following""".split()

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
CALENDAR = {*MONTHS, *WEEKDAYS, "President", "Mrs", "Gen", "Rep", "Com"}

HEAD_REGIME, OFFSET, TAIL_EXPONENT = 7_000, 40, 2.5


class Vocabulary:
    """Function words and content words with their cumulative frequencies, and the capitalised words of the lists."""

    def __init__(self, rng: random.Random) -> None:
        self.functions = list(FUNCTION_WORDS)
        self.function_weights = list(itertools.accumulate(FUNCTION_WORDS.values()))
        ranked = dict.fromkeys(word for word in USUAL_WORDS if word not in FUNCTION_WORDS)
        proper: dict[str, None] = {}
        for name in LISTS:
            words = read_list(FOLDER / name)
            lower = [word for word in words if re.fullmatch(r"[a-zéèêçñöüâ]{2,}", word) and word not in FUNCTION_WORDS]
            lower.sort(key=lambda word: 0.35 * len(word) + rng.gauss(0, 1.2))
            ranked.update(dict.fromkeys(lower))
            capitalised = [word for word in words if re.fullmatch(r"[A-Z][a-zéèöü]{2,}", word) and word not in CALENDAR
                           and word.lower() not in ranked and word.lower() not in FUNCTION_WORDS]
            rng.shuffle(capitalised)
            proper.update(dict.fromkeys(capitalised))
        self.content, self.proper = list(ranked), list(proper)
        self.content_weights = list(itertools.accumulate(map(frequency, range(len(self.content)))))

    def function_stream(self, rng: random.Random) -> Iterator[str]:
        return stream(rng, self.functions, self.function_weights)

    def content_stream(self, rng: random.Random) -> Iterator[str]:
        return stream(rng, self.content, self.content_weights)


def read_list(path: pathlib.Path) -> list[str]:
    """The words of one list of Debian without possessives; ends with one line where the list is missing."""
    try:
        lines = path.read_text(encoding="utf-8").split()
    except OSError as error:
        sys.exit(f"{path}: {error.strerror}; install the packages wamerican-small, wamerican, wamerican-large, wamerican-huge, wbritish-large")
    return [line for line in lines if "'" not in line]


def frequency(rank: int) -> float:
    if rank < HEAD_REGIME:
        return 1 / (rank + OFFSET)
    return (HEAD_REGIME / rank) ** TAIL_EXPONENT / (HEAD_REGIME + OFFSET)


def zipf(count: int, offset: float, exponent: float = 1) -> list[float]:
    """Cumulative Zipf-Mandelbrot weights of `count` ranks."""
    return list(itertools.accumulate((rank + offset) ** -exponent for rank in range(count)))


def stream(rng: random.Random, items: list[str], cumulative: list[float]) -> Iterator[str]:
    """Endless draws, in batches, since one draw by itself costs three times as much."""
    while True:
        yield from rng.choices(items, cum_weights=cumulative, k=8192)
