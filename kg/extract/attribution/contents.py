"""Finds what a reporting clause reports outside quotation marks: the clause, object or infinitive that belongs to it.

What is reported mostly runs to the end of the sentence (right of the clause) or from its beginning (left of it), and
is cut where another reporting clause takes over. That much is read off the page; the tree decides between the sides
and gives the objects.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.extract.attribution.cues import Frame, verbs, words
from kg.extract.attribution.phrases import (
    NOMINAL,
    SUBJECTS,
    VERBAL,
    Stretch,
    branch,
    has_finite,
    is_comma,
    is_finite,
    lemma,
    sentence_of,
    trimmed,
)
from kg.extract.attribution.reports import Report
from kg.language.paragraphs import sentence_bounds, sentence_start

_OF_NOUNS = frozenset({"acl", "acl:relcl"})
_ARGUMENTS = frozenset({"obj", "ccomp", "xcomp", "obl", "obl:arg", "advcl", "conj"})
_RELATIONS_ON = frozenset({"conj", "advcl", "parataxis"})
_OBJECTS = frozenset({"obj", "ccomp", "obl:arg"})
_BEYOND_OBJECT = frozenset({"parataxis", "nsubj", "aux", "aux:pass", "list"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_NO_CLAUSE = frozenset({"of", "while", "as"})  # words that no reported clause begins with
_SHORTEST = 2  # tokens: a clause has a subject and a verb


def reported(doc: Doc, report: Report, others: Sequence[Report]) -> list[Stretch]:
    """The parts of what a report reports, in order; empty if none is found.

    Args:
        doc: The analysed text.
        report: The reporting clause.
        others: The reporting clauses of its sentence.
    """
    sentence = sentence_of(report.head)
    if Frame.CLAUSE in report.frames:
        found = _clausal(doc, report, others, sentence)
        if found:
            return found
    for start, end in _complements(report):
        kept = trimmed(doc, (start, min(end, _cut(doc, report, (start, sentence[1]), others))))
        if kept is not None and kept[0] >= report.cue[1]:
            return [_without_link(doc, kept)]
    return []


def _without_link(doc: Doc, stretch: Stretch) -> Stretch:
    """The stretch without a conjunction at its end that led on to what was cut off."""
    start, end = stretch
    while end - 1 > start and doc[end - 1].lower_ in words("taking-over"):
        end -= 1
    return trimmed(doc, (start, end)) or stretch


def _clausal(
    doc: Doc, report: Report, others: Sequence[Report], sentence: Stretch
) -> list[Stretch]:
    """A reported clause right of the reporting clause, left of it, or around it."""
    right = _right(doc, report, others, sentence)
    left = _left(doc, report, sentence)
    if left and not _stands(doc, report, left, right):
        left = None
    if _is_fronted(doc, report, sentence) or _hands_on(doc, report, sentence, left):
        return [right] if right else []
    if left and right and _resumes(doc, report, right):
        return [left, right]
    if left:
        return [left]
    return [right] if right and not report.is_prepositional else []


def _is_fronted(doc: Doc, report: Report, sentence: Stretch) -> bool:
    """Whether nothing but conjunctions, adverbs and punctuation stands before a prepositional clause."""
    before = doc[sentence[0] : report.clause[0]]
    slight = {"CCONJ", "PUNCT", "SPACE", "ADV", "SYM"}
    return report.is_prepositional and all(token.pos_ in slight for token in before)


def _hands_on(doc: Doc, report: Report, sentence: Stretch, left: Stretch | None) -> bool:
    """Whether the reporting clause leads on to its right: by "that", a colon, or a complement clause there."""
    at = _after_commas(doc, report.clause[1], sentence[1])
    if at == sentence[1] or report.is_prepositional:
        return False
    if doc[at].lower_ == "that":
        # In "said on condition that she not be named" the clause belongs to the noun.
        return doc[at].head.dep_ not in _OF_NOUNS and doc[at - 1].lower_ != "condition"
    if doc[at].text == ":":
        return True
    if left is not None and at > report.clause[1]:
        return False
    return _has_complement(report, report.clause[1])


def _after_commas(doc: Doc, at: int, end: int) -> int:
    while at < end and (is_comma(doc[at]) or doc[at].is_space):
        at += 1
    return at


def _has_complement(report: Report, start: int) -> bool:
    return any(
        child.dep_ == "ccomp" or (child.dep_ == "parataxis" and lemma(child) not in verbs())
        for child in report.head.children
        if child.i >= start
    )


def _right(doc: Doc, report: Report, others: Sequence[Report], sentence: Stretch) -> Stretch | None:
    """The statement right of the clause: after "that" or a colon, or with a verb of its own."""
    after, end = report.clause[1], sentence[1]
    start = _after_commas(doc, after, end)
    announced = start < end and doc[start].lower_ in {"that", ":"}
    if announced:
        if doc[start - 1].lower_ == "condition":
            return None  # "said on condition that she not be named"
        start = _after_commas(doc, start + 1, end)
    if start == end or not (announced or _may_begin(doc, report, start)):
        return None
    complement = _has_complement(report, start) or report.head.dep_ == "parataxis"
    interrupted = start > after and not announced and not doc[start].is_quote
    continued = _continues(doc, start, end) and report.clause[0] > sentence[0]
    if interrupted and not (complement or continued or report.is_prepositional):
        return None  # no comma stands between a verb and what it reports
    found = trimmed(doc, (start, _cut(doc, report, (start, end), others)))
    if found is None or found[1] - found[0] < _SHORTEST:
        return None
    clausal = lemma(report.head) in words("clausal")
    if announced or complement or clausal or report.is_prepositional:
        return found if any(token.pos_ in VERBAL for token in doc[slice(*found)]) else None
    return found if has_finite(doc, found) else None


def _may_begin(doc: Doc, report: Report, start: int) -> bool:
    """Whether a reported clause can begin here: no citation, and no infinitive that the cue does not take."""
    first, second = doc[start], doc[min(start + 1, len(doc) - 1)]
    if first.lower_ in _NO_CLAUSE or (first.tag_ == "VBG" and lemma(first) in words("relaying")):
        return False
    return not (
        first.lower_ == "to" and second.tag_ == "VB" and Frame.INFINITIVE not in report.frames
    )


def _continues(doc: Doc, start: int, end: int) -> bool:
    """Whether a second statement with a subject of its own follows: "..., she said, and nine have been found"."""
    if doc[start].lower_ not in {"and", "but"}:
        return False
    verb = next((i for i in range(start + 1, end) if is_finite(doc[i])), start)
    return any(token.pos_ in NOMINAL and token.dep_ in SUBJECTS for token in doc[start + 1 : verb])


def _left(doc: Doc, report: Report, sentence: Stretch) -> Stretch | None:
    """The statement left of the clause, parted from it by a comma, mark or question mark."""
    end = report.clause[0]
    if end <= sentence[0]:
        return None
    before = doc[end - 1]
    if not (is_comma(before) or before.is_quote or before.text in "?!"):
        return None
    left = trimmed(doc, (sentence[0], end))
    return left if left is not None and left[1] - left[0] >= _SHORTEST else None


def _stands(doc: Doc, report: Report, left: Stretch, right: Stretch | None) -> bool:
    """Whether what stands left of a reporting clause can be what it reports.

    A relative clause ("which denied it") and a participle ("saying ...") report nothing to their left.
    """
    source, verb = report.source, report.head
    if source is not None and source[1] - source[0] == 1 and doc[source[0]].lower_ in _RELATIVE:
        return False
    if verb.tag_ == "VBG" and report.clause[0] == verb.i:
        return report.is_prepositional
    closing = report.clause[1] >= sentence_of(verb)[1] - 1
    return closing or has_finite(doc, left) or (right is not None and _resumes(doc, report, right))


def _resumes(doc: Doc, report: Report, right: Stretch) -> bool:
    """Whether the sentence broken by the reporting clause goes on after it ("The dam, he said, is sound")."""
    head, begin = report.head, sentence_start(report.head)
    if not is_comma(doc[report.clause[1]]):
        return False
    if _continues(doc, right[0], right[1]):
        return True
    verb = next((token for token in doc[slice(*right)] if token.pos_ != "ADV"), doc[right[0]])
    if not has_finite(doc, (begin, report.clause[0])) and is_finite(verb):
        return True
    if report.is_prepositional:
        return any(
            token.dep_ in _ARGUMENTS and begin <= token.head.i < report.clause[0]
            for token in doc[slice(*right)]
        )
    if head.dep_ == "parataxis" and head.head.i >= right[0]:
        return True
    return not has_finite(doc, (begin, report.clause[0])) and has_finite(doc, right)


def _cut(doc: Doc, report: Report, stretch: Stretch, others: Sequence[Report]) -> int:
    """Where another reporting clause takes over or the article sums up, or the end of the stretch."""
    start, end = stretch
    for other in others:
        if other.source and other.source[0] <= report.cue[0] < other.source[1]:
            end = min(end, max(start, other.source[1]))  # the clause belongs to the other's source
        elif start < other.clause[0] < end and other.head != report.head:
            end = _taken_over(doc, report, other, (start, end))
    for i in range(start + 1, end - 2):
        # A summative modifier (Williams, Style: Lessons in Clarity and Grace) is the article's word on it.
        article = doc[i].text == "," and doc[i + 1].lower_ in {"a", "an"}
        if article and lemma(doc[i + 2]) in words("summaries"):
            return i
    return end


def _taken_over(doc: Doc, report: Report, other: Report, stretch: Stretch) -> int:
    """Where the other clause takes over, or the end of the stretch if it belongs to what is reported."""
    at = before = other.clause[0]
    while before > stretch[0] and (is_comma(doc[before - 1]) or doc[before - 1].is_quote):
        before -= 1
    before -= 1
    if before <= stretch[0]:
        return stretch[
            1
        ]  # a conjunction that opens what is reported: "that while it rained, nobody left"
    parted = is_comma(doc[at - 1])
    bare = other.source == report.source and other.clause[0] == other.cue[0]
    linked = bare or (other.head.head == report.head and other.head.dep_ in _RELATIONS_ON)
    closing = parted and (
        other.clause[1] >= sentence_bounds(report.head)[1] - 1 or other.is_prepositional
    )
    joined = linked or before < at - 1 or is_comma(doc[before - 1])
    if doc[before].lower_ in words("taking-over") and joined:
        return before
    return at if linked or closing or (parted and other.head.tag_ == "VBG") else stretch[1]


def _complements(report: Report) -> Iterator[Stretch]:
    """Objects, infinitives and prepositional complements that the frames of the cue allow."""
    head = report.head
    for child in head.children:
        if child.i < report.cue[1] or child.dep_ in SUBJECTS:
            continue
        if Frame.PREPOSITION in report.frames:
            yield from _introduced(head, child)
            for below in child.children if child.dep_ in _OBJECTS else ():
                if below.dep_ in _OF_NOUNS and below.tag_.startswith("VB"):
                    yield from _introduced(child, below)
        infinitive = child.dep_ in {"xcomp", "ccomp"} and _has_to(child)
        if Frame.INFINITIVE in report.frames and infinitive:
            yield child.left_edge.i, _reach(head, child)
        if Frame.OBJECT in report.frames and child.dep_ in _OBJECTS:
            yield child.left_edge.i, _reach(head, child)


def _has_to(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)


def _reach(head: Token, child: Token) -> int:
    """The end of the verb phrase that a complement belongs to."""
    coordinated = [t for t in head.children if t.dep_ == "conj" and t.pos_ in VERBAL]
    inside = branch(head, _BEYOND_OBJECT) - {t.i for verb in coordinated for t in verb.subtree}
    end, last = child.i + 1, sentence_bounds(child)[1]
    while end < last and end in inside:
        end += 1
    return end


def _introduced(head: Token, child: Token) -> Iterator[Stretch]:
    """What follows "of", "for" and so on: "accused them of fraud", "called for a strike"."""
    for token in child.subtree:
        introducing = token.dep_ in {"case", "mark"} and token.lower_ in words("introducing")
        if introducing and token.i > head.i:
            yield token.i + 1, max(_reach(head, child), token.i + 1)
            return
