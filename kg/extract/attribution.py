"""Attribution by rule: source, cue and content of everything that an article attributes to somebody.

This is one implementation of a small interface, ``Attributor``: a function from an analysed text to attributions.
Another one, such as a tagger learned from data, can take its place. The terms are those of Pareti (2015), A
Database of Attribution Relations, and of PolNeAR (Newell, Margolin and Ruths, 2018).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from spacy.tokens import Doc

from kg.extract.contents import reported
from kg.extract.cues import EVIDENTIAL, RELAYING
from kg.extract.phrases import Stretch, branch, noun_phrase, span_of, trimmed
from kg.extract.quotations import Quotation
from kg.extract.reports import Report, reports
from kg.extract.speech import Speech, speeches, stretch_of
from kg.model import Attribution, Modality, Span, Style


class Attributor(Protocol):
    """Anything that finds the attributions of a text."""

    def __call__(self, doc: Doc, quotations: Sequence[Quotation]) -> list[Attribution]:
        """The attributions of a text, in order of their content."""
        ...


class _Found(NamedTuple):
    """What one report reports, before chains are joined."""

    report: Report
    content: Span
    style: Style


def attributions(doc: Doc, quotations: Sequence[Quotation]) -> list[Attribution]:
    """The attributions of a text, in order of their content; the standard Attributor."""
    quoted = {i for quotation in quotations for i in range(*stretch_of(doc, quotation))}
    clauses = _relayed(reports(doc, quoted))
    spoken = speeches(doc, quotations, clauses)
    found = _nearest([*_direct(doc, spoken), *_indirect(doc, clauses, spoken, quotations)], doc)
    return sorted(
        (_attribution(doc, item) for item in _chained(doc, found)),
        key=lambda item: (item.content.parts, item.cue.parts if item.cue else ()),
    )


def _relayed(clauses: list[Report]) -> list[Report]:
    """Joins "X, citing Y, said" into one report by Y through X."""
    kept: list[Report] = []
    relays = {report.source: report for report in clauses if _is_relay(report)}
    for report in clauses:
        relay = relays.get(report.source)
        if report in relays.values():
            continue
        origin = None if relay is None or report.source is None else _object(relay)
        if origin is not None and report.source is not None:
            report = report._replace(source=origin, via=(*report.via, report.source))  # noqa: PLW2901
        kept.append(report)
    return kept


def _is_relay(report: Report) -> bool:
    return report.head.lemma_.lower() in RELAYING and report.head.tag_ == "VBG"


def _object(report: Report) -> Stretch | None:
    """The noun phrase that a relaying participle cites."""
    head = next(
        (
            child
            for child in report.head.children
            if child.dep_ in {"obj", "obl", "iobj"} and child.i > report.head.i
        ),
        None,
    )
    return None if head is None else noun_phrase(head, (report.cue[1], report.head.sent.end))


def _direct(doc: Doc, spoken: Sequence[Speech]) -> Iterator[_Found]:
    for speech in spoken:
        words = _without_stop(doc.text, speech.quotation.inner)
        lead = None if speech.lead is None else trimmed(doc, speech.lead)
        if lead is None:
            yield _Found(speech.report, words, Style.DIRECT)
        else:
            start = span_of(doc, lead).start
            yield _Found(speech.report, Span.of(start, words.end), Style.MIXED)


def _nearest(found: Sequence[_Found], doc: Doc) -> list[_Found]:
    """One attribution for each content: where two reports claim the same words, the one nearer to them.

    What is found or shown within reported speech is part of that speech.
    """
    best: dict[Span, tuple[int, _Found]] = {}
    for item in found:
        cue = span_of(doc, item.report.cue)
        distance = min(abs(cue.end - item.content.start), abs(cue.start - item.content.end))
        if item.content not in best or distance < best[item.content][0]:
            best[item.content] = (distance, item)
    kept = [item for _, item in best.values()]
    return [item for item in kept if not (_is_evidence(item) and _is_within(item, kept))]


def _is_evidence(item: _Found) -> bool:
    return item.report.head.lemma_.lower() in EVIDENTIAL


def _is_within(item: _Found, others: Sequence[_Found]) -> bool:
    return any(other is not item and other.content.covers(item.content) for other in others)


def _without_stop(text: str, span: Span) -> Span:
    """The span without the comma or full stop that its sentence puts at its end."""
    start, end = span.start, span.end
    while end - 1 > start and text[end - 1] in ",." and text[end - 2] not in ".,":
        end -= 1
    return Span.of(start, end)


def _indirect(
    doc: Doc, clauses: Sequence[Report], spoken: Sequence[Speech], quotations: Sequence[Quotation]
) -> Iterator[_Found]:
    """What is reported outside quotations, except by clauses that tag a quotation."""
    tagging = {speech.report.cue for speech in spoken if _touches(doc, speech)}
    for report in clauses:
        if report.cue in tagging:
            continue
        parts = reported(doc, report, clauses)
        if not parts or _is_pronoun(doc, parts):
            continue
        for statement in _coordinated(doc, parts):
            content = Span.join(span_of(doc, part) for part in statement)
            mixed = any(content.overlaps(quotation.inner) for quotation in quotations)
            yield _Found(report, content, Style.MIXED if mixed else Style.INDIRECT)


def _coordinated(doc: Doc, parts: list[Stretch]) -> Iterator[list[Stretch]]:
    """Statements joined by "and that", or by "and" after the reporting clause, each by itself."""
    if len(parts) > 1:
        resumed = parts[1][0]
        if doc[resumed].lower_ in {"and", "but"}:
            yield parts[:1]
            yield [(resumed + 1, parts[1][1])]
        else:
            yield parts
        return
    start, end = parts[0]
    for i in range(start + 1, end - 2):
        if (
            doc[i].lower_ in {"and", "but"}
            and doc[i + 1].lower_ == "that"
            and doc[i + 1].dep_ == "mark"
        ):
            first = trimmed(doc, (start, i))
            if first is not None:
                yield [first]
            start = i + 2
    last = trimmed(doc, (start, end))
    if last is not None:
        yield [last]


def _is_pronoun(doc: Doc, parts: Sequence[Stretch]) -> bool:
    """Whether what is reported is a mere "that" or "it"."""
    return all(token.pos_ in {"PRON", "DET"} for start, end in parts for token in doc[start:end])


def _touches(doc: Doc, speech: Speech) -> bool:
    """Whether the owner's clause is in the same sentence as the quotation or leads on to it."""
    start, end = stretch_of(doc, speech.quotation)
    clause = speech.report.clause
    between = doc[clause[1] : start] if clause[1] <= start else doc[end : clause[0]]
    return not any(token.is_alpha and token.lower_ != "that" for token in between)


