"""What a request asks for, read from its parameters."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.exceptions import HTTPException

ORDERS = ("published", "speaker", "text", "figures", "modality", "confidence")

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_NUMBER = re.compile(r"[0-9]{1,9}")
_ALL = 100  # per cent


@dataclass(frozen=True, slots=True)
class Filters:
    """What a claim has to be like, and which part of a list is wanted.

    Attributes:
        confidence: The least, in per cent.
        day: The number of the first day that is out of view; None where all are in view, and what has no day as well.
        is_disputed: Whether the claim has to be in a dispute.
        start: How many rows come before those that are wanted.
        order: One of ORDERS.
        is_down: Whether the order is the other way round.
    """

    confidence: int = 0
    day: int | None = None
    is_disputed: bool = False
    start: int = 0
    order: str = ORDERS[0]
    is_down: bool = False

    @property
    def are_open(self) -> bool:
        """Whether everything passes."""
        return not self.confidence and self.day is None and not self.is_disputed

    def condition(self, table: str = "") -> str:
        """What passes, in SQL, over the columns of a table; all values in it are numbers."""
        prefix = f"{table}." if table else ""
        tests = []
        if self.confidence:
            tests.append(f"{prefix}confidence * 100 >= {self.confidence:d}")
        if self.day is not None:
            tests.append(f"{prefix}day < {self.day:d}")
        if self.is_disputed:
            tests.append(f"{prefix}disputed")
        return " AND ".join(tests) or "TRUE"


def filters(parameters: Mapping[str, str], days: Sequence[str]) -> Filters:
    """The filters of a request; parameters that are empty or of other names count for nothing.

    Args:
        parameters: Of the request.
        days: The days of publication, sorted.

    Raises:
        HTTPException: 400 if a value makes no sense.
    """
    return Filters(
        confidence=number(parameters, "confidence", _ALL),
        day=_until(parameters.get("until", ""), days),
        is_disputed=_one_of(parameters, "only", ("", "disputed")) == "disputed",
        start=number(parameters, "from"),
        order=_one_of(parameters, "by", ("", *ORDERS)) or ORDERS[0],
        is_down=_one_of(parameters, "down", ("", "0", "1")) == "1",
    )


def number(parameters: Mapping[str, str], name: str, most: int = 10**9) -> int:
    """A whole number from 0, which it is where it is not given.

    Raises:
        HTTPException: 400 if it is none, or greater than most.
    """
    text = parameters.get(name, "") or "0"
    if not _NUMBER.fullmatch(text) or int(text) > most:
        raise HTTPException(400, f"Give “{name}” as a whole number from 0 to {most:,}.")
    return int(text)


def _one_of(parameters: Mapping[str, str], name: str, values: Sequence[str]) -> str:
    value = parameters.get(name, "")
    if value not in values:
        known = ", ".join(filter(None, values))
        raise HTTPException(400, f"“{name}” can be {known}; leave it out for all else.")
    return value


def _until(text: str, days: Sequence[str]) -> int | None:
    if not text:
        return None
    if text != "none" and not _DAY.fullmatch(text):
        raise HTTPException(400, "Give “until” as a day such as 2024-11-01, or as “none”.")
    seen = 0 if text == "none" else bisect_right(days, text)
    return None if seen == len(days) else seen
