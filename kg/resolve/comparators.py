"""When two names are one: a table of comparators, each with a score and its reason in words.

*Variants* write one full name in two ways and merge by themselves. *Short forms* leave something out, and merge only
with the one entity of the pile that they can stand for.
"""

from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from kg.model import Family
from kg.model.base import Frozen
from kg.model.claim import Confidence
from kg.resolve.candidates import Candidate
from kg.resolve.names import (
    GENERIC,
    LEGAL_FORMS,
    LINKS,
    demonym_of,
    fold,
    initials,
    is_acronym,
    unowned,
)

# Two spellings of one word of a person's name share at least this part of their letters ("oravets", "oravetz"),
# chosen on pairs of transliterated Slavic, Arabic and Korean names; shorter words must be equal once folded.
SIMILAR_WORD = 0.8
LONG_WORD = 6
# An acronym that no article spells out needs this many letters to be trusted.
LONE_ACRONYM = 3


class Likeness(Frozen):
    """Why two names may be one.

    Attributes:
        score: 0 to 1, how sure the comparator is where no other candidate fits.
        reason: In words, naming both.
    """

    score: Confidence
    reason: str


Compare = Callable[[Candidate, Candidate], bool]


@dataclass(frozen=True)
class Comparator:
    """A row of the table: ``applies(left, right)`` for variants, ``applies(short, full)`` for short forms.

    ``says`` is the reason in words, with ``{}`` for each name.
    """

    name: str
    score: float
    families: frozenset[Family]
    says: str
    applies: Compare


def _folded(candidate: Candidate) -> tuple[str, ...]:
    return tuple(fold(word) for word in candidate.words)


def _transliterated(left: Candidate, right: Candidate) -> bool:
    return "".join(_folded(left)) == "".join(_folded(right))


def _similar_person(left: Candidate, right: Candidate) -> bool:
    a, b = _folded(left), _folded(right)
    return len(a) == len(b) > 1 and all(_similar_word(x, y) for x, y in zip(a, b, strict=True))


def _similar_word(a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) < LONG_WORD or a[0] != b[0] or {a, b} == {min(a, b), min(a, b) + "a"}:
        return False  # a final "a" parts a woman's name from a man's
    return Levenshtein.normalized_similarity(a, b) >= SIMILAR_WORD


def _middle_name(left: Candidate, right: Candidate) -> bool:
    a, b = sorted((_folded(left), _folded(right)), key=len)
    return 2 <= len(a) < len(b) and (a[0], a[-1]) == (b[0], b[-1]) and set(a) <= set(b)  # noqa: PLR2004


def _added_front(left: Candidate, right: Candidate) -> bool:
    """Whether one is the other with a word before it, be it a first name or a word that is no part of the name."""
    a, b = sorted((_folded(left), _folded(right)), key=len)
    return len(b) - len(a) == 1 and len(a) >= 2 and b[1:] == a  # noqa: PLR2004


def _same_office(left: Candidate, right: Candidate) -> bool:
    (a, owner_a), (b, owner_b) = _unowned(left), _unowned(right)
    return a == b and owner_a == owner_b


def _unowned(candidate: Candidate) -> tuple[str, str | None]:
    """The form of the name that tells most: with an owner, where one is given."""
    forms = [unowned(name) for name in candidate.names]
    return min(forms, key=lambda form: (form[1] is None, form))


def _legal_form(left: Candidate, right: Candidate) -> bool:
    a, b = sorted((left.words, right.words), key=len)
    return len(a) < len(b) and b[: len(a)] == a and LEGAL_FORMS.issuperset(b[len(a) :])


def _ownerless(short: Candidate, full: Candidate) -> bool:
    (a, owner_a), (b, owner_b) = _unowned(short), _unowned(full)
    return a == b and owner_a is None and owner_b is not None and len(a.split()) > 1


def _known_alias(short: Candidate, full: Candidate) -> bool:
    return short.key in full.aliases and not GENERIC.issuperset(short.words)


def _acronym(short: Candidate, full: Candidate) -> bool:
    if len(full.words) < 2 or len(short.key) < LONE_ACRONYM:  # noqa: PLR2004
        return False
    if not all(is_acronym(name) for name in short.names):
        return False
    letters = short.key.replace(" ", "")
    return any(
        letters in initials(form) for name in full.names for form in (name, unowned(name)[0])
    )


def _surname(short: Candidate, full: Candidate) -> bool:
    return len(short.words) == 1 < len(full.words) and fold(short.key) == fold(full.words[-1])


def _first_word(short: Candidate, full: Candidate) -> bool:
    return len(short.words) == 1 < len(full.words) and fold(short.key) == fold(full.words[0])


def _head_kept(short: Candidate, full: Candidate) -> bool:
    a, b = short.words, full.words
    if len(a) >= len(b) or b[-len(a) :] != a or b[-len(a) - 1] in LINKS:
        return False
    return len(a) > 1 or a[0] not in GENERIC


def _brand_kept(short: Candidate, full: Candidate) -> bool:
    a, b = short.words, full.words
    if len(a) >= len(b) or b[: len(a)] != a or GENERIC.issuperset(a):
        return False
    added = [word for name in full.names for word in name.split()[-1:]]
    return (len(a) > 1 and all(word.islower() for word in added)) or (
        len(a) == 1 and not _names_place(short, full)
    )


def _names_place(short: Candidate, full: Candidate) -> bool:
    """Whether a body named in one word, such as a country, is only the owner of the other ("Norway Rescue Service")."""
    return demonym_of(short.key) is not None or bool(GENERIC.intersection(full.words[1:]))


PERSON = frozenset({Family.PERSON})
BODY = frozenset({Family.BODY})
PLACE = frozenset({Family.PLACE})

VARIANTS = (
    Comparator(
        "transliteration",
        0.95,
        PERSON | BODY | PLACE,
        "{} and {} are spellings of one name",
        _transliterated,
    ),
    Comparator("similar", 0.85, PERSON, "{} and {} differ by a letter or two", _similar_person),
    Comparator("middle-name", 0.9, PERSON, "{} and {} differ by a middle name", _middle_name),
    Comparator("added-front", 0.8, PERSON, "{} and {} differ by a word in front", _added_front),
    Comparator("office", 0.95, BODY, "{} and {} name one office of one country", _same_office),
    Comparator("legal-form", 0.95, BODY, "{} and {} differ by a legal form", _legal_form),
)

# In order of trust: the first row that fits any entity decides.
SHORT_FORMS = (
    Comparator(
        "alias", 0.95, PERSON | BODY | PLACE, "{} is what an article calls {}", _known_alias
    ),
    Comparator("acronym", 0.85, BODY, "{} has the initials of {}", _acronym),
    Comparator("owner", 0.9, BODY, "{} is, without its country, {}", _ownerless),
    Comparator("surname", 0.85, PERSON, "{} is the surname of {}", _surname),
    Comparator("first-word", 0.7, PERSON, "{} is the first word of {}", _first_word),
    Comparator("head", 0.85, BODY, "{} is a shorter form of {}", _head_kept),
    Comparator("brand", 0.8, BODY, "{} begins the name {}", _brand_kept),
)


def likeness(row: Comparator, left: Candidate, right: Candidate) -> Likeness | None:
    """What one row says of two candidates of one family; None where it does not apply."""
    if (
        left.family is not right.family
        or left.family not in row.families
        or not row.applies(left, right)
    ):
        return None
    both = (f"“{side.name}”" for side in (left, right))
    return Likeness(score=row.score, reason=row.says.format(*both))
