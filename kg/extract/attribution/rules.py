"""Attribution by rule: source, cue and content of everything that an article attributes to somebody."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from kg.extract.attribution.chains import Found, chained, nearest
from kg.extract.attribution.contents import reported
from kg.extract.attribution.phrases import (
    VERBAL,
    Stretch,
    has_finite,
    sentence_of,
    span_of,
    trimmed,
    without_stop,
)
from kg.extract.attribution.reports import Report, reports
from kg.extract.attribution.signatures import signed
from kg.extract.attribution.speech import Speech, speeches, stretch_of, touches
from kg.extract.attribution.transcripts import Turn, labelled, turns
from kg.language.paragraphs import sentence_start, text_of
from kg.language.quotations import Quotation, overlapping
from kg.model import Attribution, Modality, Span, Style

_SENTENCE_END = frozenset(".?!…")
_POINTING = frozenset({"this", "that", "these", "those", "it"})


def attributions(doc: Doc, quotations: Sequence[Quotation]) -> list[Attribution]:
    """The attributions of a text that the rules find, in order of their content; how sure they are is not told."""
    taking_turns = turns(text_of(doc))
    quotations = [q for q in quotations if not any(_is_in(q, turn) for turn in taking_turns)]
    quoted = {i for quotation in quotations for i in range(*stretch_of(doc, quotation))}
    for turn in taking_turns:
        tokens = doc.char_span(turn.line.start, turn.line.end, alignment_mode="expand")
        quoted.update(token.i for token in tokens or ())
    clauses = reports(doc, quoted)
    spoken = speeches(doc, quotations, clauses)
    found = [*_direct(doc, spoken), *_indirect(doc, clauses, spoken, quotations)]
    made = [_attribution(doc, item) for item in chained(doc, nearest(doc, found))]
    exact = [*signed(doc, quotations), *labelled(text_of(doc), taking_turns)]
    made = [a for a in made if not any(a.content.overlaps(b.content) for b in exact)]
    return sorted(
        [*made, *exact],
        key=lambda item: (item.content.parts, item.cue.parts if item.cue else ()),
    )


def _is_in(quotation: Quotation, turn: Turn) -> bool:
    return turn.line.start <= quotation.start < turn.line.end


def _direct(doc: Doc, spoken: Sequence[Speech]) -> Iterator[Found]:
    """Quotations with their owners; words of the same sentence before the marks make them mixed.

    The two halves of a clause that its tag breaks in two are one content of two parts.
    """
    text = text_of(doc)
    halves: list[Span] = []
    for number, speech in enumerate(spoken):
        halves.append(without_stop(text, speech.quotation.inner))
        if number + 1 < len(spoken) and _goes_on(doc, text, speech, spoken[number + 1]):
            continue
        said = Span.join(halves)
        halves.clear()
        lead = None if speech.lead is None else trimmed(doc, speech.lead)
        report = speech.report
        if not touches(
            doc, speech
        ):  # a denial or question further off lends nothing to what follows it
            report = report._replace(modality=Modality.ASSERTED)
        if lead is None:
            yield Found(report, said, Style.DIRECT)
        else:
            whole = Span.of(span_of(doc, lead).start, said.end)
            yield Found(speech.report, whole, Style.MIXED)


def _goes_on(doc: Doc, text: str, first: Speech, second: Speech) -> bool:
    """Whether a quotation is the other half of a clause that its tag breaks: "The dam," she said, "will hold".

    Two clauses that stand by themselves are two statements: "We knew," she said, "and we told them".
    """
    owner = first.report
    between = owner.cue[0] >= stretch_of(doc, first.quotation)[1]
    parted = first.quotation.inner.cut(text)[-1] not in _SENTENCE_END
    small = second.quotation.inner.cut(text)[0].islower()
    whole = all(has_finite(doc, stretch_of(doc, half.quotation)) for half in (first, second))
    return second.report is owner and between and parted and small and not whole and not first.lead


def _indirect(
    doc: Doc,
    clauses: Sequence[Report],
    spoken: Sequence[Speech],
    quotations: Sequence[Quotation],
) -> Iterator[Found]:
    """What is reported outside quotations, except by clauses that tag a quotation."""
    text = text_of(doc)
    tagging = {speech.report.cue for speech in spoken if touches(doc, speech)}
    fellows: dict[int, list[Report]] = {}
    for report in clauses:
        fellows.setdefault(sentence_start(report.head), []).append(report)
    for report in clauses:
        if report.cue in tagging:
            continue
        parts = reported(doc, report, fellows[sentence_start(report.head)])
        if not parts or _points_elsewhere(doc, parts):
            continue
        for statement in _statements(doc, report, parts):
            content = Span.join(span_of(doc, part) for part in statement)
            near = overlapping(quotations, content.start, content.end)
            within = [quotation for quotation in near if content.overlaps(quotation.inner)]
            style = Style.MIXED if within else Style.INDIRECT
            yield Found(report, _closed(text, content, within), style)


def _closed(text: str, content: Span, within: Sequence[Quotation]) -> Span:
    """The content with the closing mark of a quotation that it has all the words of."""
    start, end = content.parts[-1]
    for quotation in within:
        if start <= quotation.start and without_stop(text, quotation.inner).end == end:
            return Span(parts=(*content.parts[:-1], (start, quotation.end)))
    return content


def _points_elsewhere(doc: Doc, parts: Sequence[Stretch]) -> bool:
    """Whether what is reported is a mere "that", "it" or "this account", said elsewhere."""
    tokens = [token for part in parts for token in doc[slice(*part)]]
    pointing = tokens[0].lower_ in _POINTING and tokens[0].pos_ in {"PRON", "DET"}
    return pointing and not any(token.pos_ in VERBAL for token in tokens)


def _statements(doc: Doc, report: Report, parts: list[Stretch]) -> Iterator[list[Stretch]]:
    """Statements joined by "and that", or by "and" after the reporting clause, each by itself."""
    if len(parts) > 1:
        first, second = parts[0], parts[1]
        if doc[second[0]].lower_ in {"and", "but"}:
            yield [first]
            yield [(second[0] + 1, second[1])]
        else:
            yield parts
        return
    start, end = parts[0]
    announced = start > 0 and doc[start - 1].lower_ == "that"
    for i in range(start + 1, end - 2):
        joined = doc[i].lower_ in {"and", "but"} and doc[i + 1].lower_ == "that"
        statement = trimmed(doc, (start, i)) if joined and doc[i + 1].dep_ == "mark" else None
        if statement is not None:
            yield [statement]
            if not announced and _is_embedded(doc, report):
                return
            start = i + 2
    last = trimmed(doc, (start, end))
    if last is not None:
        yield [last]


def _is_embedded(doc: Doc, report: Report) -> bool:
    """Whether a "that" further out could govern a later one: "said that they planned to go and that it rained"."""
    start = sentence_of(report.head)[0]
    return any(
        token.lower_ == "that" and token.dep_ == "mark" for token in doc[start : report.cue[0]]
    )


def _attribution(doc: Doc, found: Found) -> Attribution:
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


def _modality(doc: Doc, found: Found) -> Modality:
    """The cue's; a denial of a mere noun ("disputed the figure") has no proposition and is a stance."""
    tokens = doc.char_span(found.content.start, found.content.end, alignment_mode="expand") or ()
    stance = not any(token.pos_ in VERBAL for token in tokens)
    if found.report.modality is Modality.DENIED and stance:
        return Modality.ATTITUDE
    return found.report.modality
