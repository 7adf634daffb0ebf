"""Cases of names of countries in Russian, Ukrainian, Polish, Czech and Finnish.

A rule is taken only where it holds for every name of its shape; what has no rule has no forms but the listed
ones (LISTED), and what would be declined wrongly is in INDECLINABLE. Forms that are words of another meaning
are left out by generate-countries.
"""

CONSONANTS = "бвгґджзклмнпрстфхцчшщ"


def ending(name, endings):
    return [name + e for e in endings.split()]


# --- Russian ----------------------------------------------------------------------------------
def russian_noun(word):
    """Genitive, dative, accusative, instrumental and prepositional of a noun; nothing where no rule is."""
    stem, last = word[:-1], word[-1]
    if word.endswith("ия"):
        return [stem + "и", stem + "и", stem + "ю", stem + "ей", stem + "и"]
    if word.endswith("ея"):
        return [stem + "и", stem + "е", stem + "ю", stem + "ей", stem + "е"]
    if last == "а" and word[-2] in CONSONANTS:
        genitive = stem + ("и" if word[-2] in "гкхжчшщ" else "ы")
        return [genitive, stem + "е", stem + "у", stem + ("ей" if word[-2] in "жчшщц" else "ой"), stem + "е"]
    if last == "й":
        return [stem + "я", stem + "ю", stem + "й", stem + "ем", stem + "е"]
    if last in CONSONANTS:
        return [word + "а", word + "у", word, word + ("ем" if last in "жчшщц" else "ом"), word + "е"]
    return []


def russian(name):
    words = name.split(" ")
    if len(words) == 1:
        return russian_noun(name)
    if len(words) == 2 and words[0].endswith("ая"):
        noun = russian_noun(words[1])
        stem = words[0][:-2]
        if len(noun) == 5 and words[1][-1] in "ая":
            return [f"{stem}ой {noun[0]}", f"{stem}ой {noun[1]}", f"{stem}ую {noun[2]}", f"{stem}ой {noun[3]}"]
    return []


# --- Ukrainian --------------------------------------------------------------------------------
def ukrainian_noun(word):
    stem, last = word[:-1], word[-1]
    if word.endswith("ія") or word.endswith("ея"):
        return [stem + "ї", stem + "ї", stem + "ю", stem + "єю", stem + "ї"]
    if last == "а" and word[-2] in CONSONANTS:
        soft = {"к": "ц", "г": "з", "х": "с"}
        dative = stem[:-1] + soft.get(stem[-1], stem[-1]) + "і"
        hushing = word[-2] in "жчшщ"
        return [stem + ("і" if hushing else "и"), dative, stem + "у", stem + ("ею" if hushing else "ою"), dative]
    if last == "й":
        return [stem + "ю", stem + "єві", word, stem + "єм", stem + "ї"]
    if last in CONSONANTS and last not in "гкхжчшщц":
        return [word + "у", word + "ові", word, word + "ом", word + "і"]
    if last in "гкх":
        return [word + "у", word + "ові", word, word + "ом"]
    return []


def ukrainian(name):
    words = name.split(" ")
    if len(words) == 1:
        return ukrainian_noun(name)
    if len(words) == 2 and words[0].endswith("на") or len(words) == 2 and words[0].endswith("ка"):
        noun = ukrainian_noun(words[1])
        stem = words[0][:-1]
        if len(noun) == 5 and words[1][-1] in "ая":
            return [f"{stem}ої {noun[0]}", f"{stem}ій {noun[1]}", f"{stem}у {noun[2]}", f"{stem}ою {noun[3]}"]
    return []


# --- Polish -----------------------------------------------------------------------------------
def polish_noun(word):
    stem, last = word[:-1], word[-1]
    if word.endswith(("ja", "ia", "ea")):
        return [stem + "i", stem + "i", stem + "ę", stem + "ą"]
    if last == "a":
        before = word[-2]
        locative = {"k": stem[:-1] + "ce", "g": stem[:-1] + "dze", "d": stem + "zie", "t": stem[:-1] + "cie",
                    "r": stem + "ze", "ł": stem[:-1] + "le", "l": stem + "i"}.get(before)
        if before in "nmbpwfs":
            locative = stem + "ie"
        if locative is None:
            return []
        return [stem + ("i" if before in "kgl" else "y"), locative, stem + "ę", stem + "ą"]
    if last in "nmbpwstdrlkgj":
        locative = {"t": word[:-1] + "cie", "d": word + "zie", "r": word + "ze"}.get(last, word + "ie")
        if last in "lkgj":
            locative = word + "u"
        return [word + "u", word + "owi", word + ("iem" if last in "kg" else "em"), locative]
    return []


