"""Reads entity corpora in column formats and maps their classes to PER, ORG and LOC.

Column formats: a word and its tag a line, blank lines between sentences, IOB2 or IOB1 tags. Classes that are not named in a
mapping are no entities here: demonyms (NORP), works, products, events, dates and sums of money.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_COMMENT = re.compile(r"# (?:newdoc|newpar|sent_id|text)\b")
# Tokens that are written without white space before or behind them.
_TIGHT_BEFORE = frozenset(
    [
        ",",
        ".",
        ";",
        ":",
        "?",
        "!",
        ")",
        "]",
        "%",
        "”",
        "…",
        "'s",
        "’s",
        "'",
        "’",
        "n't",
        "n’t",
        "'re",
        "'ve",
        "'ll",
        "'m",
        "'d",
    ]
)
_TIGHT_BEHIND = frozenset(["(", "[", "$", "£", "€", "“", "‘", "#", "@"])

PERSON, ORGANIZATION, PLACE = "PER", "ORG", "LOC"
UNER = {"PER": PERSON, "ORG": ORGANIZATION, "LOC": PLACE}
WORLDWIDE = {"Person": PERSON, "Organization": ORGANIZATION, "Location": PLACE, "Facility": PLACE}
CROSSNER = {
    "person": PERSON,
    "politician": PERSON,
    "writer": PERSON,
    "musicalartist": PERSON,
    "scientist": PERSON,
    "researcher": PERSON,
    "organisation": ORGANIZATION,
    "politicalparty": ORGANIZATION,
    "university": ORGANIZATION,
    "band": ORGANIZATION,
    "location": PLACE,
    "country": PLACE,
}
WNUT = {"person": PERSON, "corporation": ORGANIZATION, "group": ORGANIZATION, "location": PLACE}


@dataclass(frozen=True)
class Tagged:
    """A sentence with named entities.

    Attributes:
        entities: First token, token behind the last, label; in order, not overlapping.
        spaces: Whether white space follows each word; None where the corpus does not say.
    """

    words: tuple[str, ...]
    entities: tuple[tuple[int, int, str], ...]
    spaces: tuple[bool, ...] | None = None


def tagged(
    path: Path, labels: Mapping[str, str], *, word: int = 0, tag: int = -1
) -> Iterator[Tagged]:
    """The sentences of a file in columns.

    Args:
        path: The file; columns are divided by tabs, or by white space where it has no tabs.
        labels: The corpus's classes that are entities, and what they are called here.
        word: The column of the word.
        tag: The column of the tag.
    """
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if _COMMENT.match(line):
            continue
        columns = line.split("\t") if "\t" in line else line.split()
        if len(columns) > 1 and columns[word].strip():
            rows.append((columns[word].strip(), columns[tag].strip() or "O"))
        elif rows:
            yield _sentence(rows, labels)
            rows = []


def _sentence(rows: Sequence[tuple[str, str]], labels: Mapping[str, str]) -> Tagged:
    words = tuple(word for word, _ in rows)
    tags = [_without_handles(words, at, tag) for at, (_, tag) in enumerate(rows)]
    found = tuple((start, end, labels[name]) for start, end, name in _spans(tags) if name in labels)
    return Tagged(words, found)


def _without_handles(words: Sequence[str], at: int, tag: str) -> str:
    """The tag; ``O`` for what only short messages have: @handles, #topics and addresses."""
    handle = words[at].startswith(("@", "#", "http")) or (at > 0 and words[at - 1] == "@")
    return "O" if handle else tag


def _spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The entities of a row of tags; ``I-`` behind another class begins one, as in IOB1."""
    start, name = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        prefix, _, label = tag.partition("-")
        if name and (prefix != "I" or label != name):
            yield start, at, name
            name = ""
        if label and not name:
            start, name = at, label


def spacing(words: Sequence[str]) -> list[bool]:
    """Whether white space follows each word, by the habits of English print.

    >>> "".join(w + " " * s for w, s in zip(["“", "No", "”", ",", "he", "said"], spacing(["“", "No", "”", ",", "he", "said"])))
    '“No”, he said '
    """
    spaces = [True] * len(words)
    opening = True
    for at, word in enumerate(words):
        if word in _TIGHT_BEHIND or (word == '"' and opening):
            spaces[at] = False
        if at and (word in _TIGHT_BEFORE or (word == '"' and not opening)):
            spaces[at - 1] = False
        opening ^= word == '"'
    return spaces