def _chained(doc: Doc, found: Sequence[_Found]) -> Iterator[_Found]:
    """Joins what is reported of a report ("Y said Z, X reported") into one attribution of Z to Y via X."""
    inner_of: dict[int, list[_Found]] = {}
    swallowed: set[int] = set()
    for number, outer in enumerate(found):
        if outer.style is Style.DIRECT:
            continue
        for inner in found:
            if inner is outer or inner.report.cue == outer.report.cue or not _is_statement(inner):
                continue
            clause = span_of(doc, inner.report.clause)
            if (
                outer.content.covers(clause)
                and outer.content.covers(inner.content)
                and _fills(clause, inner.content, outer.content)
            ):
                inner_of.setdefault(id(inner), []).append(outer)
                swallowed.add(number)
    for number, item in enumerate(found):
        if number in swallowed:
            continue
        outers = [
            outer.report.source for outer in inner_of.get(id(item), []) if outer.report.source
        ]
        yield item._replace(report=item.report._replace(via=(*item.report.via, *outers)))


def _is_statement(found: _Found) -> bool:
    spoken = found.report.head.lemma_.lower() not in EVIDENTIAL
    stated = found.report.modality not in {Modality.ATTITUDE, Modality.SPECULATED}
    return spoken and stated and found.report.source is not None


_SHARE = 0.8  # of the outer content's characters; chosen on 120 articles of PolNeAR train


def _fills(clause: Span, inner: Span, outer: Span) -> bool:
    """Whether a report with its content makes up nearly all of what is reported."""

    def length(span: Span) -> int:
        return sum(end - start for start, end in span.parts)

    return length(Span.join([clause, inner])) >= _SHARE * length(outer)


def _attribution(doc: Doc, found: _Found) -> Attribution:
    report = found.report
    return Attribution(
        content=found.content,
        cue=span_of(doc, report.cue),
        source=None if report.source is None else span_of(doc, report.source),
        via=tuple(span_of(doc, stretch) for stretch in report.via),
        addressee=None if report.addressee is None else span_of(doc, report.addressee),
        style=found.style,
        modality=_modality(doc, found),
    )


def _modality(doc: Doc, found: _Found) -> Modality:
    """The cue's; a denial of a mere noun ("disputed the figure") has no proposition and is a stance."""
    tokens = doc.char_span(found.content.start, found.content.end, alignment_mode="expand") or ()
    if found.report.modality is Modality.DENIED and not any(
        token.pos_ in {"VERB", "AUX"} for token in tokens
    ):
        return Modality.ATTITUDE
    return found.report.modality
