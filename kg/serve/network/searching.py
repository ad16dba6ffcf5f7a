"""Finds names, titles and words of claims by the start of words, as the page as a file does."""

import json
import re
import unicodedata

from kg.serve.network.rows import Rows

MOST_HITS = 40
CANDIDATES = 400
"""How many of what has all the words are weighed, those of most edges first."""

MOST_WORDS = 12
TALKATIVE = 50  # edges that a much quoted one has

_WORD = re.compile(r"[^\W_]+")


def search(rows: Rows, query: str) -> bytes:
    """What has words that begin as those of the query, best first; whatever else is in the query separates words."""
    words = _WORD.findall(_folded(query))[:MOST_WORDS]
    hits = _hits(rows, words) if words else []
    return json.dumps({"hits": hits}, ensure_ascii=False, separators=(",", ":")).encode()


def _hits(rows: Rows, words: list[str]) -> list[dict[str, str]]:
    found = rows.all(
        "SELECT sought.thing, kind = 'Claim', degree, sought.text FROM words"
        " JOIN sought ON sought.rank = words.rowid JOIN thing ON thing.place = sought.thing"
        " WHERE words MATCH ? ORDER BY words.rowid LIMIT ?",
        " ".join(f'"{word}"*' for word in words),
        CANDIDATES,
    )
    weighed = [(-_score(words, *facts), place) for place, *facts in found]
    best = [place for _, place in sorted(weighed, key=lambda row: row[0])[:MOST_HITS]]
    facts = {
        place: {"id": name, "kind": kind, "name": words, "note": note}
        for place, name, kind, words, note in rows.all(
            "SELECT place, id, kind, name, note FROM thing WHERE place IN (SELECT value FROM json_each(?))",
            json.dumps(best),
        )
    }
    return [facts[place] for place in best]


def _score(words: list[str], is_claim: int, degree: int, text: str) -> float:
    """Names before words of claims, what begins as the query before what has it further on, the much quoted first."""
    return 2 * (not is_claim) + 2 * text.startswith(words[0]) + min(1, degree / TALKATIVE)


def _folded(text: str) -> str:
    """The text without case and accents; as the words were when they were put into the database."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(char for char in parts if not unicodedata.combining(char)).casefold()
