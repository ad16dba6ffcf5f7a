"""Reads interviews and transcripts: lines that open with who speaks, as in "HOLM: The water is low." and "A: No."."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.model import Attribution, Span, Style

_TURN = re.compile(
    r"^[ \t*_]*[\"“„]?(?P<who>[QA]|Question|Answer|[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})"
    r"[*_]{0,3}:[*_]{0,3}[ \t]+(?P<words>\S[^\n]*)$",
    re.MULTILINE,
)
_LETTER = re.compile(r"[^\W\d_]")  # figures alone are a tally: "Holm: 1,240"
_LINE = re.compile(r"[^\n]*[^\W_][^\n]*")
_ASIDE = re.compile(r"\W*[(\[][^()\[\]]*[)\]]\W*")
_TURNS = 3  # labelled lines that make a transcript; fewer may be headings such as "Correction: ..."
_ASKING = frozenset({"q", "question"})
ANSWERING = frozenset({"a", "answer"})
"""Labels of whoever is interviewed, in lower case."""


class Turn(NamedTuple):
    """One labelled line of a transcript.

    Attributes:
        label: The words that name who speaks.
        words: What is said, without quotation marks; a part for each paragraph.
        line: From the label to the end of the words.
    """

    label: Span
    words: Span
    line: Span


def turns(text: str) -> list[Turn]:
    r"""The labelled lines of a text, in order; none unless several labels take turns.

    >>> [turn.label.cut("Q: Why?\nA: Rain.\nQ: And now?") for turn in turns("Q: Why?\nA: Rain.\nQ: And now?")]
    ['Q', 'A', 'Q']
    """
    found = [match for match in _TURN.finditer(text) if _LETTER.search(match["words"])]
    labels = Counter(match["who"].casefold() for match in found)
    often = {who for who, count in labels.items() if count > 1}
    if len(found) < _TURNS or len(labels) < 2 or not often:  # noqa: PLR2004
        return []
    kept = [match for match in found if match["who"].casefold() in often or match["who"].isupper()]
    ends = [match.start() for match in kept[1:]] + [kept[-1].end()]
    return [_turn(text, match, end) for match, end in zip(kept, ends, strict=True)]


def _turn(text: str, match: re.Match[str], end: int) -> Turn:
    """A labelled line with the paragraphs that go on to the next one; asides in brackets left out."""
    paragraphs = [match.span("words")]
    paragraphs += [
        more.span()
        for more in _LINE.finditer(text, match.end(), end)
        if not _ASIDE.fullmatch(more.group())
    ]
    words = Span.join(_inner(text, *paragraph) for paragraph in paragraphs)
    return Turn(Span.of(*match.span("who")), words, Span.of(match.start(), words.end))


def _inner(text: str, start: int, end: int) -> Span:
    """The words without marks and spaces around them, and without the stop at their end."""
    while end - 1 > start and text[end - 1] in ' \t*_"”':
        end -= 1
    while start < end - 1 and text[start] in ' \t*_"“„':
        start += 1
    if end - 1 > start and text[end - 1] == "." and text[end - 2] != ".":
        end -= 1
    return Span.of(start, end)


def labelled(text: str, found: Sequence[Turn]) -> Iterator[Attribution]:
    """What is said in turns, in order; questions state nothing."""
    for turn in found:
        asks = turn.label.cut(text).casefold() in _ASKING or turn.words.cut(text).endswith("?")
        if not asks:
            yield Attribution(content=turn.words, source=turn.label, style=Style.DIRECT)
