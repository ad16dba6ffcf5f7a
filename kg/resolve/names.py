"""Names in comparable form: spelling, transliteration, titles, initials and the country that a name begins with."""

import re
import unicodedata
from functools import cache

import pycountry

LINKS = frozenset({"of", "for", "and", "on", "in", "the", "de", "la", "du"})

# Words before a person's name that are no part of it.
TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "gen",
        "general",
        "col",
        "colonel",
        "maj",
        "major",
        "capt",
        "captain",
        "lt",
        "lieutenant",
        "sgt",
        "sergeant",
        "adm",
        "admiral",
        "president",
        "minister",
        "mayor",
        "governor",
        "senator",
        "inspector",
        "judge",
        "justice",
        "deputy",
        "prime",
        "vice",
        "chancellor",
        "secretary",
        "rev",
        "father",
        "imam",
        "rabbi",
        "king",
        "queen",
        "prince",
        "princess",
    ]
)

# Words that tell what kind of body it is, not which one.
GENERIC = frozenset(
    [
        "agency",
        "army",
        "association",
        "authority",
        "board",
        "bureau",
        "center",
        "chief",
        "coast",
        "command",
        "commission",
        "committee",
        "company",
        "corps",
        "council",
        "court",
        "department",
        "directorate",
        "division",
        "federal",
        "fire",
        "forces",
        "forum",
        "foundation",
        "general",
        "government",
        "group",
        "guard",
        "headquarters",
        "hospital",
        "institute",
        "ministry",
        "national",
        "navy",
        "network",
        "office",
        "organization",
        "parliament",
        "party",
        "police",
        "press",
        "public",
        "regional",
        "rescue",
        "school",
        "security",
        "service",
        "services",
        "society",
        "staff",
        "state",
        "union",
        "unit",
        "university",
        "international",
        "royal",
        "republic",
    ]
)

# Words that a company's or a body's name may end in without becoming another's.
LEGAL_FORMS = frozenset(
    [
        "ag",
        "bv",
        "co",
        "company",
        "corp",
        "corporation",
        "group",
        "gmbh",
        "holding",
        "holdings",
        "inc",
        "limited",
        "llc",
        "ltd",
        "nv",
        "plc",
        "sa",
    ]
)

SPELLINGS = {
    "defence": "defense", "labour": "labor", "centre": "center", "organisation": "organization",
    "programme": "program", "harbour": "harbor", "theatre": "theater",
}  # fmt: skip

# Demonyms that do not begin as their country does; the regular ones share its first letters (``demonym_of``).
IRREGULAR_DEMONYMS = {
    "american": "united states", "british": "united kingdom", "dutch": "netherlands", "french": "france",
    "swiss": "switzerland", "spanish": "spain", "greek": "greece", "danish": "denmark", "turkish": "turkey",
    "polish": "poland", "finnish": "finland", "welsh": "wales", "scottish": "scotland", "us": "united states",
    "uk": "united kingdom", "norwegian": "norway", "portuguese": "portugal", "irish": "ireland", "indian": "india",
    "thai": "thailand", "afghan": "afghanistan", "argentine": "argentina", "czech": "czechia", "slovak": "slovakia",
    "serb": "serbia", "serbian": "serbia", "croat": "croatia", "kazakh": "kazakhstan", "uzbek": "uzbekistan",
    "tajik": "tajikistan", "kyrgyz": "kyrgyzstan", "turkmen": "turkmenistan", "filipino": "philippines",
    "philippine": "philippines", "congolese": "congo", "peruvian": "peru", "cuban": "cuba", "saudi": "saudi arabia",
    "emirati": "united arab emirates", "burmese": "myanmar", "english": "england", "icelandic": "iceland",
    "slovene": "slovenia", "latvian": "latvia", "togolese": "togo", "iranian": "iran", "iraqi": "iraq",
    "u s": "united states", "british s": "united kingdom",
}  # fmt: skip
DEMONYM_ENDINGS = (
    "i",
    "an",
    "ian",
    "ean",
    "ese",
    "ish",
)  # the longer the stem that remains, the surer
DEMONYM_STEM = (
    4  # letters that a regular demonym and its country must share: "Ukra-inian", "Ukra-ine"
)

# Letter groups that transliterations write differently, in order of replacement.
TRANSLITERATIONS = (
    ("tz", "ts"), ("ph", "f"), ("ck", "k"), ("kh", "h"), ("gh", "g"), ("zh", "j"), ("iy", "i"),
    ("yi", "i"), ("ie", "i"), ("ye", "e"), ("yo", "o"), ("y", "i"), ("w", "v"), ("oo", "u"), ("ou", "u"),
)  # fmt: skip

_POSSESSIVE = re.compile(r"^(?P<owner>.+?)['’]s?\s+(?P<owned>\S.*)$")


