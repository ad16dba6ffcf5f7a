"""Words that attribute: which verbs report, in which constructions, and how sure they make a claim.

The words are data, in cues.toml, grouped by the modality that they lend to what is reported. Verbs of attitude report
a stance and not a statement.
"""

import tomllib
from enum import Flag, auto
from functools import cache
from importlib.resources import files
from typing import Any

from kg.model import Modality


class Frame(Flag):
    """Constructions in which a verb takes what is reported."""

    CLAUSE = auto()  # said that it rained; "it rained," she said; said: it rained
    OBJECT = auto()  # denied the charge; described the vote as a farce; put the toll at nine
    INFINITIVE = auto()  # promised to rebuild; called on him to resign
    PREPOSITION = auto()  # called for a strike; warned of floods; accused them of fraud


# Prepositions of attribution, each as its words in lower case.
PREPOSITIONS: tuple[tuple[str, ...], ...] = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
)


@cache
def _tables() -> dict[str, Any]:
    text = files("kg.extract.attribution").joinpath("cues.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def words(name: str) -> frozenset[str]:
    """A list of the table ``words``.

    Raises:
        KeyError: If there is no such list.

    >>> "cite" in words("relaying")
    True
    """
    return frozenset(_tables()["words"][name].split())


@cache
def verbs() -> dict[str, tuple[Modality, Frame]]:
    """Reporting verbs: lemma to its modality and constructions.

    A verb of several rows has the modality of the first and the constructions of all.

    >>> verbs()["promise"][0]
    <Modality.PLANNED: 'planned'>
    """
    found: dict[str, tuple[Modality, Frame]] = {}
    for modality, rows in _tables()["verbs"].items():
        for constructions, lemmas in rows.items():
            frame = Frame(0)
            for name in constructions.split("+"):
                frame |= Frame[name.upper()]
            for lemma in lemmas.split():
                first, frames = found.get(lemma, (Modality(modality), Frame(0)))
                found[lemma] = (first, frames | frame)
    return found


@cache
def nouns() -> dict[str, Modality]:
    """Nouns that take a that-clause as what is said: lemma to modality."""
    rows: dict[str, str] = _tables()["nouns"]
    return {
        lemma: Modality(modality) for modality, lemmas in rows.items() for lemma in lemmas.split()
    }
