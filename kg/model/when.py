"""Dates and intervals of the precision that a text gives.

Written in EDTF (ISO 8601-2:2019, Annex A, levels 0 and 1): ``2024``, ``2024-10``, ``2024-10-21``, each with ``~``
behind it where approximate, and ``start/end`` for an interval.
"""

import calendar
import re
from datetime import date
from typing import Self

from pydantic import field_validator

from kg.model.base import Frozen

_POINT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(~?)")


class When(Frozen):
    """A date or an interval, both ends included.

    Attributes:
        edtf: The date or interval in EDTF.

    >>> When(edtf="2024-10").earliest, When(edtf="2024-10").latest
    (datetime.date(2024, 10, 1), datetime.date(2024, 10, 31))
    """

    edtf: str

    @field_validator("edtf")
    @classmethod
    def _valid(cls, edtf: str) -> str:
        """Refuse what is no date, and intervals that end before they begin."""
        points = edtf.split("/")
        if len(points) > 2 or _bound(points[0], last=False) > _bound(points[-1], last=True):  # noqa: PLR2004
            raise ValueError(f"not a date or an interval in EDTF: {edtf!r}")
        return edtf

    @classmethod
    def day(cls, day: date) -> Self:
        """One day."""
        return cls(edtf=day.isoformat())

    @property
    def earliest(self) -> date:
        """The first day that it can mean."""
        return _bound(self.edtf.split("/")[0], last=False)

    @property
    def latest(self) -> date:
        """The last day that it can mean."""
        return _bound(self.edtf.split("/")[-1], last=True)

    def overlaps(self, other: "When") -> bool:
        """Whether a day lies in both.

        >>> When(edtf="2024-10").overlaps(When(edtf="2024-10-31/2024-11-02"))
        True
        """
        return self.earliest <= other.latest and other.earliest <= self.latest


def _bound(point: str, *, last: bool) -> date:
    """The first or last day of a year, month or day."""
    found = _POINT.fullmatch(point)
    if not found:
        raise ValueError(f"not a date in EDTF: {point!r}")
    year = int(found[1])
    month = int(found[2] or (12 if last else 1))
    day = int(found[3] or (calendar.monthrange(year, month)[1] if last else 1))
    return date(year, month, day)
