"""Parts the news of a report's opening sentence from the scene that it sets.

"Nine people have died after the Orla tore through its bank on Sunday, the rescue service said": the service gives the toll; what
happened is told on the report's own word, and said of it by everybody.
"""

from itertools import islice

from spacy.tokens import Doc, Token

from kg.language.paragraphs import text_of
from kg.model import Attribution, Span, Style

_OPENING = 3  # sentences, a headline and a dateline counted
_SCENE = frozenset({"after", "when", "as", "while"})
_STOPS = frozenset({",", ";", ":"})
_LONG = 8  # tokens; a shorter clause belongs to what is said: "had been asleep when the building came down"


def without_scene(doc: Doc, found: Attribution) -> Attribution:
    """The attribution without the clause that sets the scene, where it is a figure that an opening sentence reports."""
    content = found.content
    told = doc.char_span(content.start, content.end, alignment_mode="contract")
    fronted = found.cue is not None and found.cue.start >= content.end
    if told is None or not fronted or len(content.parts) > 1 or found.style is not Style.INDIRECT:
        return found
    if not _opens(doc, told[0]):
        return found
    for token in told:
        if token.pos_ == "NUM" or token.lower_ not in _SCENE:
            continue
        figures = any(t.pos_ == "NUM" for t in told[: token.i - told.start])
        if figures and _is_scene(token, told.end):
            end = doc[token.i - 1 - doc[token.i - 1].is_punct]
            kept = Span.of(content.start, end.idx + len(end))
            return found.model_copy(update={"content": kept}) if kept.cut(text_of(doc)) else found
    return found


def _opens(doc: Doc, token: Token) -> bool:
    """Whether a token stands in one of the first sentences."""
    opening = islice((sentence for sentence in doc.sents if not sentence.text.isspace()), _OPENING)
    return any(sentence.start <= token.i < sentence.end for sentence in opening)


def _is_scene(mark: Token, end: int) -> bool:
    """Whether a conjunction begins a long clause about something else that goes on to the end of what is said.

    Tags are trusted more than the tree, which goes astray where such sentences are long.
    """
    if end - mark.i < _LONG or mark.nbor(1).pos_ not in {"DET", "NOUN", "PROPN"}:
        return False
    if mark.lower_ == "as" and mark.dep_ != "mark":  # "as part of the programme"
        return False
    return not any(token.text in _STOPS for token in mark.doc[mark.i : end - 1])
