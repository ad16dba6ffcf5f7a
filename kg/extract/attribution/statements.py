"""Says what one cue reports, as the network and the rules have found it.

The network knows which words are said; the rules know what they say of it: how sure the source is, through whom it speaks, and
where one statement ends and the next begins.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.attribution.cues import words
from kg.extract.attribution.learned import Learned
from kg.extract.attribution.parting import cue_has, same_cue, tokens_of
from kg.extract.attribution.phrases import is_finite
from kg.model import Attribution, Span, Style

_YEAR = re.compile("1[5-9][0-9][0-9]|20[0-9][0-9]")


class Pair(NamedTuple):
    """One attribution as the network and as the rules found it; at least one of them did.

    The rules part what is said by one cue into statements; more than one only if the network has them as one attribution.
    """

    learned: Learned | None
    ruled: tuple[Attribution, ...] = ()

    @property
    def whole(self) -> Attribution:
        """All that is said by the one cue, as the network has it, if it does."""
        if self.learned is not None:
            return self.learned.attribution
        return self.ruled[0]


def _informed(found: Attribution, known: Attribution) -> Attribution:
    """The network's attribution with the rules' modality and intermediaries; an intermediary is no source."""
    told: dict[str, object] = {"addressee": known.addressee, "modality": known.modality}
    if known.via:
        told["via"] = known.via
        if found.source is None or any(found.source.overlaps(relay) for relay in known.via):
            told["source"] = known.source
    return found.model_copy(update=told)


def statements(doc: Doc, pair: Pair) -> tuple[Attribution, ...]:
    """What one cue reports: one statement, in the network's words, with what only the rules know.

    Where the rules part it into statements and figures are among them, these stay apart, because figures are compared: each
    quoted one has to have its own.
    """
    if pair.learned is None:
        return pair.ruled
    figures = [has_figure(doc, known.content) for known in pair.ruled]
    quoted = any(known.style is Style.DIRECT for known in pair.ruled)
    nested = any(a.content.overlaps(b.content) for a, b in pairwise(pair.ruled))
    if len(figures) > 1 and not nested and (all(figures) if quoted else any(figures)):
        return pair.ruled
    whole = pair.learned.attribution
    if not pair.ruled:
        return (whole,)
    known = next((known for known in pair.ruled if same_cue(whole, known)), pair.ruled[0])
    if _quotes_within(doc, whole, known):
        return (known,)
    if _thinks_within(doc, whole, known):
        return (whole,)
    return (_informed(_beside_source(doc, whole, known), known),)


def _beside_source(doc: Doc, whole: Attribution, known: Attribution) -> Attribution:
    """The attribution without the apposition of its source at the beginning of its content.

    "According to Aid Watch, a legal charity, 30 were held": what is said begins behind the charity.
    """
    source, content = known.source, whole.content
    if source is None or known.cue is None or known.cue.end > source.start:
        return whole
    if not source.start < content.start < source.end < content.parts[0][1]:
        return whole
    kept = doc.char_span(source.end, content.parts[0][1], alignment_mode="contract")
    while kept and kept[0].is_punct:
        kept = kept[1:]
    if not kept:
        return whole
    parts = (Span.of(kept.start_char, kept.end_char), *(Span.of(*p) for p in content.parts[1:]))
    return whole.model_copy(update={"content": Span.join(parts), "source": source})


def _quotes_within(doc: Doc, whole: Attribution, known: Attribution) -> bool:
    """Whether who is quoted has got into what is said: "The Gazette quoted the mayor as saying that …"."""
    if known.source is None or known.cue is None or not whole.content.covers(known.source):
        return False
    return cue_has(doc, known.cue, words("relaying"))


def _thinks_within(doc: Doc, whole: Attribution, known: Attribution) -> bool:
    """Whether the rules take for a speaker of whom is told within what is said: "Ada said the union expected rain".

    Whoever expects, agrees or finds has not been quoted; one who told or reported something has, and speaks through the other.
    """
    if known.source is None or known.cue is None or not whole.content.covers(known.source):
        return False
    if cue_has(doc, whole.cue, words("evidential")):
        return True
    named = any(token.pos_ in {"NOUN", "PROPN"} for token in tokens_of(doc, known.source))
    told = any(is_finite(token) for token in tokens_of(doc, known.cue))
    return not (named and told and cue_has(doc, known.cue, words("plain") | {"report"}))


def has_figure(doc: Doc, span: Span) -> bool:
    """Whether something is counted or measured; the pronoun "one" and years count nothing."""
    return any(
        token.pos_ == "NUM"
        and not (token.lower_ == "one" and token.dep_ != "nummod")
        and not _YEAR.fullmatch(token.text)
        for token in tokens_of(doc, span)
    )
