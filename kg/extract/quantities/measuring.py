"""Decides which measure a figure has, by the words around it: killed, deployed, paid, magnitude.

The words come from ontology/measures.ttl. They are sought from near to far: in what is counted, in its modifiers, in
the predicate that follows, in the noun that the figure belongs to, in the verb that governs it and that verb's subject.
The nearest word whose measure can be given in the figure's unit decides.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.extract.lexemes import word_set
from kg.extract.lexicon import terms
from kg.extract.quantities.counted import Counted
from kg.extract.quantities.measure_words import (
    ARGUMENTS,
    OBJECTS,
    SUBJECTS,
    Lexicon,
    of_coordinates,
    of_noun,
    of_word,
    plainly,
    with_pair,
    with_subject,
)
from kg.extract.quantities.units import DIMENSIONS, PERCENT, Unit
from kg.model import Measure


class Place(NamedTuple):
    """A figure among the tokens: [first, end), the unit that it is given in, and what it counts.

    Attributes:
        unit: A unit of measurement, or None where things are counted.
        kind: Lemma of what is counted, or empty.
    """

    first: int
    end: int
    unit: Unit | None
    kind: str
    counted: Counted


_BEFORE_PREDICATE = frozenset({"AUX", "ADV", "PART"})
# Verbs that let the next predicate through: "are feared dead", "remain missing", "are known to have died".
_TRANSPARENT = word_set(
    "report list know believe fear confirm say remain think presume leave consider declare pronounce go become stay"
)
# Verbs that tell something of their subjects, whatever their objects.
_TAKING_PART = word_set("attend join")
_COUNTING = word_set(
    "number total toll count figure share percentage proportion rate tally sum estimate"
)
_CHANCES = word_set("risk risks chance chances odds probability likelihood threat danger")
_NOUN_TAGS = frozenset({"NOUN", "PROPN"})
_MODIFYING = frozenset(
    {"ADJ", "ADP", "ADV", "NOUN", "VERB"}
)  # "41 injured workers", "14 dead", "5 km off the cape"
_LONGEST_CLIMB = 6
_LONGEST_REACH = 8
_DIMENSIONS = frozenset({*DIMENSIONS.values(), PERCENT.name})
# Nouns for people that no list has: "demonstrator", "detainee", "gunman", "arsonist", "shopper".
_PEOPLE_ENDINGS = tuple(
    word_set(
        "er or ist ee man woman ian ant child boy girl adult rebel pupil police crew staff personnel inmate citizen relative couple hostage recruit conscript"
    )
)
_EXACT, _LIKELY, _POSSIBLE = 3, 2, 1


def measure_of(doc: Doc, place: Place, lexicon: Lexicon, *, near: bool = False) -> Measure | None:
    """The measure of a figure, or None where no word near it tells one that its unit allows.

    Args:
        doc: The parsed article.
        place: The figure.
        lexicon: The words of the measures.
        near: Whether only the words of the phrase and its predicate may decide; for doubtful figures.
    """
    for found, owned in _evidence(doc, place, lexicon, near=near):
        best = max((_fit(measure, place, owned=owned) for measure in found), default=0)
        if best:
            fitting = [measure for measure in found if _fit(measure, place, owned=owned) == best]
            return _joined(fitting, lexicon) or fitting[0]
    return None


def _fit(measure: Measure, place: Place, *, owned: bool) -> int:
    """How well a measure can be given in the figure's unit; 0 where it cannot.

    A currency that no table knows looks like things counted ("a charge of 5 million nordmarks"): where the figure
    belongs to a noun that is measured in money, it is taken for one.
    """
    units = measure.units
    if place.unit is not None:
        given = not units or place.unit.name in units or place.unit.dimension in units
        return (_EXACT if units else _POSSIBLE) if given else 0
    if place.kind and place.kind in units:
        return _EXACT
    people = (
        place.kind in {"", "person"}
        or place.kind in _people()
        or place.kind.endswith(_PEOPLE_ENDINGS)
    )
    if not units or "person" in units or ("people" in units and people):
        return _LIKELY
    elliptic = not place.kind and not set(units) <= _DIMENSIONS
    return _POSSIBLE if owned and (elliptic or "money" in units) else 0


@cache
def _people() -> frozenset[str]:
    """Nouns for what somebody is."""
    return terms("persons", "experts", "officers", "others")


def _joined(measures: list[Measure], lexicon: Lexicon) -> Measure | None:
    """The measure of which all of several are parts: "killed or wounded" are casualties."""
    names = {measure.name for measure in measures}
    if len(names) == 1:
        return measures[0]
    shared = set.intersection(*({measure.name, *measure.broader} for measure in measures))
    return next((lexicon.by_name[name] for name in sorted(shared) if name in lexicon.by_name), None)


def _evidence(
    doc: Doc, place: Place, lexicon: Lexicon, *, near: bool
) -> Iterator[tuple[list[Measure], bool]]:
    """Measures that words tell of, from the nearest words to the farthest, and whether the word owns the figure."""
    anchor = _anchor(doc, place)
    verb = _governor(anchor)
    role = "" if verb is None else _role(anchor, verb)
    yield _of_modifiers(doc, place, lexicon), False
    yield _of_predicate(doc, place, lexicon), False
    yield _of_verb_before(doc, place, lexicon), False
    if verb is not None and role in OBJECTS:
        yield _of_verb(verb, anchor, role, lexicon), False
    if place.counted.head is not None and place.unit is None:
        yield of_noun(place.counted.head, lexicon), False
    yield _of_situation(verb, anchor, lexicon), False
    if near:
        return
    yield _of_owner(doc, place, anchor, lexicon), True
    if verb is not None:
        yield _of_verb(verb, anchor, role, lexicon), False
        if place.unit is not None:
            yield _of_measured(verb, role, lexicon), False
    if place.counted.head is None or place.unit is not None:
        yield _of_arguments(verb, anchor, lexicon), True
        yield _to_the_left(doc, place, lexicon), True
    if place.counted.head is not None:
        yield of_noun(place.counted.head, lexicon), False


def _of_modifiers(doc: Doc, place: Place, lexicon: Lexicon) -> list[Measure]:
    """Adjectives and participles before the noun ("41 injured workers") or in its place ("14 dead")."""
    end = place.counted.end if place.counted.head is not None else place.end + 1
    for token in doc[place.end : end]:
        if token.pos_ in _MODIFYING and token != place.counted.head:
            found = of_word(token, lexicon)
            if found:
                return found + of_coordinates(token, lexicon)
    return []


def _of_predicate(doc: Doc, place: Place, lexicon: Lexicon) -> list[Measure]:
    """The predicate right behind the figure: "have died", "are still missing", "killed or wounded"."""
    at = _past_aside(doc, max(place.counted.end, place.end))
    for token in doc[at : at + _LONGEST_REACH]:
        if token.pos_ in {"VERB", "ADJ", "NOUN"}:
            if token.pos_ == "NOUN" and token.tag_ not in {"VBN", "JJ"}:
                return []
            if _has_complement(token):
                continue
            found = _of_verb_behind(token, place, lexicon)
            if found or token.lemma_.lower() not in _TRANSPARENT:
                return found
        elif token.pos_ not in _BEFORE_PREDICATE and token.lower_ not in {
            "either",
            "both",
            "as",
            "or",
        }:
            return []
    return []


def _of_verb_behind(verb: Token, place: Place, lexicon: Lexicon) -> list[Measure]:
    """What a predicate tells of the figure before it, as its subject."""
    found = with_subject(verb, place.counted.head, lexicon) or with_pair(verb, lexicon)
    active = verb.tag_ == "VBG" and not lexicon.adjectives.get(verb.lower_)
    if (
        found
        or (_has_object(verb) and verb.lemma_ not in _TAKING_PART)
        or (verb.pos_ == "VERB" and active)
    ):
        return found
    told = of_word(verb, lexicon)
    return told + of_coordinates(verb, lexicon) if told else []


def _past_aside(doc: Doc, at: int) -> int:
    """Past what stands between two commas and has no verb: "900 posts, most of them in offices, would go"."""
    if at >= len(doc) or doc[at].text != ",":
        return at
    for token in doc[at + 1 : at + _LONGEST_REACH]:
        if token.text == ",":
            return token.i + 1
        if token.pos_ in {"VERB", "AUX"} or token.is_sent_start:
            return at
    return at


def _has_object(verb: Token) -> bool:
    """Whether a verb has an object; what stands behind a comma is none ("died, among them three children")."""
    return any(
        child.dep_ == "obj"
        and child.i > verb.i
        and all(token.text != "," for token in verb.doc[verb.i : child.i])
        for child in verb.children
    )


def _has_complement(verb: Token) -> bool:
    """Whether an adjective completes the verb, which then tells nothing by itself ("held accountable", "found dead")."""
    return any(
        child.dep_ == "xcomp" and child.pos_ == "ADJ" and child.i > verb.i
        for child in verb.children
    )


def _anchor(doc: Doc, place: Place) -> Token:
    """The word by which the figure's phrase hangs in the sentence."""
    end = (
        place.counted.end
        if place.counted.head is not None and not place.counted.part
        else place.end
    )
    outside = [
        token
        for token in doc[place.first : end]
        if not place.first <= token.head.i < end or token.head == token
    ]
    nouns = [token for token in outside if token.pos_ in _NOUN_TAGS or token.pos_ in {"NUM", "SYM"}]
    return (nouns or outside or [doc[end - 1]])[-1]


