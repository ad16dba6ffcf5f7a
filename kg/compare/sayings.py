"""Claims whose proposition is that somebody said something, or never said it."""

import re
from typing import NamedTuple

from kg.compare.lexicon import lexicon, stem, tokens

# Acts of saying that have what is said as a clause; "suggest" and "show" are done by evidence as well.
_HEARERS = r"(?: [\w’'-]+){1,4}?(?= that\b)"
_ACT = rf"(?:say|state|claim|assert|declare|announce|write|tell{_HEARERS})\b"
_DONE = rf"(?:said|stated|claimed|asserted|declared|announced|wrote|written|told{_HEARERS})\b"
_GOING_ON = (
    rf"(?:saying|stating|claiming|asserting|declaring|announcing|writing|telling{_HEARERS})\b"
)
_NOT = r"(?:never|not|n['’]t)"
_THAT = r"(?:,? that\b)?"
_WHO = r"(?P<who>(?:[\w.’'-]+ ){1,6}?)"
# What somebody did not say when, whether or how is left open, not repudiated.
_WHAT = r"(?! (?:what|when|where|whether|which|who|whom|whose|why|how|if)\b)(?P<what>.*)"
_NOT_NOW = r"(?<!\bam )(?<!\bis )(?<!\bare )(?<!['’]m )(?<!['’]re )(?<!['’]s )"
_REMARKS = r"(?:the|that|this|those|any such|such an?) (?:remarks?|comments?|statements?|claims?|assertions?)\W*"

_NEVER_SAID = re.compile(
    rf"(?:that |and |but )?{_WHO}(?:(?:ha[sd]|have|did)(?= ?n))?{_NOT_NOW}(?: ?{_NOT} )(?:ever |once )?"
    rf"(?:(?:{_ACT}|{_DONE}){_THAT}{_WHAT}|ma[dk]e {_REMARKS})",
    re.IGNORECASE | re.DOTALL,
)
_HAVING_SAID = re.compile(
    rf"(?:(?:that )?(?:{_WHO}(?:ha[sd]|have)|(?:ever )?having) (?:ever )?(?:{_DONE}{_THAT}{_WHAT}|made {_REMARKS})"
    rf"|(?:ever )?(?:{_GOING_ON}{_THAT}(?P<that>.*)|making {_REMARKS}))",
    re.IGNORECASE | re.DOTALL,
)
_SAID = re.compile(
    rf"(?:that )?{_WHO}(?:(?:ha[sd]|have) )?(?:also |once |repeatedly |publicly |earlier )?"
    rf"{_DONE}{_THAT}{_WHAT}",
    re.IGNORECASE | re.DOTALL,
)
_DENIES_SAYING = re.compile(
    rf"\bden(?:y|ies|ied|ying)\b.*\b(?:{_GOING_ON}|telling)",
    re.IGNORECASE,
)
_MISQUOTED = re.compile(
    r"\b(?:was|were|been) (?:mis|wrongly |falsely )quoted\b|\b(?:mis|wrongly |falsely )quoted (?:me|us|him|her|them|it)\b"
    r"|\bput(?:ting)? (?:the |those )?words in(?:to)? (?:my|our|his|her|their|its) mouth",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"it", "this", "that", "these", "those", "them", "both", "all"})
_DETERMINERS = frozenset({"the", "such", "any", "his", "her", "its", "their"})
_SAYS_ON = frozenset(
    [
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "did",
        "does",
        "do",
        "will",
        "would",
        "can",
        "could",
    ]
)
_LONGEST_POINTING = 8  # words
_FAR_NOUN = 4
_POINTING = re.compile(
    r"\W*(?:(?:so|that|it|this|(?:any )?such (?:a )?things?|(?:any|no)thing of the (?:kind|sort)|those (?:things|words))\W*)?",
    re.IGNORECASE,
)


class Saying(NamedTuple):
    """That somebody said something.

    Attributes:
        who: The words for who did; empty where they are left out.
        what: What was said; empty where the text only points at it ("so", "anything of the kind").
    """

    who: str
    what: str


def never_said(text: str, cue: str, *, denied: bool) -> Saying | None:
    """What a claim says was never said; None where it says nothing of the kind.

    >>> never_said("I never said that the dam had failed", "said", denied=False)
    Saying(who='I', what='the dam had failed')
    >>> never_said("having said so", "denied", denied=True)
    Saying(who='', what='')

    Args:
        text: The words of the claim.
        cue: The words that attribute it.
        denied: Whether the claim is a denial of its words.
    """
    if _DENIES_SAYING.search(cue):
        return Saying("", text.removeprefix("that "))
    if denied:
        found = _HAVING_SAID.fullmatch(text)
        return None if found is None else _saying(found)
    misquoted = _MISQUOTED.search(text)
    if misquoted and not re.search(rf"\b{_NOT}\b", text, re.IGNORECASE):
        return Saying("", "")
    found = _NEVER_SAID.fullmatch(text)
    return None if found is None else _saying(found)


def said(text: str) -> Saying | None:
    """What a claim says that somebody said; None where it tells of no saying or only points at it.

    >>> said("Mira Castel had told reporters that the dam had failed")
    Saying(who='Mira Castel', what='the dam had failed')
    """
    found = _SAID.fullmatch(text)
    saying = None if found is None else _saying(found)
    return saying if saying and saying.what else None


def _saying(found: re.Match[str]) -> Saying:
    groups = found.groupdict()
    what = (groups.get("what") or groups.get("that") or "").strip()
    if _POINTING.fullmatch(what):
        what = ""
    return Saying((groups.get("who") or "").strip(), what)


def points_back(text: str) -> bool:
    """Whether the words of a denial only point at what was said before, and say at most what they think of it.

    >>> points_back("the allegation absurd"), points_back("this"), points_back("the claim that nine had died")
    (True, True, False)
    """
    words = tokens(text)
    if not words or len(words) > _LONGEST_POINTING or _SAYS_ON.intersection(words):
        return False
    if len(words) == 1 or words[1] in {"a", "an", "as"}:
        return words[0] in _PRONOUNS
    named = any(stem(word) in lexicon().said for word in words[1:_FAR_NOUN])
    return named and words[0] in _PRONOUNS | _DETERMINERS and words[1] not in _DETERMINERS
