"""What speaks for a name being a person, a body or a place: one small rule a row, each with a weight.

The rules look at the name's own words, the words beside it, what the article says of it, and the recognizer's label.
``kg.extract.entities.kinds`` adds them up over all mentions of one spelling.
"""

from collections.abc import Callable, Iterator, Sequence

from kg.extract.entities import heads
from kg.extract.entities.descriptions import Description
from kg.extract.entities.gazetteer import places
from kg.extract.entities.names import Name
from kg.extract.entities.page import Page
from kg.extract.entities.runs import is_acronym
from kg.extract.genders import by_first_name
from kg.extract.lexicon import demonyms, terms
from kg.model import EntityKind

PERSON, ORGANIZATION = EntityKind.PERSON, EntityKind.ORGANIZATION
UNIT, SOURCE, PLACE = EntityKind.UNIT, EntityKind.SOURCE, EntityKind.PLACE

Vote = tuple[EntityKind, float]

# Weights: how much one piece of evidence counts against one label of the recognizer. Chosen on the development
# stories and checked by eye on PolNeAR dev and Worldwide newswire.
LABEL, HALF, HINT, SIGN, PROOF = 1.0, 0.5, 1.0, 2.5, 6.0
# A label on a lone word that opens a sentence: half of those in the development stories were plain nouns.
OPENING_LABEL = 0.5
# Capitals only: many are acronyms of things (an illness, a summit), so that one more sign is needed. Chosen on
# every twelfth article of Worldwide newswire.
BARE_ACRONYM = 0.5
FULL_NAME = (
    0.5  # two to four plain capital words, as strong as a label so that they count by themselves
)

_KNOWN_BODIES = terms("organizations", "known", "seats")
_KNOWN_SOURCES = terms("sources", "known")
_PLACE_AFTER = terms("places", "after")
_PLACE_BEFORE = terms("places", "before")
_GOVERNED = terms("places", "governed")
_IN = terms("places", "prepositions")
_BODY_NOUNS = terms("organizations", "bodies", "companies")
_SOURCE_NOUNS = terms("sources", "nouns")
_POSSESSIONS = terms("organizations", "possessions")
_HOLDINGS = terms("organizations", "holdings")
_OWNED = _POSSESSIONS | _HOLDINGS
_DEALINGS = terms("organizations", "dealings")
_STAFFING = terms("organizations", "staffing")
_STAFF = terms("organizations", "staff")
_MAKES = terms("organizations", "makes")
_BUYS = terms("organizations", "buys")
_APPOSED = terms("organizations", "apposed")
_SOURCE_VERBS = terms("sources", "verbs")
_UNIT_GROUPS = terms("units", "groups")
_UNIT_HEADS = terms("units", "named_heads")
_PRESS = frozenset({"news", "press", "state", "wire"})
_MILITARY = terms("units", "military")
_LABELS = {"PER": PERSON, "ORG": ORGANIZATION, "LOC": PLACE}
_AUXILIARIES = frozenset({"will", "would", "has", "had", "may", "could", "to"})
_SAYS = frozenset({"said", "says", "added", "told", "explained"})
_TELLS = frozenset({"told", "tells", "telling"})
_PLAINLY_SAYS = _SAYS - _TELLS
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OBJECT = 7  # tokens from a verb to its object ("lay off 1,800 of its employees")
_PERSON_WORDS = 4  # longer runs of plain capital words in PolNeAR dev name bodies or things


def recognized(page: Page, name: Name, _: Sequence[Description]) -> Iterator[Vote]:
    """The recognizer's label of the last word, or of the first."""
    label = page.label[name.end - 1] or page.label[name.start]
    if label:
        lone = name.end - name.start == 1 and page.opens[name.start]
        yield _LABELS[label], OPENING_LABEL if lone else LABEL


def listed(page: Page, name: Name, _: Sequence[Description]) -> Iterator[Vote]:
    """Names that are known everywhere."""
    surface = page.between(name.start, name.end)
    if surface in places() or surface.title() in places():
        yield PLACE, PROOF
    if surface in _KNOWN_BODIES:
        yield ORGANIZATION, PROOF
    if surface in _KNOWN_SOURCES:
        yield SOURCE, PROOF


def worded(page: Page, name: Name, _: Sequence[Description]) -> Iterator[Vote]:
    """What the name's own words say: a head, capitals only, the form of a full or a Korean name."""
    words = page.lower[name.start : name.end]
    body = heads.shape(words)
    if body is not None:
        weak = heads.is_surname(words[-1])
        if len(words) > 1:
            yield body, HINT if weak else SIGN
        elif page.lower[name.start - 1] == "the":
            yield body, HINT
    elif len(words) == 1 and is_acronym(words_of(page, name)[0]) and not name.dateline:
        yield ORGANIZATION, BARE_ACRONYM
    elif _is_given_name(words_of(page, name)) or by_first_name(" ".join(words)):
        yield PERSON, SIGN
    elif 1 < len(words) <= _PERSON_WORDS and _is_proper(page, name):
        yield PERSON, FULL_NAME


def words_of(page: Page, name: Name) -> list[str]:
    """The words of a name as they are written."""
    return page.text[name.start : name.end]


def _is_given_name(words: Sequence[str]) -> bool:
    """Whether a name ends like Min-seo: capital, hyphen, small letters."""
    return len(words) > 3 and words[-2] in {"-", "‐", "‑"} and words[-1].islower()  # noqa: PLR2004


def _is_proper(page: Page, name: Name) -> bool:
    return all(page.tag[position].startswith("NNP") for position in range(name.start, name.end))


