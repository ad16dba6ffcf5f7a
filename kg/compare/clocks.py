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
        words: The words that give it.
    """

    first: int
    last: int
    words: str
    half_known: bool = True
    universal: bool = False
    negated: bool = False

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
    negated = re.search(r"\bnot(?:\s+at)?\s*$", text[: found.start()].casefold()) is not None
    words = found[0].strip()
    if found["named"]:
        first, last = PARTS_OF_DAY[found["named"].casefold()]
        return Clock(first, last, words, negated=negated)
    if found["hour24"]:
        minute = int(found["hour24"]) * 60 + int(found["minute24"])
        return Clock(minute, minute, words, universal=bool(found["zone"]), negated=negated)
    if found["bare"]:
        minute = NUMBERS[found["bare"].casefold()] * 60
        return Clock(minute, minute, words, half_known=False, negated=negated)
    if found["word"]:
        word = found["word"].casefold()
        hour, later = int(NUMBERS.get(word) or word), found["part"].casefold() != "morning"
        minute = (hour % 12 + (12 if later else 0)) * 60
    else:
        later = found["half"].casefold() == "p"
        minute = (int(found["hour"]) % 12 + (12 if later else 0)) * 60 + int(found["minute"] or 0)
    return Clock(minute % DAY, minute % DAY, words, negated=negated)
