"""Parts of a page that are no running text: bylines and picture captions."""

import re

from kg.model import Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_BYLINE = re.compile(
    r"(?:by\s+)?((?:[^\W\d_][\w.’'-]*\s+){1,3}[^\W\d_][\w.’'-]*)\s*(?:[/|,–—-].{0,40}[^.?!])?",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"\[[^\[\]\n]{2,80}\]\s*$")
_PICTURE = re.compile(
    r"In this\b[^.\n]{0,80}\b(?:photo|photograph|picture|image|screengrab|screenshot|frame grab)\b"
)
_HEAD, _FOOT = (
    15,
    3,
)  # lines in which a byline stands; set by hand, above the first paragraphs and below the last


def bylines(text: str) -> tuple[str, ...]:
    r"""Lines near the top or the end that could be nothing but an author's name, in order.

    >>> bylines("Dam holds\n\nBy Ada Moor / 2023.10.16\n\nThe dam held, officials said on Monday.")
    ('Dam holds', 'Ada Moor')
    """
    lines = [line.group().strip() for line in _LINE.finditer(text)]
    near = lines[:_HEAD] + lines[max(_HEAD, len(lines) - _FOOT) :]
    return tuple(found[1] for line in near if (found := _BYLINE.fullmatch(line)))


def captions(text: str) -> tuple[Span, ...]:
    r"""Paragraphs that end with a bracketed picture credit or begin like a caption, in order.

    >>> [span.cut("News.\nMen at the dam. [AFP]") for span in captions("News.\nMen at the dam. [AFP]")]
    ['Men at the dam. [AFP]']
    """
    return tuple(
        Span.of(line.start(), line.end())
        for line in _LINE.finditer(text)
        if _CREDIT.search(line.group()) or _PICTURE.match(line.group().strip())
    )