def polish_adjective(word):
    """Of a feminine adjective: genitive, accusative, instrumental."""
    stem = word[:-1]
    return [stem + ("iej" if stem[-1] in "kg" else "ej"), stem + "ą", stem + "ą"]


def polish(name):
    words = name.split(" ")
    if len(words) == 1:
        return polish_noun(name)
    if len(words) == 2 and all(word.endswith("a") for word in words):
        first = words[0].endswith(("ska", "cka", "owa"))
        adjective, noun = (words[0], words[1]) if first else (words[1], words[0])
        a, n = polish_adjective(adjective), polish_noun(noun)
        if len(n) == 4 and n[0] != noun and adjective.endswith(("na", "ka", "wa")):
            pairs = [(a[0], n[0]), (a[0], n[1]), (a[1], n[2]), (a[2], n[3])]
            return [f"{x} {y}" if first else f"{y} {x}" for x, y in pairs]
    return []


# --- Czech ------------------------------------------------------------------------------------
def czech_noun(word):
    stem, last = word[:-1], word[-1]
    if word.endswith("ko"):
        return [stem + "a", stem + "u", stem + "em"]
    if word.endswith("ie"):
        return [stem + "i", stem + "í"]
    if last == "a":
        before = word[-2]
        dative = {"k": stem[:-1] + "ce", "h": stem[:-1] + "ze", "g": stem[:-1] + "ze", "r": stem[:-1] + "ře",
                  "l": stem + "e", "s": stem + "e", "z": stem + "e"}.get(before)
        if before in "dtnbpvfm":
            dative = stem + "ě"
        if dative is None:
            return []
        return [stem + "y", dative, stem + "u", stem + "ou"]
    if last == "j":
        return [word + "e", word + "i", word + "em"]
    if last in "bdfghkmnprtvz":
        return [word + "u", word + "em"]
    return []


def czech(name):
    words = name.split(" ")
    if len(words) == 1:
        return czech_noun(name)
    if len(words) == 2 and words[0].endswith("á") and words[1].endswith("ie"):
        a, n = words[0][:-1], words[1][:-1]
        return [f"{a}é {n}e", f"{a}é {n}i", f"{a}ou {n}i", f"{a}ou {n}í"]
    return []


# --- Finnish ----------------------------------------------------------------------------------
WEAK = {"kk": "k", "pp": "p", "tt": "t", "nt": "nn", "nk": "ng", "lt": "ll"}


def finnish(name):
    if " " in name or name.endswith("saari"):
        return []
    word = name if name[-1] in "aeiouyäö" else name + "i"
    if name[-1] not in "aeiouyäö" and name[-1] not in "klmnr":
        return []
    back = any(letter in "aouAOU" for letter in name.split("-")[-1])
    a = "a" if back else "ä"
    last = word[-1]
    if word.endswith("maa"):
        return ending(word, "n ssa sta han ta lla lle lta")
    if word[-2] in "aeiouyäö" and last not in "aä":
        return []
    stem = word
    if word[-3:-1] in WEAK and word == name:
        stem = word[:-3] + WEAK[word[-3:-1]] + last
    elif word[-2] in "ptk" and word == name and word[-3] in "aeiouyäölr":
        # A single stop weakens in old words and stays in new ones: no telling which.
        return []
    return [stem + "n", stem + "ss" + a, stem + "st" + a, word + last + "n", word + a]


RULES = {"ru": russian, "uk": ukrainian, "pl": polish, "cs": czech, "fi": finnish}

# Names that a rule would decline and that are not declined, or otherwise.
INDECLINABLE = {
    "ru": {"Сан-Марино", "Буркина-Фасо", "Бангладеш", "Кабо-Верде", "Тимор-Лесте", "Бруней-Даруссалам", "Гернси",
           "Джерси", "Пуэрто-Рико", "Гонконг (САР)", "Макао", "США", "ОАЭ", "КНДР", "ЮАР", "Мьянма (Бирма)",
           "Французская Гвиана"},
    "uk": {"США", "ОАЕ", "КНДР", "Бангладеш", "Ель-Сальвадор", "Сан-Марино", "ПАР", "Бруней"},
    "pl": {"USA", "Sri Lanka", "Burkina Faso", "Bangladesz", "Kiribati", "Gwadelupa"},
    "cs": {"USA", "SAE", "JAR", "Srí Lanka", "Bangladéš"},
    "fi": {"USA", "Hongkong"},
}

