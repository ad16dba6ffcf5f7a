"""Finds reporting clauses: who reports, by which words; not yet what.

A reporting clause is a source and a cue ("the ministry said on Monday", "according to police"). Nothing inside a
quotation reports for the article, and what is negated, merely possible or avoided is not reported.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.extract.attribution.acts import is_speech, is_undenied, is_unsaid, meaning, with_no
from kg.extract.attribution.asides import aside
from kg.extract.attribution.channels import Channel, channels
from kg.extract.attribution.cues import PREPOSITIONS, Frame, nouns, verbs, words
from kg.extract.attribution.phrases import (
    Stretch,
    branch,
    has_finite,
    is_comma,
    is_finite,
    is_time,
    lemma,
    noun_phrase,
    outside,
    phrase_head,
    sentence_of,
    trimmed,
    verb_group,
)
from kg.extract.attribution.relays import (
    Citation,
    Relay,
    citations,
    is_passive,
    quoting,
    told,
    without_relay,
)
from kg.extract.attribution.sources import prepositional_source, source_of
from kg.language.paragraphs import sentence_start
from kg.model import Modality

_ADDRESSEES = frozenset({"iobj", "obj"})
_OUTSIDE_CLAUSE = frozenset(
    {"advcl", "cc", "ccomp", "conj", "csubj", "dep", "list", "parataxis", "xcomp"}
)
_OUTSIDE_PLAIN_CLAUSE = _OUTSIDE_CLAUSE | _ADDRESSEES
# The prepositions of attribution by their first word.
_FORMS = {
    first: tuple(form for form in PREPOSITIONS if form[0] == first) for first, *_ in PREPOSITIONS
}
_SLIGHT = 6  # tokens between a cue and the channel of its words


class Report(NamedTuple):
    """A reporting clause; stretches are of token indices.

    Attributes:
        head: The reporting verb, noun or preposition.
        cue: The words that attribute.
        source: The words that name the source; None where there are none.
        clause: The whole clause: source, cue, addressee and adverbials, without what is reported.
        modality: What the cue says of the claim.
        frames: How the cue may take what is reported.
        addressee: The words that name whom it was said to.
        via: The words that name intermediaries, nearest to the source first.
    """

    head: Token
    cue: Stretch
    source: Stretch | None
    clause: Stretch
    modality: Modality
    frames: Frame
    addressee: Stretch | None = None
    via: tuple[Stretch, ...] = ()

    @property
    def is_prepositional(self) -> bool:
        """Whether the cue is a preposition such as "according to", or a clause with "as" that works like one."""
        return self.head.pos_ == "ADP" or self.head.lower_ in {"according", "as"}

    @property
    def is_evidence(self) -> bool:
        """Whether something is found or shown rather than said."""
        return lemma(self.head) in words("evidential")


def reports(doc: Doc, quoted: AbstractSet[int]) -> list[Report]:
    """All reporting clauses outside quotations, in order of their cues.

    Args:
        doc: The analysed text.
        quoted: Indices of the tokens inside quotations.
    """
    pieces = outside(doc, quoted)
    found = [report for piece in pieces for report in _in_piece(doc, piece)]
    kept: list[Report] = []
    for report in sorted(found, key=lambda report: report.cue):
        adopted = _adopted(report, kept)
        if adopted is not None:
            kept.append(adopted)
    kept = _with_citations(kept, list(citations(doc, pieces)))
    return _with_channels(doc, kept, list(channels(doc, pieces)))


def _in_piece(doc: Doc, piece: Stretch) -> Iterator[Report]:
    past = piece[0]  # the end of what has been read as a clause with "as"
    for i in range(*piece):
        token = doc[i]
        word = token.lower_
        width = _preposition(doc, i, piece) if word in _FORMS else 0
        beside = aside(doc, i, piece) if word == "as" else None
        if width:
            yield from _prepositional(doc, (i, i + width), piece)
        elif beside is not None:
            past = beside.clause[1]
            parts = beside.cue, beside.source, beside.clause
            yield Report(token, *parts, Modality.ASSERTED, Frame.CLAUSE)
        elif i < past:
            continue
        elif token.tag_.startswith("VB"):
            yield from _verbal(token, piece)
        elif token.pos_ == "NOUN" and lemma(token) in nouns():
            yield from _nominal(token, piece)


def _preposition(doc: Doc, i: int, piece: Stretch) -> int:
    """How many words of an attributing preposition stand here; 0 if none."""
    for form in _FORMS[doc[i].lower_]:
        within = i + len(form) < piece[1]
        if within and all(doc[i + at].lower_ == word for at, word in enumerate(form)):
            return len(form)
    return 0


def _prepositional(doc: Doc, cue: Stretch, piece: Stretch) -> Iterator[Report]:
    """According to the ministry: the noun phrase that follows is the source."""
    named = prepositional_source(doc, cue, piece)
    if named is None:
        return
    source, via = without_relay(doc, named)
    clause = (cue[0], max([source[1], *(stretch[1] for stretch in via)]))
    yield Report(doc[cue[0]], cue, source, clause, Modality.ASSERTED, Frame.CLAUSE, via=via)


def _verbal(verb: Token, piece: Stretch) -> Iterator[Report]:
    """A reporting verb with its source; without one only after "and", where the one before goes on."""
    relay = quoting(verb, piece) if lemma(verb) in words("relaying") else None
    known = meaning(verb)
    if relay is not None:
        yield _relayed(verb, relay, piece)
    elif known is not None and verb.dep_ not in {"amod", "compound"}:
        if is_passive(verb):
            yield from _passive(verb, piece)
        elif is_speech(verb, piece) and (is_undenied(verb) or not is_unsaid(verb)):
            yield from _active(verb, known, piece)


def _relayed(verb: Token, relay: Relay, piece: Stretch) -> Report:
    """The Herald quoted her as saying: from the quoting verb to the verb of saying."""
    parts = (relay.source, relay.cue, *relay.via)
    clause = (min(part[0] for part in parts), max(part[1] for part in parts))
    clause = (clause[0], _clause_end(verb.doc[relay.cue[1] - 1], clause[1], piece))
    return Report(
        verb, relay.cue, relay.source, clause, Modality.ASSERTED, Frame.CLAUSE, via=relay.via
    )


def _active(verb: Token, known: tuple[Modality, Frame], piece: Stretch) -> Iterator[Report]:
    """The ministry said: the subject is the source; nobody is none."""
    modality, frames = known
    cue = with_no(verb.doc, verb_group(verb, piece))
    source = source_of(verb, cue, piece)
    if source is None:
        if _is_coordinated(verb, cue):
            clause, addressee = _clause(verb, cue, cue, piece)
            yield Report(verb, cue, None, clause, modality, frames, addressee)
        return
    if _is_circumstance(verb, source) or verb.doc[source[0]].lower_ in words("nobody"):
        return
    source, via = without_relay(verb.doc, source)
    clause, addressee = _clause(verb, cue, source, piece)
    yield Report(verb, cue, source, clause, modality, frames, addressee, via)


def _passive(verb: Token, piece: Stretch) -> Iterator[Report]:
    """He was told by the insurer that ...: the agent is the source, the subject the addressee."""
    relay = told(verb, piece)
    known = verbs().get(lemma(verb))
    if relay is None or known is None or Frame.CLAUSE not in known[1] or is_unsaid(verb):
        return
    subject = next((child for child in verb.children if child.dep_.startswith("nsubj")), None)
    addressee = None
    if subject is not None and piece[0] <= subject.i < relay.cue[0]:
        addressee = noun_phrase(subject, (piece[0], relay.cue[0]))
    start = relay.cue[0] if addressee is None else addressee[0]
    clause = (start, max(relay.cue[1], relay.source[1]))
    heard = addressee if lemma(verb) in words("telling") else None
    yield Report(verb, relay.cue, relay.source, clause, known[0], known[1], heard)


def _is_coordinated(verb: Token, cue: Stretch) -> bool:
    """Whether a finite verb without a subject goes on after "and" or "but"."""
    return is_finite(verb) and cue[0] > 0 and verb.doc[cue[0] - 1].lower_ in {"and", "but"}


def _is_circumstance(verb: Token, source: Stretch) -> bool:
    """Whether the subject is a circumstance and nobody: "this suggests that"."""
    alone = source[1] - source[0] == 1
    pointing = verb.doc[source[0]].lower_ in words("demonstratives")
    return alone and pointing and lemma(verb) in words("showing")


def _nominal(noun: Token, piece: Stretch) -> Iterator[Report]:
    """The ministry's claim that ...: the possessor is the source; without one there is none."""
    after = noun.i + 1
    if after >= piece[1] or noun.doc[after].lower_ != "that":
        return
    clausal = {"acl", "ccomp", "acl:relcl"}
    owner = next((child for child in noun.children if child.dep_ == "nmod:poss"), None)
    if owner is None or not piece[0] <= owner.i < noun.i:
        return
    if any(child.dep_ in clausal and child.i > noun.i for child in noun.children):
        source = noun_phrase(owner, (piece[0], owner.i + 1))
        modality = nouns()[lemma(noun)]
        yield Report(noun, (noun.i, after), source, (source[0], after), modality, Frame.CLAUSE)


