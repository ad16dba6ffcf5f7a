"""Finds what a reporting clause reports outside quotation marks: the clause, object or infinitive that belongs to it.

What is reported mostly runs to the end of the sentence (right of the clause) or from its beginning (left of it), and
is cut where another reporting clause takes over. That much is read off the page; the tree decides between the sides
and gives the objects.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.extract.cues import Frame
from kg.extract.phrases import SUBJECTS, Stretch, branch, is_comma, is_finite, trimmed
from kg.extract.reports import Report

_DATELINE = re.compile(
    r"[A-Z][A-Z.’' ]{2,}(?:,? [\w.,’' ]{0,40})?(?: ?\([^)]{1,40}\))? ?(?:--|[-–—:])\s"
)
_TAKING_OVER = frozenset({"while", "but", "whereas", "although", "though", "and", "or", "as"})
_RELATIONS_ON = frozenset({"conj", "advcl", "parataxis"})
_SUMMARIES = frozenset(
    "accusation admission allegation announcement assertion assessment charge claim comment development disclosure"
    " move remark revelation statement suggestion".split()
)
_OF_NOUNS = frozenset({"acl", "acl:relcl"})  # "on condition that": the clause belongs to the noun
_OBJECTS = frozenset({"obj", "ccomp", "obl:arg"})
_BEYOND_OBJECT = frozenset({"parataxis", "nsubj", "aux", "aux:pass", "list"})
_PREPOSITIONS = frozenset({"of", "for", "on", "against", "about", "over"})
_MINIMUM = 2  # tokens: a clause has a subject and a verb


def reported(doc: Doc, report: Report, others: Sequence[Report]) -> list[Stretch]:
    """The parts of what a report reports, in order; empty if none is found.

    Args:
        doc: The analysed text.
        report: The reporting clause.
        others: The other reporting clauses of the article.
    """
    sentence = sentence_of(report.head)
    if Frame.CLAUSE in report.frames:
        found = _clausal(doc, report, others, sentence)
        if found:
            return found
    for stretch in _complements(report):
        bounded = trimmed(
            doc, (stretch[0], min(stretch[1], _cut(doc, report, stretch[0], sentence, others)))
        )
        if bounded is not None and bounded[0] >= report.cue[1]:
            return [bounded]
    return []


def sentence_of(token: Token) -> Stretch:
    """The sentence that a token stands in, without a dateline and what ends in a semicolon before it."""
    sentence = token.sent
    dateline = _DATELINE.match(sentence.text)
    start = sentence.start
    if dateline:
        while start < token.i and token.doc[start].idx < sentence.start_char + dateline.end():
            start += 1
    semicolons = [i + 1 for i in range(start, token.i) if token.doc[i].text == ";"]
    return max([start, *semicolons]), sentence.end


def _clausal(
    doc: Doc, report: Report, others: Sequence[Report], sentence: Stretch
) -> list[Stretch]:
    """A reported clause right of the reporting clause, left of it, or around it."""
    right = _right(doc, report, others, sentence)
    left = _left(doc, report, sentence)
    if _is_fronted(doc, report, sentence) or _announced(doc, report, sentence, bool(left)):
        return [right] if right else []
    if left and right and _resumes(doc, report, right):
        return [left, right]
    if left:
        return [left]
    return [right] if right and _is_verbal(report) else []


def _is_verbal(report: Report) -> bool:
    return report.head.pos_ != "ADP" and report.head.lower_ != "according"


def _is_fronted(doc: Doc, report: Report, sentence: Stretch) -> bool:
    """Whether nothing but conjunctions and punctuation stands before a prepositional clause."""
    before = doc[sentence[0] : report.clause[0]]
    return not _is_verbal(report) and all(
        t.pos_ in {"CCONJ", "PUNCT", "SPACE", "ADV", "SYM"} for t in before
    )


def _announced(doc: Doc, report: Report, sentence: Stretch, has_left: bool) -> bool:  # noqa: FBT001
    """Whether the reporting clause hands on to its right: by "that", a colon, or a complement clause there."""
    at = report.clause[1]
    while at < sentence[1] and (is_comma(doc[at]) or doc[at].is_space):
        at += 1
    if at >= sentence[1] or not _is_verbal(report):
        return False
    if doc[report.clause[1] - 1].lower_ == "condition":
        return False
    if doc[at].text == ":" or (doc[at].lower_ == "that" and doc[at].head.dep_ not in _OF_NOUNS):
        return True
    if has_left and is_comma(doc[report.clause[1]]):
        return False
    return any(
        child.dep_ in {"ccomp", "parataxis"} and child.i >= report.clause[1]
        for child in report.head.children
    )


def _right(doc: Doc, report: Report, others: Sequence[Report], sentence: Stretch) -> Stretch | None:
    start = report.clause[1]
    interrupted = start < sentence[1] and is_comma(doc[start])
    while start < sentence[1] and (
        is_comma(doc[start]) or doc[start].text == ":" or doc[start].is_space
    ):
        start += 1
    if (
        start < sentence[1]
        and doc[start].lower_ == "that"
        and doc[start].tag_ in {"IN", "WDT", "DT"}
    ):
        start += 1
        interrupted = False
    if start >= sentence[1] or doc[start].lower_ in {"of", "while", "as"}:
        return None
    if (
        interrupted
        and _is_verbal(report)
        and not _has_complement(report, start)
        and not doc[start].is_quote
    ):
        return None  # no comma stands between a verb and what it reports
    found = _sound(doc, (start, _cut(doc, report, start, sentence, others)))
    announced = start > report.clause[1] or _has_complement(report, start)
    return (
        found
        if found and (announced or any(is_finite(token) for token in doc[found[0] : found[1]]))
        else None
    )


def _has_complement(report: Report, start: int) -> bool:
    head = report.head
    return head.dep_ == "parataxis" or any(
        child.dep_ == "ccomp" and child.i >= start for child in head.children
    )


def _left(doc: Doc, report: Report, sentence: Stretch) -> Stretch | None:
    end = report.clause[0]
    if end <= sentence[0] or not (
        is_comma(doc[end - 1]) or doc[end - 1].is_quote or doc[end - 1].text in "?!"
    ):
        return None
    left = trimmed(doc, (sentence[0], end))
    if left is None or left[1] - left[0] < _MINIMUM:
        return None
    closing = report.clause[1] >= sentence[1] - 1
    return left if closing or any(is_finite(token) for token in doc[left[0] : left[1]]) else None


def _sound(doc: Doc, stretch: Stretch) -> Stretch | None:
    """The stretch, trimmed, if it can be a statement: some words with a verb in them."""
    kept = trimmed(doc, stretch) if stretch[0] < stretch[1] else None
    if kept is None or kept[1] - kept[0] < _MINIMUM:
        return None
    has_verb = any(token.pos_ in {"VERB", "AUX"} for token in doc[kept[0] : kept[1]])
    return kept if has_verb else None


def _resumes(doc: Doc, report: Report, right: Stretch) -> bool:
    """Whether the sentence broken by the reporting clause goes on after it ("The dam, he said, is sound")."""
    if not is_comma(doc[report.clause[1]]):
        return False
    head = report.head
    if head.dep_ == "parataxis" and head.head.i >= right[0]:
        return True
    lead = any(is_finite(token) for token in doc[head.sent.start : report.clause[0]])
    return not lead and any(is_finite(token) for token in doc[right[0] : right[1]])


def _cut(doc: Doc, report: Report, start: int, sentence: Stretch, others: Sequence[Report]) -> int:
    """Where another reporting clause takes over, or the end of the sentence."""
    end = sentence[1]
    for other in others:
        at = other.clause[0]
        if not start < at < end or other.head == report.head:
            continue
        before = at - 1
        while before > start and (is_comma(doc[before]) or doc[before].is_quote):
            before -= 1
        linked = other.head.head == report.head and other.head.dep_ in _RELATIONS_ON
        linked = linked or (other.source == report.source and other.clause[0] == other.cue[0])
        closing = is_comma(doc[at - 1]) and (
            other.clause[1] >= sentence[1] - 1 or not _is_verbal(other)
        )
        if doc[before].lower_ in _TAKING_OVER and (
            linked or before < at - 1 or is_comma(doc[before - 1])
        ):
            end = before
        elif linked or closing or (is_comma(doc[at - 1]) and other.head.tag_ == "VBG"):
            end = at
    return _before_summary(doc, start, end)


def _before_summary(doc: Doc, start: int, end: int) -> int:
    """Where the reporter sums up what is reported, or the end.

    A summative modifier (Quirk et al. 1985, 17.9 and 19.24: "..., a claim that nobody has confirmed") is the
    article's word on the claim and no part of it.
    """
    for i in range(start + 1, end - 2):
        if (
            doc[i].text == ","
            and doc[i + 1].lower_ in {"a", "an"}
            and doc[i + 2].lemma_.lower() in _SUMMARIES
        ):
            return i
    return end


def _complements(report: Report) -> Iterator[Stretch]:
    """Objects, infinitives and prepositional complements that the frames of the cue allow."""
    head = report.head
    for child in head.children:
        if child.i < report.cue[1] or child.dep_ in SUBJECTS:
            continue
        if Frame.PREPOSITION in report.frames:
            yield from _prepositional(head, child)
        if (
            Frame.INFINITIVE in report.frames
            and child.dep_ in {"xcomp", "ccomp"}
            and _has_to(child)
        ):
            yield _reach(head, child)
        if Frame.OBJECT in report.frames and child.dep_ in _OBJECTS:
            yield _reach(head, child)


def _has_to(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)


def _reach(head: Token, child: Token) -> Stretch:
    """From a complement's first word to the end of the verb phrase."""
    verbs = {t.i for t in head.children if t.dep_ == "conj" and t.pos_ in {"VERB", "AUX"}}
    verbs |= {t.i for i in verbs for t in head.doc[i].subtree}
    inside = branch(head, _BEYOND_OBJECT) - verbs
    end = child.i + 1
    while end < child.sent.end and end in inside:
        end += 1
    return child.left_edge.i, end


def _prepositional(head: Token, child: Token) -> Iterator[Stretch]:
    """What follows "of", "for" and so on: "accused them of fraud", "called for a strike"."""
    for token in child.subtree:
        if token.dep_ in {"case", "mark"} and token.lower_ in _PREPOSITIONS and token.i > head.i:
            yield token.i + 1, max(_reach(head, child)[1], token.i + 1)
            return
