"""Lets a spaCy pipeline of the user's own stand in for ours: loads it, and puts what it finds into our terms.

Our terms are Penn tags, Universal parts of speech and dependencies, lemmas, and entities PER, ORG and LOC.
"""

from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.errors import LanguageError
from kg.language.lemmas import LemmaTable
from kg.language.universal import MARKS, universal

ENTITIES = {
    "PER": "PER",
    "PERSON": "PER",
    "ORG": "ORG",
    "FAC": "LOC",
    "GPE": "LOC",
    "LOC": "LOC",
}
"""Labels of entities, of OntoNotes and of CoNLL, in our terms; others are none here, as demonyms (NORP) are for our own."""

# What a pipeline must set for our rules to read it, and the components that do.
_NEEDED = (
    ("token.dep", frozenset({"parser"}), "parser"),
    ("token.tag", frozenset({"tagger"}), "tagger"),
    (
        "token.pos",
        frozenset({"morphologizer", "attribute_ruler"}),
        "component that sets parts of speech",
    ),
)
_TABLE = Path(__file__).parent / "weights" / "kg_lemmas" / "table.json"


def load_foreign(name: str) -> Language:
    """A pipeline by the name of its package or its folder, with our rule for sentences before its parser.

    Raises:
        LanguageError: If it is not installed, cannot be loaded, is not for English, or lacks what our rules read.
    """
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise LanguageError(
            f"the language pipeline {name!r} is not installed",
            remedy=f"get it with python -m spacy download {name}, or give the folder that it lies in",
        ) from error
    except (ImportError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise LanguageError(
            f"the language pipeline {name!r} cannot be loaded ({reason})",
            remedy="install what it needs, or one that fits this version of spaCy",
        ) from error
    if nlp.lang != "en":
        raise LanguageError(
            f"the language pipeline {name!r} is for another language ({nlp.lang})",
            remedy="choose one for English",
        )
    for assigned, factories, what in _NEEDED:
        if _setting(nlp, assigned, factories) is None:
            raise LanguageError(
                f"the language pipeline {name!r} has no {what}",
                remedy="choose a whole one, such as en_core_web_trf",
            )
    if "kg_sentences" not in nlp.pipe_names:
        nlp.add_pipe("kg_sentences", before=_setting(nlp, "token.dep", frozenset({"parser"})))
    return nlp


def _setting(nlp: Language, assigned: str, factories: frozenset[str]) -> str | None:
    """The name of the first component that sets an attribute, by what it declares or by how it was made."""
    for name in nlp.pipe_names:
        meta = nlp.get_pipe_meta(name)
        if assigned in meta.assigns or meta.factory in factories:
            return name
    return None


def is_clear(nlp: Language) -> bool:
    """Whether the parser gives ClearNLP dependencies."""
    return any(not MARKS.isdisjoint(getattr(pipe, "labels", ())) for _, pipe in nlp.pipeline)


def translated(doc: Doc, *, clear: bool) -> Doc:
    """The same document in our terms; lemmas that are missing come from our own table.

    Args:
        doc: As the pipeline gave it.
        clear: Whether its dependencies are ClearNLP's.
    """
    heads, labels = (
        universal(doc)
        if clear
        else ([token.head.i for token in doc], [token.dep_ for token in doc])
    )
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        lemmas=[token.lemma_ or _table().lemma(token.text, token.pos_) for token in doc],
        heads=heads,
        deps=["ROOT" if label.casefold() == "root" else label for label in labels],
        ents=_entities(doc),
    )


@cache
def _table() -> LemmaTable:
    return LemmaTable.from_json(_TABLE.read_text(encoding="utf-8"))


def _entities(doc: Doc) -> list[str]:
    """The entity tag of every token: a name without the article before it and the possessive behind it."""
    tags = ["O"] * len(doc)
    for entity in doc.ents:
        label = ENTITIES.get(entity.label_)
        start, end = entity.start, entity.end
        while start < end and _is_article(doc[start]):
            start += 1
        while end > start and doc[end - 1].tag_ == "POS":
            end -= 1
        for i in range(start, end if label else start):
            tags[i] = f"{'B' if i == start else 'I'}-{label}"
    return tags


def _is_article(token: Token) -> bool:
    return token.lower_ in {"the", "a", "an"}