def _clause(
    verb: Token, cue: Stretch, source: Stretch, piece: Stretch
) -> tuple[Stretch, Stretch | None]:
    """The reporting clause, and in it the addressee."""
    doc = verb.doc
    floor = max(cue[1], source[1] if source[0] >= cue[1] else cue[1])
    end = _clause_end(verb, floor, piece)
    addressee = None
    if lemma(verb) in words("telling"):
        head = phrase_head(doc, cue[1], piece[1])
        if head is not None:
            addressee = noun_phrase(head, (cue[1], max(end, head.i + 1)))
            end = max(end, addressee[1])
    while end > floor and is_comma(doc[end - 1]):
        end -= 1
    own = source[0] < cue[0] and not has_finite(doc, (source[1], cue[0]))
    return (source[0] if own else cue[0], end), addressee


def _clause_end(verb: Token, floor: int, piece: Stretch) -> int:
    """Where a reporting clause ends: after its adverbials and addressee, before what is reported."""
    telling = lemma(verb) in words("telling")
    inside = branch(verb, _OUTSIDE_CLAUSE if telling else _OUTSIDE_PLAIN_CLAUSE)
    end = floor
    while end < piece[1] and end in inside and not _starts_content(verb.doc[end]):
        end += 1
    # A finite verb here means that the run went over the subject of what is said.
    return floor if end < piece[1] and is_finite(verb.doc[end]) else end


