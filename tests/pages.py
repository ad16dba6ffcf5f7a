"""Builds tagged text by hand, so that rules about names are tested without a trained model.

Words are written ``word/TAG``, lines end in newlines. Without a tag a capital word is ``NNP`` and any other ``NN``;
a recognizer's label is added as in ``Ruiz/NNP/PER``. A word that follows without white space begins with ``_``.
"""

from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.extract.entities import referents
from kg.extract.entities.names import Name, names
from kg.extract.entities.page import Page, page
from kg.model import Referent
from tests.factory import article

_VOCAB = Vocab()
# Enough small words that no line is taken for a headline.
_TAIL = " . nobody knew anything more about that matter until late evening ."


def doc_of(marked: str) -> Doc:
    """The Doc of a marked text."""
    words: list[str] = []
    tags: list[str] = []
    labels: list[str] = []
    spaces: list[bool] = []
    for line in marked.split("\n"):
        if words:
            words.append("\n")
            tags.append("_SP")
            labels.append("O")
            spaces.append(False)
        for token in line.split():
            form, tag, label = _parts(token)
            if form.startswith("_") and len(form) > 1:
                form = form[1:]
                spaces[-1] = False
            words.append(form)
            tags.append(tag or _tag(form))
            labels.append(f"B-{label}" if label else "O")
            spaces.append(True)
        spaces[-1] = False
    return Doc(_VOCAB, words=words, spaces=spaces, tags=tags, ents=labels)


def _parts(token: str) -> tuple[str, str, str]:
    """Form, tag and label of a marked word; a slash by itself is a word."""
    if token in {"/", "_/"}:
        return token, "SYM", ""
    form, tag, label = (*token.split("/"), "", "")[:3]
    return form, tag, label


def _tag(form: str) -> str:
    if form in {",", ".", ":"}:
        return form
    if form in {"the", "a", "an", "The"}:
        return "DT"
    if form in {"its", "Its", "his", "her", "their"}:
        return "PRP$"
    if form in {"of", "in", "for", "at", "from", "under"}:
        return "IN"
    if form in {"said", "told", "left", "paid", "erred", "flooded"}:
        return "VBD"
    return "NNP" if form[0].isupper() else "NN"


def page_of(marked: str) -> Page:
    """The page of a marked text."""
    return page(doc_of(marked))


def names_of(marked: str) -> list[str]:
    """The names found in a marked sentence, as they are written."""
    found = page_of(marked + _TAIL)
    return [found.between(name.start, name.end) for name in names(found)]


def titled(marked: str) -> list[tuple[str, str]]:
    """The names of a marked sentence with the titles before them."""
    found = page_of(marked + _TAIL)
    return [(_title(found, name), found.between(name.start, name.end)) for name in names(found)]


def _title(found: Page, name: Name) -> str:
    return found.between(name.title, name.start) if name.title < name.start else ""


def referents_of(marked: str, **metadata: object) -> dict[str, Referent]:
    """The referents of a marked text by name; ``metadata`` are fields of Metadata."""
    doc = doc_of(marked)
    return {
        found.name: found for found in referents(doc, article(doc.text, "report.txt", **metadata))
    }


def mentions_of(marked: str, name: str, **metadata: object) -> list[str]:
    """The words of each mention of the referent of this name, in order."""
    found = referents_of(marked, **metadata)[name]
    return [span.cut(doc_of(marked).text) for span in found.mentions]


def related(marked: str, name: str, field: str, **metadata: object) -> list[str]:
    """The names of the referents whose ids a field of the referent of this name holds."""
    found = referents_of(marked, **metadata)
    by_id = {referent.id: referent.name for referent in found.values()}
    return [by_id[identifier] for identifier in getattr(found[name], field)]
