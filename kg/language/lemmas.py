"""Gives every token its lemma from a table of words and of suffix rules, made from treebanks by ``training.lemmas``.

The table is keyed by the lower-case form and the universal part of speech. A word of its own entry takes that; any
other takes the rule of its longest known suffix; a name keeps its capitals. Nothing is guessed from context.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Self, cast

from numpy import array
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

# Punctuation, symbols and foreign or unanalysable words are their own lemma.
UNCHANGED = frozenset(["PUNCT", "SPACE", "SYM", "X", ""])
LONGEST_SUFFIX = 5
# Parts of speech that the tagger takes for each other and that inflect alike.
_KIN = {"AUX": "VERB", "VERB": "AUX"}
_FILE = "table.json"
_REMEMBERED = 2**16  # forms with their part of speech whose lemma is kept at hand


@dataclass(frozen=True)
class LemmaTable:
    """Lemmas by part of speech.

    Attributes:
        words: Part of speech to lower-case form to lower-case lemma.
        rules: Part of speech to suffix to what is done: how many characters go, and what comes in their place.
    """

    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    rules: Mapping[str, Mapping[str, tuple[int, str]]] = field(default_factory=dict)

    def lemma(self, form: str, pos: str) -> str:
        """The lemma of a form.

        >>> table = LemmaTable({"VERB": {"went": "go"}}, {"VERB": {"ied": (3, "y")}, "NOUN": {"s": (1, "")}})
        >>> table.lemma("Went", "VERB"), table.lemma("denied", "VERB"), table.lemma("Series", "PROPN")
        ('go', 'deny', 'Series')
        """
        if pos in UNCHANGED:
            return form
        lower = form.lower().replace("’", "'")
        lemma = self.words.get(pos, {}).get(lower) or self.by_rule(lower, pos)
        if lemma == lower:  # as of 're, where it is taken for a full verb
            lemma = self.words.get(_KIN.get(pos, ""), {}).get(lower, lemma)
        if pos != "PROPN":
            return lemma
        if len(lower) != len(form):  # as in İzmir, whose small letters are more
            return form
        kept = _common_prefix(lower, lemma)
        return form[:kept] + (lemma[kept:].upper() if form.isupper() else lemma[kept:])

    def by_rule(self, form: str, pos: str) -> str:
        """The lemma that the suffix rules alone give a lower-case form."""
        rules = self.rules.get(pos, {})
        for length in range(min(LONGEST_SUFFIX, len(form)), -1, -1):
            rule = rules.get(form[len(form) - length :])
            if rule is not None and rule[0] < len(form):
                return form[: len(form) - rule[0]] + rule[1]
        return form

    def to_json(self) -> str:
        """The table as sorted JSON, the same bytes for the same table."""
        facts = {"words": self.words, "rules": self.rules}
        return json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n"

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The table that ``to_json`` wrote."""
        facts = json.loads(text)
        rules = {
            pos: {suffix: (int(cut), str(added)) for suffix, (cut, added) in by_suffix.items()}
            for pos, by_suffix in facts["rules"].items()
        }
        return cls(facts["words"], rules)


class LemmaComponent:
    """The component of the pipeline that sets ``lemma_``; it stands behind the morphologizer, whose ``pos_`` it reads."""

    def __init__(self, table: LemmaTable | None = None) -> None:
        """Keep the table; without one, every lemma is the lower-case form."""
        self.table = table or LemmaTable()

    @property
    def table(self) -> LemmaTable:
        """Where lemmas are looked up; those of the commonest forms are kept at hand."""
        return self._table

    @table.setter
    def table(self, table: LemmaTable) -> None:
        self._table = table
        self._lemma = lru_cache(_REMEMBERED)(table.lemma)

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of every token."""
        strings = doc.vocab.strings
        lemmas = [
            strings.add(self._lemma(strings[form], strings[pos]))
            for form, pos in doc.to_array(["ORTH", "POS"]).tolist()
        ]
        return doc.from_array(["LEMMA"], cast("Ints2d", array(lemmas, dtype="uint64")))

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:  # noqa: ARG002 - spaCy's signature
        """Write the table into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _FILE).write_text(self.table.to_json(), encoding="utf-8")

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> Self:  # noqa: ARG002 - spaCy's signature
        """Read the table that ``to_disk`` wrote."""
        self.table = LemmaTable.from_json((Path(path) / _FILE).read_text(encoding="utf-8"))
        return self


@Language.factory("kg_lemmas", assigns=["token.lemma"], requires=["token.pos"])
def make_lemmas(nlp: Language, name: str) -> LemmaComponent:  # noqa: ARG001 - spaCy's signature
    """An empty component; its table comes from the weights."""
    return LemmaComponent()


def _common_prefix(left: str, right: str) -> int:
    length = 0
    while length < min(len(left), len(right)) and left[length] == right[length]:
        length += 1
    return length