def _starts_content(token: Token) -> bool:
    """Whether what is reported begins here at the latest."""
    that = token.lower_ == "that" and token.tag_ in {"IN", "DT", "WDT"}
    return token.tag_ in {"``", "''", ":"} or that or is_finite(token)


def _adopted(report: Report, before: Sequence[Report]) -> Report | None:
    """The report with the source of the one before, where it has none or one in what that one reports.

    In "he told reporters the fire began at two and blamed a short circuit" the parser takes the fire for the subject
    of "blamed"; a coordinated finite reporting verb without a subject of its own goes on with the reporter.
    """
    beside = before and sentence_start(before[-1].head) == sentence_start(report.head)
    outer = before[-1] if beside else None
    if report.source is None:
        return None if outer is None else report._replace(source=outer.source)
    if outer is None or outer.source is None or report.clause[0] != report.cue[0]:
        return report
    inherited = outer.cue[1] <= report.source[0] < report.cue[0]
    coordinated = report.head.dep_ == "conj" and is_finite(report.head)
    return report._replace(source=outer.source) if inherited and coordinated else report


def _with_citations(found: Sequence[Report], cited: Sequence[Citation]) -> list[Report]:
    """Joins "X, citing Y, said" and "Citing Y, X said" into reports by Y through X."""
    citing = {citation.verb.i for citation in cited}
    kept = [report for report in found if report.head.i not in citing]
    sentences: dict[int, list[int]] = {}
    for i, report in enumerate(kept):
        sentences.setdefault(sentence_start(report.head), []).append(i)
    for citation in cited:
        beside = sentences.get(sentence_start(citation.verb))
        if not beside:
            continue
        nearest = min(beside, key=lambda i: _distance(kept[i], citation))
        report = kept[nearest]
        if report.source is not None and report.source != citation.origin:
            via = (report.source, *report.via)
            kept[nearest] = report._replace(source=citation.origin, via=via)
    return kept


def _distance(report: Report, citation: Citation) -> tuple[bool, int]:
    """How far a citation stands from a report: first the verb that it depends on, then the nearest."""
    return citation.verb.head != report.head, abs(report.head.i - citation.verb.i)


def _with_channels(doc: Doc, found: Sequence[Report], through: Sequence[Channel]) -> list[Report]:
    """The reports with the outlets whose interview, statement or video they speak through."""
    kept = list(found)
    sentences: dict[int, list[int]] = {}
    for i, report in enumerate(kept):
        sentences.setdefault(sentence_start(report.head), []).append(i)
    for channel in through:
        for i in sentences.get(sentence_start(doc[channel.place[0]]), ()):
            joined = _joined(doc, kept[i], channel)
            if joined is not None:
                kept[i] = joined
                break
    return kept


def _joined(doc: Doc, report: Report, channel: Channel) -> Report | None:
    """The report through a channel that opens its sentence or stands beside its cue; None if it is not its own."""
    start, end = channel.place
    source = report.source
    if source is None or report.is_prepositional or channel.outlet == source:
        return None
    if source[0] < end and start < source[1]:
        source = trimmed(doc, (source[0], start)) or trimmed(doc, (end, source[1]))
        if source is None:
            return None
    inverted = source[1] if source[0] >= report.cue[1] else report.cue[1]
    after = doc[inverted:start] if inverted <= start else None
    closing = after is not None and len(after) <= _SLIGHT and not any(map(_parts, after))
    opening = end <= report.cue[0] and not has_finite(doc, (source[1], report.cue[0]))
    first = sentence_of(report.head)[0]
    if not closing and not (opening and (start >= source[1] or start <= first + 1)):
        return None
    clause = (
        (report.clause[0], max(report.clause[1], _up_to_that(doc, end)))
        if closing
        else report.clause
    )
    via = report.via if channel.outlet is None else (channel.outlet, *report.via)
    return report._replace(source=source, clause=clause, via=via)


def _up_to_that(doc: Doc, start: int) -> int:
    """The place of the "that" which a date at most parts from here; else the place itself."""
    bound = min(start + _SLIGHT, doc[start - 1].sent.end)
    for i in range(start, bound):
        if doc[i].lower_ == "that":
            return i
        if not (is_comma(doc[i]) or is_time(doc[i]) or doc[i].pos_ in {"ADP", "NUM"}):
            break
    return start


def _parts(token: Token) -> bool:
    """Whether a token shows that what is said has begun."""
    return (
        is_finite(token) or token.lower_ in {"that", ":"} or token.pos_ == "PRON" or token.is_quote
    )