def _governor(anchor: Token) -> Token | None:
    """The verb or predicate that governs the phrase, over at most _LONGEST_CLIMB nouns."""
    token = anchor
    for _ in range(_LONGEST_CLIMB):
        if token.pos_ in {"VERB", "ADJ"} and token.i != anchor.i:
            return token
        if token.head.i == token.i:
            return token if token.i != anchor.i else None
        token = token.head
    return None


def _role(anchor: Token, verb: Token) -> str:
    """How the phrase hangs on its verb: the label of its topmost word, or empty where a noun stands between."""
    token = anchor
    while token.head.i != verb.i:
        if (
            token.dep_ not in {"conj", "nummod", "flat", "appos", "compound"}
            or token.head.i == token.i
        ):
            return ""
        token = token.head
    return token.dep_


def _of_verb(verb: Token, anchor: Token, role: str, lexicon: Lexicon) -> list[Measure]:
    """What the governing verb tells of its subject or object, or with its preposition of another complement."""
    others = lexicon.verb_pairs.get(verb.lemma_.lower(), {})
    pairs = [
        measure
        for child in anchor.children
        if child.dep_ == "case"
        for measure in others.get(child.lower_, ())
    ]
    if pairs:
        return pairs
    if _has_complement(verb):
        return []
    if role in OBJECTS or role == "nsubj:pass" or (role == "nsubj" and not _has_object(verb)):
        return with_pair(verb, lexicon) or plainly(verb, lexicon) + of_coordinates(verb, lexicon)
    if role == "nsubj":
        return with_pair(verb, lexicon)
    return plainly(verb, lexicon) if role == "conj" else []