def placed(page: Page, name: Name, _: Sequence[Description]) -> Iterator[Vote]:
    """In X, town of X, government of X, X province, X 's region, and the first line's place."""
    before, earlier, after = _neighbours(page, name)
    if name.dateline and not name.bracketed:
        yield PLACE, PROOF
    if before in _IN and earlier not in _OWNED:
        yield PLACE, HINT
    if before == "of" and earlier in _PLACE_BEFORE:
        yield PLACE, PROOF
    if before == "of" and earlier in _GOVERNED:
        yield PLACE, SIGN
    if after in _PLACE_AFTER:
        yield PLACE, SIGN


def _neighbours(page: Page, name: Name) -> tuple[str, str, str]:
    """The words before and after, case-folded, and the one before the first."""
    before = page.lower[name.title - 1] if name.title else ""
    earlier = page.lower[name.title - 2] if name.title > 1 else ""
    after = page.lower[name.end] if name.end < len(page.text) else ""
    return before, earlier, after


def headed(page: Page, name: Name, _said: Sequence[Description]) -> Iterator[Vote]:
    """Common nouns beside a name: "state agency X", "media outlet X", "X private military company"."""
    before, earlier, after = _neighbours(page, name)
    if before in _SOURCE_NOUNS:
        yield (ORGANIZATION if before == "agency" and earlier not in _PRESS else SOURCE), SIGN
    elif before in _BODY_NOUNS and not heads.is_role(before):
        yield ORGANIZATION, SIGN
    if before == "the" and name.end - name.start == 1:
        yield PERSON, -SIGN
    following = " ".join(page.lower[name.end : name.end + 2])
    if after in _UNIT_HEADS and page.text[name.end - 1] not in demonyms():
        yield UNIT, SIGN
    if after and page.lower[name.end - 1] in _UNIT_GROUPS and following in _MILITARY:
        yield UNIT, PROOF


def dealing(page: Page, name: Name, _: Sequence[Description]) -> Iterator[Vote]:
    """What is done with companies and what they have: "shares in X", "rival X", "built by X", "X's chief executive"."""
    before, earlier, after = _neighbours(page, name)
    if before in {"in", "of"} and earlier in _HOLDINGS:
        yield ORGANIZATION, SIGN
    if before in _BUYS:
        yield ORGANIZATION, SIGN
    if before in _APPOSED:
        yield ORGANIZATION, HINT
    if before == "by" and earlier in _MAKES:
        yield ORGANIZATION, HINT
    owned = after
    if after in _POSSESSIVE:
        owned = page.lower[name.end + 1] if name.end + 1 < len(page.text) else ""
    if owned in _POSSESSIONS and before not in _IN:
        yield ORGANIZATION, HINT


def acting(page: Page, name: Name, _: Sequence[Description]) -> Iterator[Vote]:
    """What companies do: "X acquired", "X will lay off 90 workers", and "X said it", where a person would be he or she."""
    after = page.lower[name.end] if name.end < len(page.text) else ""
    verb = name.end + 1 if after in _AUXILIARIES else name.end
    if verb >= len(page.text):
        return
    if page.lower[verb] in _DEALINGS:
        yield ORGANIZATION, HALF
    if page.lower[verb] in _STAFFING and not _STAFF.isdisjoint(page.lower[verb : verb + _OBJECT]):
        yield ORGANIZATION, SIGN
    if after in _SAYS and page.lower[name.end + 1 : name.end + 2] in (["it"], ["its"]):
        yield ORGANIZATION, HINT
        yield PERSON, -HINT


def reporting(page: Page, name: Name, _: Sequence[Description]) -> Iterator[Vote]:
    """Who is told, and who reports or quotes, is rather an outlet than another body."""
    before, earlier, after = _neighbours(page, name)
    if before in _TELLS or (earlier in _TELLS and before == "the"):
        yield SOURCE, HINT
    if name.bracketed and name.dateline:
        yield SOURCE, PROOF
    elif name.bracketed and is_acronym(page.text[name.start]):
        yield ORGANIZATION, HINT
    inverted = before in _PLAINLY_SAYS and not _is_subject(page, name)
    if (after in _SAYS or inverted) and page.tag[name.end - 1].startswith("NNP"):
        yield PERSON, HALF
    if before == "citing" or after in _SOURCE_VERBS:
        yield SOURCE, HALF


def _is_lone(name: Name) -> bool:
    return name.end - name.start == 1


def _is_subject(page: Page, name: Name) -> bool:
    """Whether a finite verb follows: "she said Veltrix could", not "said Ruiz"."""
    return name.end < len(page.text) and page.tag[name.end] in {"VBD", "VBZ", "VBP", "MD"}


def described(page: Page, name: Name, said: Sequence[Description]) -> Iterator[Vote]:
    """The noun of the first description that tells a kind; "who" and an age tell a person."""
    for description in said:
        noun = page.lower[description.end - 1]
        kind = heads.denotes(noun)
        if description.title and kind is not ORGANIZATION:
            kind = ORGANIZATION if heads.is_company_noun(noun) and _is_lone(name) else PERSON
        if kind is not None:
            yield kind, PROOF if kind is PERSON else SIGN
            return
    after = page.lower[name.end : name.end + 3]
    if after[:2] == [",", "who"] or (len(after) > 2 and after[1].isdigit() and after[2] == ","):  # noqa: PLR2004
        yield PERSON, SIGN
    if after[:2] == [",", "which"]:
        yield PERSON, -SIGN
        published = page.lower[name.end + 2 : name.end + 3]
        yield (SOURCE if published and published[0] in _SOURCE_VERBS else ORGANIZATION), HINT


# Read in this order; the order decides nothing.
EVIDENCE: tuple[Callable[[Page, Name, Sequence[Description]], Iterator[Vote]], ...] = (
    recognized,
    listed,
    worded,
    placed,
    headed,
    dealing,
    acting,
    reporting,
    described,
)
