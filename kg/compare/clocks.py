"""Times of day that a text gives, in minutes after midnight."""

import re
from dataclasses import dataclass, replace

DAY = 24 * 60
NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        start=1,
    )
}
PARTS_OF_DAY = {
    "midnight": (0, 30), "dawn": (4 * 60, 7 * 60), "morning": (6 * 60, 12 * 60), "noon": (12 * 60, 12 * 60),
    "midday": (12 * 60, 12 * 60), "afternoon": (12 * 60, 18 * 60), "evening": (18 * 60, 22 * 60),
    "night": (20 * 60, DAY),
}  # fmt: skip

_NOT = re.compile(r"\bnot(?:\s+at)?\s*$")
_BOUND = re.compile(
    r"\b(?:by|until|till|before|after|since|as of|as early as|as late as)\s+(?:about |around )?$"
)
_NUMBER = "|".join(NUMBERS)
_CLOCK = re.compile(
    rf"""\b(?:
        (?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?\s*(?P<half>[ap])\.?\s?m\b\.?
      | (?P<word>{_NUMBER}|\d{{1,2}})\s+(?:o'clock\s+)?in\s+the\s+(?P<part>morning|afternoon|evening)
      | (?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?!\s*[ap]\.?m)(?:\s*(?P<zone>GMT|UTC))?
      | (?<=\bat\s)(?P<bare>{_NUMBER})(?!\s*(?:in\s+the|%|percent|\w))
      | (?P<named>{"|".join(PARTS_OF_DAY)})
    )""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Clock:
    """A time of day or a part of it.

    Attributes:
        first, last: Minutes after midnight, both included; equal for a time, apart for a part of the day.
        half_known: Whether morning and afternoon are told apart ("at three" could be either).
        universal: Whether it is given in universal time.
        negated: Whether the text says that it was not then.
        bound: Whether it is a limit ("by noon", "until 19:00"), not the time of a happening.
        words: The words that give it.
    """

    first: int
    last: int
    words: str
    half_known: bool = True
    universal: bool = False
    negated: bool = False
    bound: bool = False

    @property
    def exact(self) -> bool:
        """Whether it is a time rather than a part of the day."""
        return self.first == self.last

    def shifted(self, minutes: int) -> "Clock":
        """The same time by a clock that is so many minutes ahead."""
        first, last = ((minute + minutes) % DAY for minute in (self.first, self.last))
        return replace(self, first=first, last=last, universal=False)

    def minutes_from(self, other: "Clock") -> int:
        """How far two exact times lie apart, by the shorter way round the clock."""
        round_ = DAY if self.half_known and other.half_known else DAY // 2
        apart = abs(self.first - other.first) % round_
        return min(apart, round_ - apart)


def clocks(text: str) -> tuple[Clock, ...]:
    """The times of day in a text, in its order.

    >>> [(clock.first, clock.last) for clock in clocks("at 4:40 p.m., or by two in the afternoon")]
    [(1000, 1000), (840, 840)]
    >>> [clock.first for clock in clocks("in the afternoon of 16:40")]
    [720, 1000]
    """
    return tuple(_clock(found, text) for found in _CLOCK.finditer(text.replace("’", "'")))


def _clock(found: re.Match[str], text: str) -> Clock:
    before = text[: found.start()].casefold()
    first, last = _minutes(found)
    return Clock(
        first,
        last,
        found[0].strip(),
        half_known=not found["bare"],
        universal=bool(found["zone"]),
        negated=_NOT.search(before) is not None,
        bound=_BOUND.search(before) is not None,
    )


def _minutes(found: re.Match[str]) -> tuple[int, int]:
    """The first and the last minute that the matched words can mean."""
    if found["named"]:
        return PARTS_OF_DAY[found["named"].casefold()]
    if found["hour24"]:
        minute = int(found["hour24"]) * 60 + int(found["minute24"])
    elif found["bare"]:
        minute = NUMBERS[found["bare"].casefold()] * 60
    elif found["word"]:
        word = found["word"].casefold()
        later = found["part"].casefold() != "morning"
        minute = (int(NUMBERS.get(word) or word) % 12 + 12 * later) * 60
    else:
        later = found["half"].casefold() == "p"
        minute = (int(found["hour"]) % 12 + 12 * later) * 60 + int(found["minute"] or 0)
    return minute % DAY, minute % DAY