# Forms that no rule gives; the nominative stands first.
LISTED = {
    "ru": {
        "Египет": "Египта Египту Египтом Египте", "Израиль": "Израиля Израилю Израилем Израиле",
        "Беларусь": "Беларуси Беларусью", "Нидерланды": "Нидерландов Нидерландам Нидерландами Нидерландах",
        "Филиппины": "Филиппинам Филиппинами Филиппинах", "Мальдивы": "Мальдивам Мальдивами Мальдивах",
        "Соединенные Штаты": "Соединенных Штатов|Соединенным Штатам|Соединенными Штатами|Соединенных Штатах",
        "Казахстан": "Казахстана Казахстану Казахстаном Казахстане",
        "Босния и Герцеговина": "Боснии и Герцеговины|Боснии и Герцеговине|Боснию и Герцеговину|Боснией и Герцеговиной",
        "Республика Корея": "Республики Корея|Республике Корея|Республику Корея|Республикой Корея",
    },
    "uk": {
        "Єгипет": "Єгипту Єгиптові Єгиптом Єгипті", "Ізраїль": "Ізраїлю Ізраїлеві Ізраїлем Ізраїлі",
        "Білорусь": "Білорусі Білоруссю", "Нідерланди": "Нідерландів Нідерландам Нідерландами Нідерландах",
        "Сполучені Штати": "Сполучених Штатів|Сполученим Штатам|Сполученими Штатами|Сполучених Штатах",
        "Філіппіни": "Філіппінам Філіппінами Філіппінах",
    },
    "pl": {
        "Chiny": "Chinom Chinami Chinach", "Niemcy": "Niemiec Niemcom Niemcami Niemczech",
        "Włochy": "Włochom Włochami Włoszech", "Węgry": "Węgier Węgrom Węgrami Węgrzech",
        "Czechy": "Czechom Czechami Czechach", "Indie": "Indii Indiom Indiami Indiach",
        "Izrael": "Izraela Izraelowi Izraelem Izraelu", "Białoruś": "Białorusi Białorusią",
        "Filipiny": "Filipinom Filipinami Filipinach",
        "Stany Zjednoczone": "Stanów Zjednoczonych|Stanom Zjednoczonym|Stanami Zjednoczonymi|Stanach Zjednoczonych",
        "Nowa Zelandia": "Nowej Zelandii|Nową Zelandię|Nową Zelandią",
        "Wielka Brytania": "Wielkiej Brytanii|Wielką Brytanię|Wielką Brytanią",
        "Zjednoczone Emiraty Arabskie": "Zjednoczonych Emiratów Arabskich|Zjednoczonym Emiratom Arabskim|Zjednoczonymi Emiratami Arabskimi|Zjednoczonych Emiratach Arabskich",
    },
    "cs": {
        "Izrael": "Izraele Izraeli Izraelem", "Spojené státy": "Spojených států|Spojeným státům|Spojenými státy|Spojených státech",
        "Severní Korea": "Severní Koreje|Severní Koreji|Severní Koreu|Severní Koreou",
        "Jižní Korea": "Jižní Koreje|Jižní Koreji|Jižní Koreu|Jižní Koreou", "Filipíny": "Filipín Filipínám Filipínách",
        "Nový Zéland": "Nového Zélandu|Novému Zélandu|Novém Zélandu|Novým Zélandem",
        "Spojené království": "Spojeného království|Spojenému království|Spojeném království|Spojeným královstvím",
    },
    "fi": {
        "Suomi": "Suomen Suomessa Suomesta Suomeen Suomea", "Venäjä": "Venäjän Venäjällä Venäjältä Venäjälle Venäjää Venäjään",
        "Yhdysvallat": "Yhdysvaltojen Yhdysvaltain Yhdysvalloissa Yhdysvalloista Yhdysvaltoihin Yhdysvaltoja Yhdysvalloille",
        "Malta": "Maltan Maltalla Maltalta Maltalle Maltaa", "Alankomaat": "Alankomaiden Alankomaissa Alankomaista Alankomaihin",
        "Uusi-Seelanti": "Uuden-Seelannin Uudessa-Seelannissa Uudesta-Seelannista Uuteen-Seelantiin Uutta-Seelantia",
        "Filippiinit": "Filippiinien Filippiineillä Filippiineiltä Filippiineille",
        "Unkari": "Unkarin Unkarissa Unkarista Unkariin Unkaria", "Puola": "Puolan Puolassa Puolasta Puolaan Puolaa",
    },
}


def forms(language, name):
    """All case forms of a name but the name itself, in the order of the rule."""
    listed = LISTED.get(language, {}).get(name)
    if listed is not None:
        found = listed.split("|") if "|" in listed else listed.split(" ")
    elif language in RULES and name not in INDECLINABLE.get(language, set()):
        found = RULES[language](name)
    else:
        found = []
    return [form for form in dict.fromkeys(found) if form != name]