def _of_verb_before(doc: Doc, place: Place, lexicon: Lexicon) -> list[Measure]:
    """What the verb right before the figure tells of its object, however the parser hangs the two."""
    before = doc[place.first - 1] if place.first else None
    if before is None or before.pos_ != "VERB" or _has_complement(before):
        return []
    return with_pair(before, lexicon) or plainly(before, lexicon)


def _of_measured(verb: Token, role: str, lexicon: Lexicon) -> list[Measure]:
    """What the governing verb tells of a complement in a unit of measurement ("fell by 8 percent")."""
    return [] if role in SUBJECTS else plainly(verb, lexicon)


def _of_situation(verb: Token | None, anchor: Token, lexicon: Lexicon) -> list[Measure]:
    """Where people are: "on board", "in hospital", "without power"."""
    found: list[Measure] = []
    for owner in (anchor, anchor.head, verb):
        for child in () if owner is None else (owner, *owner.children):
            if child.i > anchor.i:
                for case in child.children:
                    if case.dep_ == "case":
                        found += lexicon.noun_pairs.get(
                            (case.lemma_.lower(), child.lemma_.lower()), ()
                        )
                found += (
                    lexicon.adjectives.get(child.lower_, ()) if child.pos_ in {"ADV", "ADP"} else ()
                )
    return found


def _of_owner(doc: Doc, place: Place, anchor: Token, lexicon: Lexicon) -> list[Measure]:
    """The noun that the figure belongs to: "a depth of 31 km", "magnitude 6.2", "a charge of 340 million"."""
    if place.first:
        before = doc[place.first - 1]
        if before.pos_ in _NOUN_TAGS:
            found = of_noun(before, lexicon)
            if found:
                return found
    token = anchor
    for _ in range(2):
        token = token.head
        if token.pos_ not in _NOUN_TAGS or token.i >= place.first:
            return []
        found = _of_counting(token, lexicon)
        if found:
            return found
    return []


def _of_counting(noun: Token, lexicon: Lexicon) -> list[Measure]:
    """What a noun tells, or for "the number of people killed" what it counts."""
    found = of_noun(noun, lexicon)
    if found or noun.lemma_.lower() not in _COUNTING:
        return found
    for child in noun.rights:
        if child.dep_ in {"nmod", "obl", "acl", "amod"}:
            for token in (child, *child.rights):
                found = of_word(token, lexicon) or of_noun(token, lexicon)
                if found:
                    return found
    return []


def _of_arguments(verb: Token | None, anchor: Token, lexicon: Lexicon) -> list[Measure]:
    """The subject or object beside the figure: "the toll rose to 14", "put attendance at 18,000", "the charge was 5m"."""
    for owner in (anchor, verb):
        for child in () if owner is None else owner.children:
            if child.dep_ in ARGUMENTS and child.i < anchor.i and not child.is_ancestor(anchor):
                found = _of_counting(child, lexicon)
                if found:
                    return found
    return []


def _is_reduced(token: Token) -> bool:
    """Whether what is tagged as a past tense may be a participle behind its noun ("people rescued")."""
    return (
        token.tag_ == "VBD"
        and token.lower_.endswith("ed")
        and token.i > 0
        and token.nbor(-1).pos_ == "NOUN"
    )


def _to_the_left(doc: Doc, place: Place, lexicon: Lexicon) -> list[Measure]:
    """The nearest word to the left that tells a measure, in the same stretch between commas and without another number.

    For what the parser got wrong: "the number of people rescued had reached 101".
    """
    for at in range(place.first - 1, max(place.first - 1 - _LONGEST_REACH, -1), -1):
        token = doc[at]
        if token.pos_ in {"NUM", "PUNCT", "SPACE", "CCONJ"}:
            return []
        found = of_noun(token, lexicon) if token.pos_ in _NOUN_TAGS else []
        if not found and (token.tag_ == "VBN" or token.pos_ == "ADJ" or _is_reduced(token)):
            found = of_word(token, lexicon)
        if found:
            # "the risk of death" tells only what may happen
            feared = doc[at - 1].lower_ == "of" and doc[at - 2].lower_ in _CHANCES
            return [] if at > 1 and feared else found
    return []
