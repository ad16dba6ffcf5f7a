"""Parts what one says from what others say around it.

The network's contents run on where reports follow one another: "Nine died, the ministry said, while the army put the toll at six;
the port says five". What stands apart for certain, by its words and marks, ends them.
"""

import re
from collections.abc import Collection, Sequence

from spacy.tokens import Doc, Token

from kg.extract.attribution.cues import verbs, words
from kg.extract.attribution.learned import Learned
from kg.extract.attribution.phrases import has_lemma, is_finite, lemma
from kg.language.paragraphs import text_of
from kg.model import Attribution, Modality, Span

_AND = " and "
_TAKEN_OVER = re.compile(r"[,;—–] (?:while|whereas|but)$")
_LONGEST_JOINT = len(", whereas  ")
_JOINING = frozenset({"and", "but", "while", "whereas", "though", "although"})


def parted(
    doc: Doc, found: Sequence[Learned], ruled: Sequence[Attribution]
) -> tuple[list[Learned], list[Attribution]]:
    """The attributions of network and rules, each up to what is reported apart from it.

    "It said the shock came at noon and put the depth at 12 km" ends before "and". What only hands on what another told is left
    out of the network's.
    """
    every = [*ruled, *(one.attribution for one in found)]
    apart = [other for other in every if _stands_apart(doc, other)]
    ruled = [_up_to(doc, other, apart) for other in ruled]
    kept = []
    for one in found:
        if not any(_hands_on(one.attribution, other) for other in ruled):
            whole = _behind_report(doc, one.attribution, ruled)
            ends = [*apart, *_gone_on(doc, whole, every, ruled)]
            kept.append(one._replace(attribution=_up_to(doc, whole, ends)))
    return kept, ruled


def _hands_on(outer: Attribution, inner: Attribution) -> bool:
    """Whether what one says is no more than what she was told: "Ada said she was told by the insurer that …"."""
    told = inner.addressee is not None and outer.content.covers(inner.addressee)
    return told and outer.source is not None and any(outer.source.overlaps(v) for v in inner.via)


def _stands_apart(doc: Doc, item: Attribution) -> bool:
    """Whether a report is part of no other: by a verb of measuring, or behind a semicolon or ", while"."""
    if item.cue is None:
        return False
    start = item.cue.start if item.source is None else min(item.cue.start, item.source.start)
    before = text_of(doc)[max(0, start - _LONGEST_JOINT) : start].rstrip()
    if before.endswith(";") or cue_has(doc, item.cue, words("measuring")):
        return True
    taken_over = item.source is not None and _TAKEN_OVER.search(before) is not None
    return taken_over and any(_is_stated(verb) for verb in tokens_of(doc, item.cue))


def _gone_on(
    doc: Doc, one: Attribution, every: Sequence[Attribution], ruled: Sequence[Attribution]
) -> list[Attribution]:
    """What else is reported behind "and", where the rules end what this cue reports: "he said it began at noon and blamed a cable"."""
    ends = {other.content.end for other in ruled if same_cue(one, other)}
    return [
        other
        for other in every
        if other.cue is not None
        and other.cue.start - len(_AND) in ends
        and text_of(doc)[: other.cue.start].endswith(_AND)
        and not (other.source and one.content.covers(other.source))
        and _is_stated(tokens_of(doc, other.cue)[0])
    ]


def _is_stated(verb: Token) -> bool:
    """Whether a verb is in a finite form and tells of something said, not of a state of mind."""
    modality, _ = verbs().get(lemma(verb), (Modality.ATTITUDE, None))
    return modality in {Modality.ASSERTED, Modality.ALLEGED, Modality.DENIED} and is_finite(verb)


def _behind_report(doc: Doc, one: Attribution, ruled: Sequence[Attribution]) -> Attribution:
    """The attribution from where the sentence begins that it is in, if what is before ends another report.

    In "Nine died, the ministry said at 10 p.m. Forty were hurt, it said" the second content has no "the ministry said".
    """
    content = one.content
    told = doc.char_span(*content.parts[0], alignment_mode="contract")
    if told is None:
        return one
    first = told[0].sent
    start, end = content.start, first.end_char
    ends_report = first.end < told.end and any(
        other.cue is not None and start <= other.cue.start < end and other.content.end <= start
        for other in ruled
    )
    if not ends_report:
        return one
    kept = Span.of(doc[first.end].idx, content.parts[0][1])
    rest = (Span.of(*part) for part in content.parts[1:])
    return one.model_copy(update={"content": Span.join([kept, *rest])})


def _up_to(doc: Doc, one: Attribution, apart: Sequence[Attribution]) -> Attribution:
    """The attribution up to the first report in each part of its content that stands apart, without the "and" before it.

    Where that has a source of its own, it ends before it: "while the army put the toll at nine".
    """
    own = one.cue
    cuts = [
        min(span.start for span in (other.cue, other.source) if span and one.content.covers(span))
        for other in apart
        if other.cue is not None
        and not (own and own.overlaps(other.cue))
        and one.content.covers(other.cue)
        and one.content.start < other.cue.start
    ]
    if not cuts:
        return one
    parts = [kept for part in one.content.parts if (kept := _part_up_to(doc, part, cuts))]
    return one.model_copy(update={"content": Span.join(parts)}) if parts else one


def _part_up_to(doc: Doc, part: tuple[int, int], cuts: Sequence[int]) -> Span | None:
    within = [cut for cut in cuts if part[0] <= cut < part[1]]
    if not within:
        return Span.of(*part)
    kept = doc.char_span(part[0], min(within), alignment_mode="contract")
    while kept and (kept[-1].is_punct or kept[-1].lower_ in _JOINING):
        kept = kept[:-1]
    return Span.of(kept.start_char, kept.end_char) if kept else None


def cue_has(doc: Doc, cue: Span | None, lemmas: Collection[str]) -> bool:
    """Whether a cue has one of some words."""
    return cue is not None and has_lemma(tokens_of(doc, cue), lemmas)


def same_cue(one: Attribution, other: Attribution) -> bool:
    """Whether two attributions have a cue, or a part of it, in common."""
    return one.cue is not None and other.cue is not None and one.cue.overlaps(other.cue)


def tokens_of(doc: Doc, span: Span) -> Sequence[Token]:
    """The tokens from the beginning of a span to its end."""
    return list(doc.char_span(span.start, span.end, alignment_mode="expand") or ())
