"""Reads lexicon.toml and brings words to a comparable form."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

NEGATORS = frozenset(
    {"no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "cannot"}
)
# "no fewer than 60" and "not only" negate nothing.
NOT_NEGATIONS = re.compile(
    r"\blittle or no\b|\b(?:no|not) (?:fewer|less|more|later|earlier|only|just|least|longer than|doubt)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*\.?(?:(?<=\.)[a-z]\b\.?)?", re.UNICODE)
_VOWEL = re.compile(r"[aeiouy]")

SHORTEST_STEM = 3
VOCABULARY = 1 << 16  # words whose stems are kept; a pile of thousands of articles has fewer


@dataclass(frozen=True)
class DeedWords:
    """What one doer does.

    Attributes:
        done, doing: The verb, as it is done and as it goes on; phrases the longest first.
        to: The sense of what it is done to, with the word that stands for its kind; empty for any thing.
        named: Whether it is done to somebody called by name.
        answered: Whether one is said to be behind it or to blame for it.
        repeats: Whether it may be done several times in one story.
    """

    done: tuple[str, ...]
    doing: tuple[str, ...]
    to: dict[str, str]
    named: bool
    answered: bool
    repeats: bool


@dataclass(frozen=True)
class Lexicon:
    """The tables of lexicon.toml in the form in which they are asked.

    Attributes:
        lemma: Irregular form to lemma.
        group: Stem to the stem that stands for all its synonyms.
        opposite: Stem to the stems that exclude it.
        peoples: Sense of a word for people to those that it excludes.
        narrower: Senses of words for people who are a part of the persons.
        associates: Those for people whom a body or a cause has, whatever else they are.
        forces: Those for people who act for a state.
        phrases: Phrases with the lemma they count as, longest first.
        once: Stem of a verb that tells what happens once, to the stem of its line.
        living, done: Stems of those verbs that tell it of somebody, and of somebody to whom another does it.
        idle, retraction, buildings, said: Sets of stems.
        deeds: What has one doer.
        countries: Names of countries beside the standard's.
    """

    lemma: dict[str, str]
    group: dict[str, str]
    opposite: dict[str, frozenset[str]]
    peoples: dict[str, frozenset[str]]
    narrower: frozenset[str]
    associates: frozenset[str]
    forces: frozenset[str]
    phrases: tuple[tuple[str, str], ...]
    idle: frozenset[str]
    retraction: frozenset[str]
    said: frozenset[str]
    once: dict[str, str]
    living: frozenset[str]
    done: frozenset[str]
    buildings: frozenset[str]
    deeds: tuple[DeedWords, ...]
    countries: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon that is shipped."""
    raw = tomllib.loads((Path(__file__).parent / "lexicon.toml").read_text(encoding="utf-8"))
    lemma = {form: line.split()[0] for line in raw["irregular"] for form in line.split()}
    group: dict[str, str] = {}
    for line in raw["same"]:
        stems = [_stem(word, lemma) for word in line.split()]
        for stem in stems:
            group.setdefault(stem, stems[0])
    living, done = _lines(raw["once-living"], lemma), _lines(raw["once-done"], lemma)
    phrases = [tuple(part.strip() for part in line.split("=")) for line in raw["phrases"]]
    return Lexicon(
        lemma=lemma,
        group=group,
        opposite=_excluding(raw["opposite"], lemma, group),
        peoples=_excluding(raw["peoples"], lemma, group),
        narrower=_set(raw["narrower"], lemma, group),
        associates=_set(raw["associates"], lemma, group),
        forces=_set(raw["forces"], lemma, group),
        phrases=tuple(sorted(((a, b) for a, b in phrases), key=lambda row: (-len(row[0]), row))),
        idle=frozenset(raw["idle"].split()) | {_stem(word, lemma) for word in raw["idle"].split()},
        retraction=_set(raw["retraction"], lemma, group),
        said=frozenset(_stem(word, lemma) for word in raw["said"].split()),
        once={**_lines(raw["once"], lemma), **living, **done},
        living=frozenset(living),
        done=frozenset(done),
        buildings=frozenset(_stem(word, lemma) for word in raw["buildings"].split()),
        deeds=tuple(_deed(row, lemma, group) for row in raw["deeds"]),
        countries=frozenset(raw["countries"].replace("\n", " ").strip().split(", ")),
    )


