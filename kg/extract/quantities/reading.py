"""All figures of an article: their bounds, what they count, which measure they have, and how they relate to a whole.

The grammar of figures (kg.extract.quantities.figures) reads the text; this module lays its figures on the parsed words.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.lexemes import lexemes
from kg.extract.lexicon import demonyms
from kg.extract.quantities.counted import Counted, counted, of_which
from kg.extract.quantities.ellipsis import Antecedent, leaves_out, taken_up
from kg.extract.quantities.figures import Doubt, Figure, figures
from kg.extract.quantities.measure_words import Lexicon, lexicon_of
from kg.extract.quantities.measuring import Place, measure_of
from kg.extract.quantities.nonfigures import blotted, nonfigures
from kg.language.paragraphs import offsets, sentence_start, text_of
from kg.model import Measure, Measures, Quantity, Scope, Span

_PEOPLE = frozenset({"people", "person", "persons", "other", "others", "individual"})
_CONDITIONS = frozenset(
    {"dead", "wounded", "injured", "missing"}
)  # adjectives in the place of a noun
_SINGULARS = {"troops": "soldier", "soldiery": "soldier"}  # plurals whose singular names a body
_TAKING_UP = frozenset({"them", "which", "whom"})
_PART_MARKS = frozenset({"alone", "itself"})  # "in the capital alone", "from the town itself"
_INCLUDING = frozenset({"including", "include", "includes", "included"})
_IN_LISTS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "CCONJ"})
_NEW = frozenset({"newly", "additionally"})
_YEARS = range(1500, 2100)  # what bare digits name before a singular noun or none
_DIGITS_OF_A_YEAR = 4
_OLDEST = 100
_END_OF_CLAUSE = frozenset(',;:.!?”"()')
_LONGEST_REACH = 10


def quantities(doc: Doc, measures: Measures) -> tuple[Quantity, ...]:
    """All figures of an article, in order of the text, without overlap.

    Left out are dates, clock times, ages, labels and ordinals, and "one" and "none" where nothing is measured.

    Args:
        doc: The parsed article.
        measures: What can be measured, with the words that tell it.
    """
    return tuple(_quantities(doc, lexicon_of(measures)))


def _quantities(doc: Doc, lexicon: Lexicon) -> Iterator[Quantity]:
    text, starts = text_of(doc), offsets(doc)
    row = lexemes(text)
    grouped = any(lexeme.kind == "number" and "," in lexeme.text for lexeme in row)
    last_kind, last_measure, last_sentence = "", None, -1
    known: list[Antecedent] = []
    for figure in figures(blotted(row, nonfigures(text))):
        place = _place(doc, starts, figure)
        if place is None:
            continue
        sentence = sentence_start(doc[place.first])
        if _takes_up(place, same_sentence=sentence == last_sentence):
            place = place._replace(kind=last_kind)
        measure = (
            None
            if figure.left
            else measure_of(doc, place, lexicon, near=figure.doubt in {Doubt.ONE, Doubt.NIL})
        )
        if measure is None and sentence == last_sentence and _is_included(doc, place):
            measure = last_measure
        known = [one for one in known if _is_near(doc, one.sentence, sentence)]
        if measure is None and not figure.left and leaves_out(doc, place):
            told = taken_up(known, _value(figure))
            if told is not None:
                place, measure = place._replace(kind=told.kind, unit=told.unit), told.measure
        if not _is_figure(doc, figure, place, measure, grouped=grouped):
            continue
        if place.kind or place.unit is not None or measure is not None:
            known.append(Antecedent(place.kind, place.unit, measure, _value(figure), sentence))
        if place.unit is None and place.kind:
            last_kind, last_measure, last_sentence = place.kind, measure, sentence
        yield _quantity(doc, figure, place, measure)


def _value(figure: Figure) -> float:
    return figure.min if figure.min is not None else figure.max or 0.0


def _is_near(doc: Doc, earlier: int, sentence: int) -> bool:
    """Whether a sentence is the same as another or follows it in its paragraph."""
    if earlier == sentence:
        return True
    return sentence_start(doc[sentence - 1]) == earlier and "\n" not in doc[earlier:sentence].text


def _takes_up(place: Place, *, same_sentence: bool) -> bool:
    """Whether a figure counts what the figure before it counts ("31 are missing", "1,000 of them")."""
    if place.unit is not None:
        return False
    head = place.counted.head
    return same_sentence if head is None else head.lower_ in _TAKING_UP


def _place(doc: Doc, starts: list[int], figure: Figure) -> Place | None:
    """The figure's tokens, and what it counts; None where it lies within one longer token."""
    first = bisect_right(starts, figure.start) - 1
    end = bisect_left(starts, figure.end)
    if doc[first].pos_ == "PROPN" and doc[first].idx < figure.start and figure.doubt is not None:
        return None
    found = counted(doc, end)
    which = of_which(doc, first)
    if which is not None and found.head is None:
        found = Counted(which, end, end, part=True)
    kind = "" if found.head is None or figure.unit is not None else _kind(found.head)
    return Place(first, end, figure.unit, kind, found)


