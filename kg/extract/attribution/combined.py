"""Attribution by network and by rule together: what either finds, each with how sure it is.

The network has read thousands of labelled attributions and knows where a content ends; the rules know for certain what
quotation marks and plain reporting clauses mean, who hands on what to whom, and whom it was told. Where both find the same
content they are one attribution; where only one does, or they differ, the confidence says so.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol

from spacy.tokens import Doc

from kg.extract.attribution import rules
from kg.extract.attribution.confidence import Evidence, confidence
from kg.extract.attribution.cues import words
from kg.extract.attribution.learned import Learned, learned
from kg.extract.attribution.ledes import without_scene
from kg.extract.attribution.parting import cue_has, parted, same_cue
from kg.extract.attribution.statements import Pair, has_figure, statements
from kg.extract.overlaps import Overlaps
from kg.language.paragraphs import text_of
from kg.language.quotations import Quotation
from kg.model import Attribution, Modality, Span

# The share of characters in common at which two contents or sources are the same; as attributions are scored.
_SAME = 0.5
_DASHES = frozenset({"―", "—", "–", "-", "--"})  # before a signature
# The share of an attribution's content that a surer one may claim too before the less sure one is left out. Set on
# PolNeAR dev, where no two labelled contents overlap.
_OVERLAP = 0.5
_PLAIN = words("plain") | {"according"}
_RIVAL = 0.5  # of the probability of a cue, from which another one contests its content


class Attributor(Protocol):
    """Anything that finds the attributions of a text."""

    def __call__(self, doc: Doc, quotations: Sequence[Quotation]) -> list[Attribution]:
        """The attributions of a text, in order of their content."""
        ...


def attributions(doc: Doc, quotations: Sequence[Quotation]) -> list[Attribution]:
    """The attributions of a text, in order of their content; the standard Attributor."""
    pairs = candidates(doc, quotations)
    made = [
        without_scene(doc, statement.model_copy(update={"confidence": confidence(evidence)}))
        for pair, evidence in zip(pairs, evidences(doc, pairs), strict=True)
        for statement in statements(doc, pair)
    ]
    return sorted(surest(made), key=lambda a: (a.content.parts, a.cue.parts if a.cue else ()))


def candidates(doc: Doc, quotations: Sequence[Quotation]) -> list[Pair]:
    """Everything that the network and the rules hold to be possible, each attribution once."""
    found, ruled = parted(doc, learned(doc, quotations), rules.attributions(doc, quotations))
    return paired(found, ruled)


def paired(found: Sequence[Learned], ruled: Sequence[Attribution]) -> list[Pair]:
    """Each attribution once: the network's with the statements of the same words, then those of the rules alone."""
    contents = Overlaps([one.attribution.content for one in found])
    partners: list[list[Attribution]] = [[] for _ in found]
    alone: list[Pair] = []
    for other in ruled:
        likely = [
            (_kinship(one, other), same_cue(one, other), -i)
            for i in contents.at(other.content.start, other.content.end)
            for one in (found[i].attribution,)
        ]
        share, _, i = max(likely, default=(0.0, False, 0))
        if share >= _SAME:
            partners[-i].append(other)
        else:
            alone.append(Pair(None, (other,)))
    return [Pair(one, tuple(own)) for one, own in zip(found, partners, strict=True)] + alone


def _kinship(one: Attribution, other: Attribution) -> float:
    """How much of the rules' content is the network's: by the same cue a part of it, by another one the same words."""
    common = _common(one.content, other.content)
    if not common:
        return 0.0
    if same_cue(one, other):
        return common / _length(other.content)
    return likeness(one.content, other.content)


def likeness(left: Span, right: Span) -> float:
    """Characters in common over characters in either (Jaccard).

    >>> likeness(Span.of(0, 4), Span.of(2, 6))
    0.3333333333333333
    """
    common = _common(left, right)
    return common / (_length(left) + _length(right) - common)


def _common(left: Span, right: Span) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left.parts for c, d in right.parts)


def _overlap(left: Span, right: Span) -> float:
    """Characters in common over those of the shorter one."""
    common = _common(left, right)
    return common / min(_length(left), _length(right)) if common else 0.0


def _length(span: Span) -> int:
    return sum(end - start for start, end in span.parts)


def evidences(doc: Doc, pairs: Sequence[Pair]) -> Iterator[Evidence]:
    """What is known of each pair, in order."""
    found = [pair.learned for pair in pairs if pair.learned is not None]
    contents = Overlaps([one.attribution.content for one in found])
    for pair in pairs:
        one, made = pair.learned, pair.whole
        near = [found[i] for i in contents.at(made.content.start, made.content.end)]
        contested = sum(
            _common(made.content, other.attribution.content)
            for other in near
            if other is not one and (one is None or other.cue >= _RIVAL * one.cue)
        )
        yield Evidence(
            style=made.style,
            learned=one is not None,
            ruled=bool(pair.ruled),
            alone=one is None and not any(same_cue(made, other.attribution) for other in found),
            lent=made.source is None and any(known.source for known in pair.ruled),
            same_source=any(same(made.source, known.source) for known in pair.ruled),
            cue=0.0 if one is None else one.cue,
            source=0.0 if one is None else one.source,
            content=0.0 if one is None else one.content,
            sourced=made.source is not None,
            plain=cue_has(doc, made.cue, _PLAIN),
            measured=_is_measured(doc, made),
            signed=made.cue is not None and made.cue.cut(text_of(doc)) in _DASHES,
            turn=made.cue is None,
            attitude=all(known.modality is Modality.ATTITUDE for known in pair.ruled or (made,)),
            contested=min(1.0, contested / _length(made.content)),
        )


def _is_measured(doc: Doc, made: Attribution) -> bool:
    """Whether a cue puts a measure at a figure, or takes one: "put the toll at nine", "logged 40 shocks"."""
    if cue_has(doc, made.cue, words("measuring")):
        return True
    return cue_has(doc, made.cue, words("gauging")) and has_figure(doc, made.content)


def same(left: Span | None, right: Span | None) -> bool:
    """Whether two contents or sources share at least half of their characters, or neither is there."""
    if left is None or right is None:
        return left is right
    return likeness(left, right) >= _SAME


def surest(found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those whose content a surer one claims for the most part."""
    ordered = sorted(found, key=lambda a: (-a.confidence, a.content.parts))
    contents = Overlaps([item.content for item in ordered])
    kept: dict[int, Attribution] = {}
    for number, item in enumerate(ordered):
        near = contents.at(item.content.start, item.content.end)
        rivals = (kept[i] for i in near if i in kept)
        if not any(_overlap(item.content, other.content) > _OVERLAP for other in rivals):
            kept[number] = item
    return list(kept.values())