def _deed(row: dict[str, Any], lemma: dict[str, str], group: dict[str, str]) -> DeedWords:
    done, doing = (
        tuple(sorted(row[key].split(", "), key=lambda phrase: (-len(phrase), phrase)))
        for key in ("done", "doing")
    )
    return DeedWords(
        done=done,
        doing=doing,
        to={
            _grouped(word, lemma, group): line.split()[0]
            for line in row["to"]
            for word in line.split()
        },
        named=row.get("named", False),
        answered=row.get("answered", False),
        repeats=row.get("repeats", False),
    )


def _excluding(
    lines: list[str], lemma: dict[str, str], group: dict[str, str]
) -> dict[str, frozenset[str]]:
    """Every word of one side of a line to those of the other side, both ways."""
    found: dict[str, set[str]] = {}
    for line in lines:
        left, right = (
            [_grouped(word, lemma, group) for word in side.split()] for side in line.split("|")
        )
        for one, others in [(a, right) for a in left] + [(b, left) for b in right]:
            found.setdefault(one, set()).update(others)
    return {one: frozenset(others) for one, others in found.items()}


def _lines(lines: list[str], lemma: dict[str, str]) -> dict[str, str]:
    """Every stem to the first of its line."""
    stems = ([_stem(word, lemma) for word in line.split()] for line in lines)
    return {stem: row[0] for row in stems for stem in row}


def _set(text: str, lemma: dict[str, str], group: dict[str, str]) -> frozenset[str]:
    return frozenset(_grouped(word, lemma, group) for word in text.split())


def _grouped(word: str, lemma: dict[str, str], group: dict[str, str]) -> str:
    stem = _stem(word, lemma)
    return group.get(stem, stem)


def tokens(text: str) -> list[str]:
    """The words of a text in lower case, phrases of the lexicon made one; figures and punctuation left out.

    >>> tokens("The ferry's 2 boats didn’t go down.")
    ['the', 'ferry', 'boats', "didn't", 'sink']
    """
    flat = text.replace("’", "'").casefold()
    flat = re.sub(r"'s\b|(?<=s)'(?!\w)", "", flat)
    for phrase, lemma in lexicon().phrases:
        if phrase in flat:
            flat = re.sub(rf"\b{phrase}\b", lemma, flat)
    return [word.rstrip(".") for word in _WORD.findall(flat)]


@lru_cache(VOCABULARY)
def stem(word: str) -> str:
    """What the forms of one word have in common.

    >>> [stem(word) for word in ("stopped", "stopping", "stops", "began", "cities")]
    ['stop', 'stop', 'stop', 'begin', 'city']
    """
    return _stem(word, lexicon().lemma)


@lru_cache(VOCABULARY)
def sense(word: str) -> str:
    """The stem that stands for a word and its synonyms.

    >>> sense("shutting") == sense("closed")
    True
    """
    found = stem(word)
    return lexicon().group.get(found, found)


def _stem(word: str, lemma: dict[str, str]) -> str:
    word = word.casefold()
    if word in lemma:
        return lemma[word]
    if word.endswith("ies") and len(word) > SHORTEST_STEM + 2:
        return word[:-3] + "y"
    if word.endswith("ied") and len(word) > SHORTEST_STEM + 2:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            return _undoubled(word[: -len(ending)])
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > SHORTEST_STEM:
        word = word[:-1]
    return _undoubled(word) if word.endswith("e") else word


def _undoubled(word: str) -> str:
    """The stem without a doubled consonant or a silent e, so that "stopp" is "stop" and "close" is "clos"."""
    if word.endswith("e") and len(word) > SHORTEST_STEM:
        return word[:-1]
    if len(word) > SHORTEST_STEM and word[-1] == word[-2] and word[-1] not in "aeiouls":
        return word[:-1]
    return word
