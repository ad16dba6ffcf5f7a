"""What can be set in a ready-made question: which values fit, and how they get into the query.

A value never becomes part of the query's syntax: it takes the place of another value of the same kind, as a literal that
pyoxigraph writes, or as digits.
"""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal

from kg.errors import QueryError

_NUMBER = re.compile(r"[0-9]{1,9}")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
PLACE = re.compile(
    r"(?<=\s)(?:VALUES \$set_(?P<name>\w+) \{ (?P<term>.*) \}|LIMIT (?P<number>\d+))$", re.MULTILINE
)
"""Where a query has a value that can be set, on a line of its own."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that can be set.

    Attributes:
        name: What the user calls it.
        kind: ``text``, of which any case fits and the empty one means any; ``number``, a whole one; or ``choice``.
        choices: What can be chosen; empty for the other kinds.
        default: What holds unless another value is given.
        meaning: What it does, as the rest of a sentence.
    """

    name: str
    kind: str
    choices: tuple[str, ...]
    default: str
    meaning: str

    @property
    def takes(self) -> str:
        """What it takes, in words.

        >>> Parameter("part", "choice", ("any", "said"), "any", "").takes
        'any, said'
        """
        return ", ".join(self.choices) if self.choices else self.kind

    def check(self, value: str) -> None:
        """Let a value pass that fits.

        Raises:
            QueryError: If it does not.
        """
        if self.kind == "number" and not _NUMBER.fullmatch(value):
            raise QueryError(f"{self.name} is to be a whole number, not {value!r}", remedy=f"give one, such as {self.default}")  # fmt: skip
        if self.choices and value not in self.choices:
            raise QueryError(f"{self.name} cannot be {value!r}", remedy=near(value, self.choices))

    def term(self, value: str) -> str:
        """The value as SPARQL writes it."""
        return value if self.kind == "number" else str(Literal(_SURROGATE.sub("?", value)))


def near(name: str, known: Sequence[str]) -> str:
    """What may be meant, or what there is."""
    found = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {found[0]}?" if found else f"choose from {', '.join(known)}"


def bind(sparql: str, parameters: Sequence[Parameter], values: Mapping[str, str]) -> str:
    """The query with these values in the place of the defaults.

    Raises:
        QueryError: If there is no such parameter, or a value does not fit.
    """
    known = {parameter.name: parameter for parameter in parameters}
    for name, value in values.items():
        if name not in known:
            remedy = near(name, tuple(known)) if known else "leave it out"
            raise QueryError(f"this question has no parameter {name!r}", remedy=remedy)
        known[name].check(value)

    def bound(place: re.Match[str]) -> str:
        name = place["name"] or "limit"
        if name not in values:
            return place[0]
        term = known[name].term(values[name])
        return f"LIMIT {term}" if place["name"] is None else f"VALUES $set_{name} {{ {term} }}"

    return PLACE.sub(bound, sparql)  # all in one go, so that no value is taken for a place
