"""What can be counted or measured about a happening: the rows of ontology/measures.ttl as values."""

from enum import StrEnum

from kg.model.base import Frozen


class Growth(StrEnum):
    """How a quantity may change while a story goes on."""

    RUNNING = "running"  # a toll or total that grows as more becomes known
    FIXED = "fixed"  # one true value: turnout, magnitude, people on board
    VARYING = "varying"  # may go up and down: a price, the number still missing


class EventKind(Frozen):
    """A kind of happening.

    Attributes:
        name: Local name in measures.ttl, such as ``deployment``.
        label: English label.
        nouns: Lemmas of nouns that name it ("deployment", "dispatch").
        verbs: Lemmas of verbs that tell it ("deploy", "dispatch").
    """

    name: str
    label: str
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


class Measure(Frozen):
    """Something that is counted or measured.

    Attributes:
        name: Local name in measures.ttl, such as ``killed``.
        label: English label.
        verbs, nouns, adjectives: Lemmas whose presence at a figure tells that it has this measure.
        units: Units that this measure is given in (``person``, ``percent``, ``metre``); empty where any will do.
        growth: Whether its value grows, is fixed or varies.
        broader: Local names of the measures that this is a part of (killed is a part of casualties).
        event: Local name of the kind of event that it measures, or None.
    """

    name: str
    label: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    growth: Growth = Growth.FIXED
    broader: tuple[str, ...] = ()
    event: str | None = None


class Measures(Frozen):
    """The whole scheme, rows sorted by name."""

    measures: tuple[Measure, ...] = ()
    events: tuple[EventKind, ...] = ()
