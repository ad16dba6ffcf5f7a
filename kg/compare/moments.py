"""When what a claim counts was counted, and when a claim was said, on the clock of its article."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from kg.compare.clocks import DAY, clocks
from kg.model import Article, Claim, When

_DAY_OF_A_HAPPENING = re.compile(
    r"\b(?:[A-Z][a-z]+day|yesterday|last (?:week|month|year|\w+day))['’]s\b"
)
PRECISE = timedelta(days=7)
"""The longest time that tells when something was said, where the day of publication is known too."""


@dataclass(frozen=True)
class Moment:
    """A stretch of time, both ends included, as an article's own clock shows it."""

    first: datetime
    last: datetime

    def overlaps(self, other: "Moment") -> bool:
        """Whether the two have a minute in common."""
        return self.first <= other.last and other.first <= self.last

    def apart(self, other: "Moment") -> timedelta:
        """The time between the two; negative where they overlap."""
        return max(self.first, other.first) - min(self.last, other.last)


def moment(claim: Claim, article: Article, sentence: str) -> Moment | None:
    """When what a claim counts was counted.

    The day is the one that the claim speaks of, else that on which it was said; "Friday's attack" is not counted on Friday. The hour
    comes from the sentence.
    Where only the day is known, it lasts until its end or until publication.
    """
    counted = claim.holds is not None and not _DAY_OF_A_HAPPENING.search(claim.text)
    day = _days(claim.holds) if claim.holds and counted else uttered(claim, article)
    if day is None:
        return None
    first, last = day.first, day.last
    hours = [clock for clock in clocks(sentence) if not clock.negated]
    if len(hours) == 1 and last - first < timedelta(days=1):
        midnight = first
        first, last = (midnight + timedelta(minutes=m) for m in (hours[0].first, hours[0].last))
    published = _published(article)
    known_hour = published is not None and (published.hour or published.minute)
    if published is not None and known_hour and published.date() == last.date():
        last = max(first, min(last, published))
    return Moment(first, last)


def uttered(claim: Claim, article: Article) -> Moment | None:
    """When a claim was said; a month or a year in the text only counts where the day of publication is unknown."""
    published = _published(article)
    said = _days(claim.said) if claim.said else None
    if said is not None and (published is None or said.last - said.first <= PRECISE):
        return said
    if published is None:
        return None
    midnight = datetime.combine(published.date(), datetime.min.time())
    return Moment(midnight, midnight + timedelta(minutes=DAY - 1))


def _days(when: When) -> Moment:
    first = datetime.combine(when.earliest, datetime.min.time())
    last = datetime.combine(when.latest, datetime.min.time())
    return Moment(first, last + timedelta(minutes=DAY - 1))


def _published(article: Article) -> datetime | None:
    """When the article appeared on its own clock, its zone left out; None where the day is unknown."""
    try:
        return datetime.fromisoformat(article.published or "").replace(tzinfo=None)
    except ValueError:
        return None