def plain(text: str) -> str:
    """Lower-case ASCII-like letters, digits and single spaces; hyphens and dots of initials part words.

    >>> plain("Kim Jong-un’s")
    "kim jong un's"
    """
    folded = unicodedata.normalize("NFKD", text).casefold().replace("’", "'").replace("ʼ", "'")
    kept = "".join(c for c in folded if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w']+", " ", kept).split())


def words(name: str) -> tuple[str, ...]:
    """The words of a name in comparable spelling, without a leading "the" and a final possessive.

    >>> words("The Ministry of Defence")
    ('ministry', 'of', 'defense')
    """
    found = re.sub(r"'s?$", "", plain(name)).replace("'", "").split()
    while len(found) > 1 and found[0] == "the":
        found = found[1:]
    return tuple(SPELLINGS.get(word, word) for word in found)


def normal(name: str) -> str:
    """The identity of a name: its words, joined.

    >>> normal("The Tide-Watch Office")
    'tide watch office'
    """
    return " ".join(words(name))


def fold(word: str) -> str:
    """What transliterations of one word have in common.

    >>> fold("kyiv") == fold("kiev"), fold("marchenkoyy") == fold("marchenkoy")
    (True, True)
    """
    for written, common in TRANSLITERATIONS:
        word = word.replace(written, common)
    word = word[:1] + word[1:].replace("h", "")
    return re.sub(r"(.)\1+", r"\1", word)


def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles and, where two words remain, without middle initials.

    >>> person_words("Prof. Ada B. Quill")
    ('ada', 'quill')
    """
    found = untitled(name)
    full = [word for word in found if len(word) > 1]
    return tuple(full) if len(full) > 1 else found


def untitled(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles.

    >>> untitled("Prof. Ada B. Quill")
    ('ada', 'b', 'quill')
    """
    found = words(name)
    while len(found) > 1 and found[0] in TITLES:
        found = found[1:]
    return found


def is_acronym(name: str) -> bool:
    """Whether a name is written as one: two to six letters, all of them capitals.

    >>> is_acronym("U.N."), is_acronym("Nis")
    (True, False)
    """
    letters = name.replace(".", "")
    return letters.isalpha() and letters.isupper() and 2 <= len(letters) <= 6  # noqa: PLR2004


def initials(name: str) -> frozenset[str]:
    """The acronyms that a name can have: of all its words, and of those that are no linking words.

    >>> sorted(initials("Office of Tidal Records"))
    ['ootr', 'otr']
    """
    found = words(name)
    every = "".join(word[0] for word in found)
    heavy = "".join(word[0] for word in found if word not in LINKS)
    return frozenset({every, heavy})


@cache
def countries() -> frozenset[str]:
    """The common and official names of the countries of ISO 3166-1, in plain form."""
    names = set(IRREGULAR_DEMONYMS.values())
    for country in pycountry.countries:
        for field in ("name", "common_name", "official_name"):
            if value := getattr(country, field, None):
                names.add(plain(value.split(",")[0]))
    return frozenset(
        names | {"russia", "south korea", "north korea", "iran", "syria", "taiwan", "vietnam"}
    )


@cache
def demonym_of(phrase: str) -> str | None:
    """The country that a plain demonym or country name stands for, or None.

    >>> demonym_of("ukrainian"), demonym_of("south korean"), demonym_of("stately")
    ('ukraine', 'south korea', None)
    """
    if phrase in countries():
        return phrase
    if phrase in IRREGULAR_DEMONYMS:
        return IRREGULAR_DEMONYMS[phrase]
    stems = [phrase.removesuffix(ending) for ending in DEMONYM_ENDINGS if phrase.endswith(ending)]
    return next((country for stem in stems if (country := _beginning_with(stem))), None)


def _beginning_with(stem: str) -> str | None:
    """The country whose name is this stem and a few letters more, or None."""
    if len(stem) < DEMONYM_STEM:
        return None
    fitting = [
        name
        for name in countries()
        if name.startswith(stem) and len(name) - len(stem) <= DEMONYM_STEM
    ]
    return min(fitting, key=lambda name: (len(name), name)) if fitting else None


def unowned(name: str) -> tuple[str, str | None]:
    """A body's name parted from its owner: possessive, demonym or country in front, or ``of`` a country behind.

    The rest is put in the order ``defense ministry`` whichever way it was written.

    >>> unowned("Ukraine's Security Service") == unowned("Security Service of Ukraine")
    True
    >>> unowned("Ministry of Labour")
    ('labor ministry', None)
    """
    owner: str | None = None
    if found := _POSSESSIVE.match(name.strip()):
        owner = demonym_of(normal(found["owner"])) or normal(found["owner"])
        name = found["owned"]
    rest = words(name)
    if owner is None:
        owner, rest = _leading_country(rest)
    head, link, tail = " ".join(rest).partition(" of ")
    tail = normal(tail)
    if not link or not tail:
        return " ".join(rest), owner
    if owner is None and (country := demonym_of(tail)):
        return head, country
    return f"{tail} {head}", owner


def _leading_country(found: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    for length in (2, 1):
        if len(found) > length + 1 and (country := demonym_of(" ".join(found[:length]))):
            return country, found[length:]
    return None, found
