"""Attribution by network and by rule together: what either finds, each with how sure it is.

The network has read thousands of labelled attributions and knows where a content ends; the rules know for certain what
quotation marks and plain reporting clauses mean, who hands on what to whom, and whom it was told. Where both find the same
content they are one attribution; where only one does, or they differ, the confidence says so.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from spacy.tokens import Doc

from kg.extract.attribution import rules
from kg.extract.attribution.confidence import Evidence, confidence
from kg.extract.attribution.cues import words
from kg.extract.attribution.learned import Learned, learned
from kg.extract.attribution.phrases import lemma
from kg.language.quotations import Quotation
from kg.model import Attribution, Modality, Span

# The share of characters in common at which two contents or sources are the same; as attributions are scored.
_SAME = 0.5
_DASHES = frozenset({"―", "—", "–", "-", "--"})  # before a signature
# The share of an attribution's content that a surer one may claim too before the less sure one is left out. Set on
# PolNeAR dev, where no two labelled contents overlap.
_OVERLAP = 0.5


class Attributor(Protocol):
    """Anything that finds the attributions of a text."""

    def __call__(self, doc: Doc, quotations: Sequence[Quotation]) -> list[Attribution]:
        """The attributions of a text, in order of their content."""
        ...


class Pair(NamedTuple):
    """One attribution as the network and as the rules found it; at least one of them did."""

    learned: Learned | None
    ruled: Attribution | None

    @property
    def attribution(self) -> Attribution:
        """The network's, with what only the rules know."""
        if self.learned is None:
            if self.ruled is None:
                raise ValueError("a pair has at least one attribution")
            return self.ruled
        found = self.learned.attribution
        if self.ruled is None:
            return found
        known = {
            "via": self.ruled.via or found.via,
            "addressee": self.ruled.addressee,
            "modality": self.ruled.modality,
        }
        return found.model_copy(update=known)


def attributions(doc: Doc, quotations: Sequence[Quotation]) -> list[Attribution]:
    """The attributions of a text, in order of their content; the standard Attributor."""
    pairs = paired(learned(doc, quotations), rules.attributions(doc, quotations))
    made = [
        pair.attribution.model_copy(update={"confidence": confidence(evidence)})
        for pair, evidence in zip(pairs, evidences(doc, pairs), strict=True)
    ]
    return sorted(surest(made), key=lambda a: (a.content.parts, a.cue.parts if a.cue else ()))


def paired(found: Sequence[Learned], ruled: Sequence[Attribution]) -> list[Pair]:
    """Each attribution once; those that share most of their content are paired first."""
    likely = sorted(
        (-likeness(one.attribution.content, other.content), i, j)
        for i, one in enumerate(found)
        for j, other in enumerate(ruled)
        if one.attribution.content.overlaps(other.content)
    )
    partner: dict[int, int] = {}
    for unlikeness, i, j in likely:
        if -unlikeness >= _SAME and i not in partner and j not in partner.values():
            partner[i] = j
    pairs = [Pair(one, ruled[partner[i]] if i in partner else None) for i, one in enumerate(found)]
    alone = set(range(len(ruled))) - set(partner.values())
    return pairs + [Pair(None, ruled[j]) for j in sorted(alone)]


def likeness(left: Span, right: Span) -> float:
    """Characters in common over characters in either (Jaccard).

    >>> likeness(Span.of(0, 4), Span.of(2, 6))
    0.3333333333333333
    """
    common = _common(left, right)
    return common / (_length(left) + _length(right) - common)


def _common(left: Span, right: Span) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left.parts for c, d in right.parts)


def _length(span: Span) -> int:
    return sum(end - start for start, end in span.parts)


def evidences(doc: Doc, pairs: Sequence[Pair]) -> Iterator[Evidence]:
    """What is known of each pair, in order."""
    claimed = [pair.learned.attribution.content for pair in pairs if pair.learned is not None]
    for pair in pairs:
        one, other, made = pair.learned, pair.ruled, pair.attribution
        contested = sum(
            _common(made.content, content)
            for content in claimed
            if one is None or content is not one.attribution.content
        )
        yield Evidence(
            style=made.style,
            learned=one is not None,
            ruled=other is not None,
            same_source=other is not None and _same(made.source, other.source),
            cue=0.0 if one is None else one.cue,
            source=0.0 if one is None else one.source,
            content=0.0 if one is None else one.content,
            sourced=made.source is not None,
            plain=_is_plain(doc, made.cue),
            attitude=made.modality is Modality.ATTITUDE,
            contested=min(1.0, contested / _length(made.content)),
        )


def _same(left: Span | None, right: Span | None) -> bool:
    if left is None or right is None:
        return left is right
    return likeness(left, right) >= _SAME


def _is_plain(doc: Doc, cue: Span | None) -> bool:
    """Whether a cue does nothing but report."""
    tokens = None if cue is None else doc.char_span(cue.start, cue.end, alignment_mode="expand")
    return tokens is not None and any(
        lemma(token) in words("plain") or token.lower_ == "according" or token.text in _DASHES
        for token in tokens
    )


def surest(found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those whose content a surer one claims for the most part."""
    kept: list[Attribution] = []
    for item in sorted(found, key=lambda a: (-a.confidence, a.content.parts)):
        shorter = (min(_length(item.content), _length(other.content)) for other in kept)
        shared = (_common(item.content, other.content) for other in kept)
        if not any(both > _OVERLAP * size for both, size in zip(shared, shorter, strict=True)):
            kept.append(item)
    return kept
