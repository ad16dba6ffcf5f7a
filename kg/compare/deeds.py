"""Who did what, as a claim plainly tells it: "Russia carried out the strike on the refinery".

Only deeds that have one doer are read, and only where the claim's main clause names who that was. What is done to several things is
left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.compare.lexicon import DeedWords, lexicon, sense

SPEAKER = ""  # the doer, where the speaker tells of an own deed
FIRST_SHOT = "first shot"

_NAME = r"(?:the )?[\w.'’&-]+(?: [\w.'’&-]+){0,6}?"
_APART = r"(?:,[^,;:.]{1,60},)?"  # an apposition, which names nobody else
_TO = r"(?P<to>[^,;:?!—–()“”]+?)(?=\.?$|[.]\s|[,;:?!—–()“”])"
_HOW = r"(?:(?:had|has|have|then|later|deliberately|itself|himself|herself|indeed) )*"
_IS = r"(?:was|is|were|are|had been|has been|have been)"
_ONE = rf"(?:that )?(?:it (?:was|is) )?(?P<doer>{_NAME}){_APART} (?:(?:who|that|which) )?{_HOW}"
_END = r"(?=\.?$|[,;:]|\.\s| (?:on|in|at|last|during|after|before|as|who|which|when|while|itself|himself|herself)\b)"
_BY = rf"(?: (?!by )[^,;:]{{1,40}}?)? by (?P<doer>{_NAME}){_END}"
_ANSWERS = (
    rf"(?:{_IS} (?:\w+ly )?(?:behind|responsible for|to blame for)"
    r"|(?:bore|bears|bear|claimed|has claimed|claims|took|takes) (?:full |the |sole )?responsibility for)"
)
_FIRST = re.compile(
    rf"{_ONE}(?:(?:fired|shot|opened fire|attacked|struck) first\b|fired the first shots?\b)",
    re.IGNORECASE,
)
# One of several doers, or a doer with others.
_JOINT = re.compile(
    r"\b(?:together|jointly|alongside|along with|helped|one of|some of|part of|among|both|also|too|as well)\b"
    r"|\bwith (?:the )?(?:help|support|aid|backing|[A-Z])"
    r"|\b(?i:may|might|could|would|should|if|whether)\b"
)
_FURTHER = re.compile(
    r"\b(?:and|or|but|when|while|after|before|because|which|who|that|as|by|using|killing|itself|himself|herself)\b"
)
_WITHIN = re.compile(
    r"\s(?=(?:of|on|at|in|against|near|to|from|into|upon|for|over|last|this|about)\b)"
)
_DEFINITE = frozenset(["the", "this", "that", "his", "her", "its", "their", "our", "my"])
_ORDER = frozenset(
    ["first", "second", "third", "fourth", "last", "latest", "next", "other", "another", "earlier", "later", "previous",
     "recent", "new"]
)  # fmt: skip


@dataclass(frozen=True)
class Deed:
    """What one is said to have done.

    Attributes:
        doer: The words for who did it; ``SPEAKER`` for the one who speaks.
        act: What was done, as a kind.
        to: The words for what it was done to, with those that tell which one that was.
        head: The senses of the thing, or the words of the name, in lower case.
        order: Words that tell one of several such things from the others.
        repeats: Whether it may be done several times in one story.
        joint: Whether others may have done it too, or it is only held possible.
    """

    doer: str
    act: str
    to: str = ""
    head: frozenset[str] = frozenset()
    order: frozenset[str] = frozenset()
    repeats: bool = False
    joint: bool = False

    @property
    def names(self) -> frozenset[str]:
        """The words with a capital that tell which thing it was done to, in lower case."""
        return frozenset(
            word.casefold() for word in re.findall(r"\b[A-Z]\w+", self.to) if word != "The"
        )


def deed(text: str, cue: str) -> Deed | None:
    """What a claim says that somebody did; None where it does not say so plainly.

    >>> found = deed("The fire at the mill was set by Jonas Pell", "said")
    >>> found.doer, found.to
    ('Jonas Pell', 'The fire at the mill')
    >>> deed("Ukraine for the strike on the refinery", "blamed").doer
    'Ukraine'

    Args:
        text: The words of the claim.
        cue: The words that attribute it.
    """
    joint = _JOINT.search(text) is not None
    if found := _FIRST.match(text):
        return Deed(found["doer"], FIRST_SHOT, joint=joint)
    read = (_read(words, found) for words, found in _matches(text, cue))
    done = next((one for one in read if one is not None), None)
    return replace(done, joint=joint) if done else None


def _matches(text: str, cue: str) -> Iterator[tuple[DeedWords, re.Match[str]]]:
    """The readings of a text, those by which somebody answers for a deed first."""
    for words, told, blamed in _patterns():
        patterns = (*blamed.get(_verb(cue), ()), *told)
        for pattern in patterns:
            if found := pattern.match(text):
                yield words, found


def _verb(cue: str) -> str:
    """The verb of a cue by which somebody is made the doer, in its short form."""
    found = re.search(r"\b(blam|accus|claim)", cue, re.IGNORECASE)
    return found[1].casefold() if found else ""


@cache
def _patterns() -> tuple[
    tuple[DeedWords, tuple[re.Pattern[str], ...], dict[str, tuple[re.Pattern[str], ...]]], ...
]:
    """For every row of the lexicon the patterns for all claims, and those for the claims of one cue."""
    rows = []
    for words in lexicon().deeds:
        done, doing = ("|".join(map(re.escape, forms)) for forms in (words.done, words.doing))
        told = [
            rf"{_ONE}(?:{done}) {_TO}",
            rf"(?:that )?(?P<to>[^,;:]+?) {_IS} (?:\w+ly )?(?:{done}){_BY}",
        ]
        blamed = {
            "accus": [
                rf"(?P<doer>{_NAME}){_APART} (?:of|for) (?:having )?(?:{doing}|(?:{done})) {_TO}"
            ],
            "blam": [rf"(?P<doer>{_NAME}){_APART} for (?:{doing}) {_TO}"],
        }
        if words.answered:
            told += [
                rf"{_ONE}{_ANSWERS} {_TO}",
                rf"(?:that )?(?P<to>[^,;:]+?) {_IS} the work of (?P<doer>{_NAME}){_END}",
            ]
            blamed["blam"] += [
                rf"(?P<doer>{_NAME}){_APART} for {_TO}",
                rf"(?P<to>the [^,;:]+) on (?P<doer>{_NAME}){_END}",
            ]
            blamed["claim"] = [rf"(?P<doer>)responsibility for {_TO}"]
        rows.append(
            (words, _compiled(told), {cue: _compiled(some) for cue, some in blamed.items()})
        )
    return tuple(rows)


def _compiled(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _read(words: DeedWords, found: re.Match[str]) -> Deed | None:
    """The deed that a match tells of; None where it is done to several things, or to another kind of thing."""
    doer = found["doer"]
    to = _FURTHER.split(found["to"].removeprefix("that "))[0].strip()
    phrase = _WITHIN.split(to)[0].split()
    if not phrase:
        return None
    order = _ORDER.intersection(word.casefold() for word in to.split())
    if words.named:
        if not all(word[0].isupper() for word in to.split()):
            return None
        return Deed(doer, words.done[0], to, frozenset(to.casefold().split()), order)
    head = sense(phrase[-1])
    kind = words.to.get(head) if words.to else head
    definite = phrase[0].casefold() in _DEFINITE or phrase[0].endswith(("'s", "’s"))
    plural = phrase[-1].endswith("s") and not phrase[-1].endswith("ss")
    if kind is None or not definite or plural:
        return None
    return Deed(doer, f"{words.done[0]} {kind}", to, frozenset({head}), order, words.repeats)