def _kind(noun: Token) -> str:
    """The lemma of what is counted; people of whatever nation are persons."""
    if noun.pos_ == "PRON" or noun.lower_ in _CONDITIONS:
        return ""
    if noun.lower_ in _SINGULARS:
        return _SINGULARS[noun.lower_]
    if noun.lower_ in _PEOPLE or noun.lemma_.lower() in _PEOPLE or noun.text in demonyms():
        return "person"
    return noun.lemma_.lower()


def _is_figure(
    doc: Doc, figure: Figure, place: Place, measure: Measure | None, *, grouped: bool
) -> bool:
    """Whether what reads like a figure is one.

    Args:
        doc: The parsed article.
        figure: The figure.
        place: Its tokens, and what it counts.
        measure: Its measure.
        grouped: Whether the article groups digits, so that 1995 must be a year ("1,995 people").
    """
    if figure.doubt in {Doubt.ONE, Doubt.NIL}:
        return measure is not None
    token = doc[place.first]
    if token.pos_ == "PROPN" and token.is_alpha and place.counted.head is None:  # "Ground Zero"
        return False
    if _is_age(doc, figure, place):
        return False
    if figure.doubt is not Doubt.BARE:
        return True
    head = place.counted.head
    digits = doc[place.end - 1].text
    if len(digits) == _DIGITS_OF_A_YEAR and digits.isdigit() and int(digits) in _YEARS:
        return not grouped and head is not None and head.i == place.end
    return head is not None or figure.hedge is not None or not _is_label(doc, place)


def _is_age(doc: Doc, figure: Figure, place: Place) -> bool:
    """Whether a bound behind a noun is one of age ("people under 30")."""
    bounded = figure.hedge in {"under", "over", "above", "below"} and figure.unit is None
    low = (figure.min or figure.max or 0) < _OLDEST
    return (
        bounded
        and low
        and place.counted.head is None
        and place.first > 0
        and doc[place.first - 1].pos_ == "NOUN"
    )


def _is_label(doc: Doc, place: Place) -> bool:
    """Whether bare digits belong to the name before them ("Resolution 1701", "Apollo 11")."""
    if not place.first:
        return False
    before = doc[place.first - 1]
    return before.pos_ == "PROPN" and before.text[:1].isupper() and not before.is_sent_start


def _quantity(doc: Doc, figure: Figure, place: Place, measure: Measure | None) -> Quantity:
    """The figure in the terms of the model."""
    words = place.counted
    return Quantity(
        min=figure.min,
        max=figure.max,
        unit=_unit(place, measure),
        measure=None if measure is None else measure.name,
        hedge=figure.hedge,
        scope=_scope(doc, figure, place),
        counted=doc[words.first : words.end].text if words.end > words.first else "",
        span=Span.of(figure.start, figure.end),
    )


def _unit(place: Place, measure: Measure | None) -> str:
    """The unit of measurement, else what is counted, else what the measure is given in."""
    if place.unit is not None:
        return place.unit.name
    if place.kind or measure is None:
        return place.kind
    if "person" in measure.units or "people" in measure.units:
        return "person"
    return (
        measure.units[0]
        if len(measure.units) == 1 and _names_no_dimension(measure.units[0])
        else ""
    )


def _names_no_dimension(unit: str) -> bool:
    return unit not in {
        "money",
        "length",
        "time",
        "area",
        "speed",
        "flow",
        "temperature",
        "percent",
    }


def _scope(doc: Doc, figure: Figure, place: Place) -> Scope:
    """Whether the figure is an addition, a part or a total; a share in percent is no part of a total."""
    if figure.added or _is_new(doc, place):
        return Scope.ADDITION
    if place.unit is None and (
        place.counted.part or _is_local(doc, place) or _is_included(doc, place)
    ):
        return Scope.PART
    return Scope.TOTAL


def _is_included(doc: Doc, place: Place) -> bool:
    """Whether the figure is one of those that a whole is said to include: "including two children and four women"."""
    for token in reversed(doc[max(place.first - _LONGEST_REACH, 0) : place.first]):
        among = token.i > 0 and doc[token.i - 1].lower_ == "among"
        if token.lower_ in _INCLUDING or (among and token.lower_ in _TAKING_UP):
            return True
        if token.pos_ not in _IN_LISTS and token.text != ",":
            return False
    return False


def _is_new(doc: Doc, place: Place) -> bool:
    """Whether "newly" stands in the phrase or its predicate ("3,000 troops were newly deployed")."""
    for token in doc[place.end : max(place.counted.end, place.end) + 4]:
        if token.lower_ in _NEW:
            return True
        if token.text in _END_OF_CLAUSE:
            return False
    return False


def _is_local(doc: Doc, place: Place) -> bool:
    """Whether the clause limits the figure to one place or time with "alone" or "itself"."""
    at = max(place.counted.end, place.end)
    for token in doc[at : at + _LONGEST_REACH]:
        if token.text in _END_OF_CLAUSE or token.pos_ == "NUM":
            return False
        if token.lower_ in _PART_MARKS:
            return True
    return False
