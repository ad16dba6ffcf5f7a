"""Months, seasons and years that are over, as a text names them: "last October", "last fall", "last year".

What was counted in them no longer grows, and of two that lie in each other the shorter holds a part of what the longer
holds; that can be told without knowing when either text was written.
"""

import re

# Months of the year in which a season of the northern hemisphere lies; a winter goes on into the months of the next.
_MONTHS = [
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
]  # fmt: skip
_SEASONS = {
    "spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11), "fall": (9, 10, 11), "winter": (12, 13, 14),
}  # fmt: skip
_YEAR = range(1, 13)
_PERIODS: dict[str, frozenset[int]] = {
    **{name: frozenset({number}) for number, name in enumerate(_MONTHS, start=1)},
    **{name: frozenset(months) for name, months in _SEASONS.items()},
    "year": frozenset(_YEAR),
}
# What began in a period or is set against it did not happen in it.
_OVER = re.compile(
    rf"(?P<open>\b(?:since|from|before|until|till|than|after|by|of|with|like|as)\s+)?\b(?:last|the previous) (?P<name>{'|'.join(_PERIODS)})\b",
    re.IGNORECASE,
)


def period_over(text: str) -> frozenset[int]:
    """The months of the one period that a text says something was in and that is over; empty where it names none or several.

    >>> sorted(period_over("They were sent last fall")), sorted(period_over("They have been sent since last fall"))
    ([9, 10, 11], [])
    """
    found = list(_OVER.finditer(text))
    if len(found) != 1 or found[0]["open"]:
        return frozenset()
    return _PERIODS[found[0]["name"].casefold()]
