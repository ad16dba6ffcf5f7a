"""Reads lexicon.toml: the words that tell what a name names."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _tables() -> dict[str, dict[str, Any]]:
    text = Path(__file__).with_name("lexicon.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def terms(table: str, *lists: str) -> frozenset[str]:
    """The words and phrases of these lists of one table, together.

    Raises:
        KeyError: If the file has no such table or list.

    >>> "professor" in terms("persons", "experts")
    True
    """
    found: set[str] = set()
    for name in lists:
        found.update(entry.strip() for entry in _tables()[table][name].split(","))
    return frozenset(found - {""})


@cache
def pairs(table: str, name: str) -> dict[str, str]:
    """A list of ``key: value`` entries as a mapping.

    >>> pairs("places", "aliases")["N. Korea"]
    'North Korea'
    """
    entries = (entry.split(":") for entry in _tables()[table][name].split(",") if entry.strip())
    return {key.strip(): value.strip() for key, value in entries}


@cache
def demonyms() -> dict[str, str]:
    """Adjectives and names of peoples, plurals included, to their country; empty where there is none.

    >>> demonyms()["Norwegians"]
    'Norway'
    """
    found: dict[str, str] = {}
    for people, country in _tables()["demonyms"].items():
        found[people] = country
        found[f"{people}s"] = country
    return found
