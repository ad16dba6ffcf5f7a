"""Finds reporting clauses: who reports, by which words; not yet what.

A reporting clause is a source and a cue ("the ministry said on Monday", "according to police"). Its source is the
subject of the reporting verb; a participle ("adding that") takes the subject of the verb that it depends on, a
coordinated verb that of the verb before it. Nothing inside a quotation reports for the article.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.extract.cues import NOUNS, PREPOSITIONS, RELAYING, VERBS, Frame
from kg.extract.phrases import (
    SUBJECTS,
    Stretch,
    branch,
    is_comma,
    is_finite,
    noun_phrase,
    pieces,
    run,
    trimmed,
    verb_group,
)
from kg.model import Modality

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_ADDRESSEES = frozenset({"iobj", "obj"})
_TELLING = frozenset({"tell", "inform", "assure", "remind", "advise", "notify"})
_OUTSIDE_CLAUSE = frozenset(
    {"ccomp", "parataxis", "advcl", "conj", "cc", "xcomp", "csubj", "list", "dep"}
)
_PARTICIPLE = frozenset({"advcl", "acl", "xcomp", "dep", "parataxis"})
_UNSAID = frozenset(
    {
        "not",
        "n't",
        "n’t",
        "never",
        "neither",
        "nor",
        "without",
        "would",
        "will",
        "could",
        "should",
        "might",
        "may",
        "can",
        "must",
        "if",
    }
)
_UNSAID_AS = frozenset(
    {"xcomp", "acl"}
)  # an infinitive or gerund that depends on another act or on a noun
_AVOIDING = frozenset({"avoid", "refuse", "decline", "stop"})
_SAYING = frozenset({"saying", "telling", "writing", "stating", "claiming"})
_BY_CHANCE = frozenset(
    {"put", "place", "list", "call", "read", "point"}
)  # report only as finite verbs
_DEMONSTRATIVES = frozenset(
    {"this", "that", "these", "those", "it", "which", "what", "there", "how"}
)
_SUGGESTING = frozenset(
    {
        "suggest",
        "mean",
        "show",
        "indicate",
        "prove",
        "imply",
        "hint",
        "reveal",
        "demonstrate",
        "find",
        "determine",
    }
)
_APPOSING = frozenset({"a", "an", "who", "which", "whose"})
_DEPTH = 4  # how many verbs up a subject is looked for


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


def reports(doc: Doc, quoted: Collection[int]) -> list[Report]:
    """All reporting clauses outside quotations, in order of their cues."""
    found: list[Report] = []
    for sentence in doc.sents:
        for piece in pieces(doc, (sentence.start, sentence.end), quoted):
            found += _in_piece(doc, piece)
    ordered = sorted(found, key=lambda report: report.cue)
    kept: list[Report] = []
    for report in ordered:
        adopted = _adopted(report, kept)
        if adopted is not None:
            kept.append(adopted)
    return kept


def _adopted(report: Report, before: list[Report]) -> Report | None:
    """The report with the source of the one before, where it has none or one in what that one reports.

    In "he told reporters the fire began at two and blamed a short circuit" the parser takes the fire for the subject of
    "blamed"; a coordinated finite reporting verb without a subject of its own goes on with the reporter.
    """
    outer = before[-1] if before and before[-1].head.sent == report.head.sent else None
    if report.source is None:
        return None if outer is None else report._replace(source=outer.source)
    if outer is None or outer.source is None or report.clause[0] != report.cue[0]:
        return report
    inherited = outer.cue[1] <= report.source[0] < report.cue[0]
    coordinated = report.head.dep_ == "conj" and is_finite(report.head)
    return report._replace(source=outer.source) if inherited and coordinated else report


def _in_piece(doc: Doc, piece: Stretch) -> Iterator[Report]:
    for i in range(*piece):
        token = doc[i]
        words = _preposition(doc, i, piece)
        if words:
            yield from _prepositional(doc, (i, i + words), piece)
        elif token.tag_.startswith("VB") and token.lemma_.lower() in VERBS.keys() | RELAYING:
            yield from _verbal(token, piece)
        elif token.lemma_.lower() in NOUNS and token.pos_ == "NOUN":
            yield from _nominal(token, piece)


def _preposition(doc: Doc, i: int, piece: Stretch) -> int:
    """How many words of an attributing preposition stand here; 0 if none."""
    for words in PREPOSITIONS:
        end = i + len(words)
        if end < piece[1] and tuple(token.lower_ for token in doc[i:end]) == words:
            return len(words)
    return 0


def _prepositional(doc: Doc, cue: Stretch, piece: Stretch) -> Iterator[Report]:
    """ "According to the ministry": the noun phrase that follows is the source."""
    head = _phrase_head(doc, cue[1], piece[1])
    if head is None:
        return
    source, via = _without_relay(head, noun_phrase(head, (cue[1], _source_end(doc, cue, piece))))
    clause = (cue[0], max([source[1], *(stretch[1] for stretch in via)]))
    yield Report(doc[cue[0]], cue, source, clause, Modality.ASSERTED, Frame.CLAUSE, via=via)


def _source_end(doc: Doc, cue: Stretch, piece: Stretch) -> int:
    """Where the source of a prepositional clause at the beginning of a sentence ends at the latest.

    It ends at the first comma, or at the second where an apposition or a relative clause stands between the two.
    """
    fronted = not any(token.is_alpha and token.pos_ != "CCONJ" for token in doc[piece[0] : cue[0]])
    commas = [i for i in range(cue[1], piece[1]) if is_comma(doc[i]) and doc[i].text != "-"]
    if not fronted or not commas:
        return piece[1]
    first = commas[0]
    apposed = first + 1 < piece[1] and doc[first + 1].lower_ in _APPOSING
    return commas[1] if apposed and len(commas) > 1 else first


def _phrase_head(doc: Doc, start: int, end: int) -> Token | None:
    """The head of the noun phrase that begins here, or None."""
    for i in range(start, min(end, start + 8)):
        token = doc[i]
        if token.pos_ in _NOMINAL:
            while (
                start <= token.head.i < end and token.head.pos_ in _NOMINAL and token.head != token
            ):
                if any(
                    is_finite(between)
                    for between in doc[min(token.i, token.head.i) : max(token.i, token.head.i)]
                ):
                    break
                token = token.head
            return token
        if token.is_punct or is_finite(token):
            return None
    return None


def _without_relay(head: Token, source: Stretch) -> tuple[Stretch, tuple[Stretch, ...]]:
    """Parts "an analyst cited by the Journal" and "the Journal, citing an analyst" into the two."""
    doc = head.doc
    for i in range(source[0] + 1, source[1] - 1):
        if doc[i].lemma_.lower() not in RELAYING:
            continue
        passive = doc[i].tag_ == "VBN" and doc[i + 1].lower_ == "by"
        start = i + 2 if passive else i + 1
        other = _phrase_head(doc, start, source[1])
        kept = trimmed(doc, (source[0], i))
        if other is None or kept is None:
            continue
        named = noun_phrase(other, (start, source[1]))
        if passive:
            return kept, (named,)
        if doc[i].tag_ == "VBG":
            return named, (kept,)
    return source, ()


def _verbal(verb: Token, piece: Stretch) -> Iterator[Report]:
    """A reporting verb with its subject."""
    doc = verb.doc
    if verb.lemma_.lower() in RELAYING and "as" in {
        token.lower_ for token in doc[verb.i : piece[1]]
    }:
        yield from _quoting(verb, piece)
        return
    if _is_unsaid(verb) or verb.lemma_.lower() not in VERBS:
        return
    modality, frames = VERBS[verb.lemma_.lower()]
    if verb.dep_ in {"amod", "compound"} or _is_passive(verb):
        if verb.lemma_.lower() in RELAYING:
            yield from _relayed(verb, piece)
        return
    cue = verb_group(verb, piece)
    subject = _subject(verb, piece, _DEPTH)
    if subject is None or (subject.i > verb.i and verb.lemma_.lower() in _TELLING):
        source = _beside(doc, cue, piece)
    else:
        bounds = (piece[0], cue[0]) if subject.i < verb.i else (cue[1], piece[1])
        source = _apposed(doc, noun_phrase(subject, bounds), cue, piece)
    if source is None and not _is_coordinated(verb, cue):
        return
    if source is not None and _is_no_source(doc, verb, source):
        return
    via: tuple[Stretch, ...] = ()
    if subject is not None and source is not None:
        source, via = _without_relay(subject, source)
    clause, addressee = _clause(verb, cue, source or cue, piece)
    yield Report(verb, cue, source, clause, modality, frames, addressee, via)


def _apposed(doc: Doc, source: Stretch, cue: Stretch, piece: Stretch) -> Stretch:
    """The source with the name that stands in apposition to it, without what only seems to.

    An apposition before a verb is closed by a comma: in "after a report by the Herald, an affiliate of the Post, the
    ministry confirmed" the ministry alone is the subject. After "said its negotiator, Eirik Solbakk" the name belongs
    to the source, whatever the parser makes of it.
    """
    start, end = source
    commas = [i for i in range(start, end) if doc[i].text == ","]
    if (
        commas
        and end == cue[0]
        and not any(token.lower_ in {"and", "or"} for token in doc[commas[-1] : end])
    ):
        return commas[-1] + 1, end
    if (
        end + 1 < piece[1]
        and doc[end].text == ","
        and doc[end + 1].pos_ == "PROPN"
        and doc[end - 1].pos_ == "NOUN"
    ):
        last = end + 1
        while last < piece[1] and doc[last].pos_ == "PROPN":
            last += 1
        closed = last >= piece[1] or doc[last].is_punct or last == cue[0]
        return (start, last) if closed else source
    return source


def _is_unsaid(verb: Token) -> bool:
    """Whether nothing is reported: a negated or merely possible act of speech, or one that was avoided."""
    if verb.tag_ in {"VBG", "VB"} and (
        verb.dep_ in _UNSAID_AS or verb.head.lemma_.lower() in _AVOIDING
    ):
        return True
    if verb.lemma_.lower() in _BY_CHANCE and not is_finite(verb):
        return True
    words = {child.lower_ for child in verb.children if child.i < verb.i}
    return bool(words & _UNSAID) or (verb.i > 0 and verb.nbor(-1).lower_ in _UNSAID)


def _is_coordinated(verb: Token, cue: Stretch) -> bool:
    """Whether a finite verb without a subject goes on after "and" or "but"."""
    return is_finite(verb) and cue[0] > 0 and verb.doc[cue[0] - 1].lower_ in {"and", "but"}


def _is_no_source(doc: Doc, verb: Token, source: Stretch) -> bool:
    """Whether the subject is a circumstance and nobody: "this suggests that"."""
    return (
        source[1] - source[0] == 1
        and doc[source[0]].lower_ in _DEMONSTRATIVES
        and verb.lemma_.lower() in _SUGGESTING
    )


def _is_passive(verb: Token) -> bool:
    return verb.tag_ == "VBN" and (
        verb.dep_ in {"acl", "acl:relcl"}
        and not any(child.dep_ in SUBJECTS for child in verb.children)
        or any(child.dep_ in {"aux:pass", "nsubj:pass"} for child in verb.children)
    )


def _quoting(verb: Token, piece: Stretch) -> Iterator[Report]:
    """ "The Herald quoted her as saying": the object speaks, the subject relays."""
    doc = verb.doc
    at = next(
        (
            i
            for i in range(verb.i + 1, piece[1] - 1)
            if doc[i].lower_ == "as" and doc[i + 1].lower_ in _SAYING
        ),
        None,
    )
    if at is None:
        return
    if _is_passive(verb):
        yield from _relayed(verb, piece)
        return
    speaker = _phrase_head(doc, verb.i + 1, at)
    subject = _subject(verb, (piece[0], verb.i), _DEPTH)
    relay = (
        _beside(doc, (verb.i, verb.i + 1), piece)
        if subject is None
        else noun_phrase(subject, (piece[0], verb.i))
    )
    if speaker is None:
        return
    source = noun_phrase(speaker, (verb.i + 1, at))
    start = verb.i if relay is None else min(relay[0], verb.i)
    inside = branch(doc[at + 1], _OUTSIDE_CLAUSE)
    end = at + 2
    while end < piece[1] and end in inside and not _starts_content(doc[end]):
        end += 1
    via = () if relay is None else (relay,)
    yield Report(
        verb, (verb.i, at + 2), source, (start, end), Modality.ASSERTED, Frame.CLAUSE, via=via
    )


def _relayed(verb: Token, piece: Stretch) -> Iterator[Report]:
    """ "She was quoted as saying": the subject speaks, the agent relays."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj:pass"), None)
    if subject is None or not piece[0] <= subject.i < piece[1]:
        return
    end = verb.i + 1
    while end < piece[1] and verb.doc[end].lower_ in {"as", "saying", "telling"}:
        end += 1
    source = noun_phrase(subject, (piece[0], verb.i))
    cue = (verb_group(verb, piece)[0], end)
    agent = next((child for child in verb.children if child.dep_ == "obl:agent"), None)
    via = () if agent is None else (noun_phrase(agent, (verb.i + 1, piece[1])),)
    clause = (min(source[0], cue[0]), max([end, *(stretch[1] for stretch in via)]))
    yield Report(verb, cue, source, clause, Modality.ASSERTED, Frame.CLAUSE, via=via)


def _subject(verb: Token, piece: Stretch, depth: int) -> Token | None:
    """The subject of a verb, its own or inherited, if it stands in the piece."""
    participle = verb.tag_ == "VBG" and not any(child.dep_ == "aux" for child in verb.children)
    for child in verb.children:
        if child.dep_ in SUBJECTS and child.pos_ in {*_NOMINAL, "DET", "ADJ"} and not participle:
            return child if piece[0] <= child.i < piece[1] else None
    if depth == 0 or verb.head == verb:
        return None
    if verb.dep_ == "conj" or (verb.dep_ in _PARTICIPLE and verb.tag_ in {"VBG", "VB"}):
        if verb.head.pos_ in {"NOUN", "PROPN"} and verb.dep_ == "acl":
            return verb.head if piece[0] <= verb.head.i < piece[1] else None
        if verb.head.pos_ in {"VERB", "AUX"}:
            return _subject(verb.head, piece, depth - 1)
    return None


def _beside(doc: Doc, cue: Stretch, piece: Stretch) -> Stretch | None:
    """The noun phrase right before or right after a finite cue, where the parser found no subject."""
    if not is_finite(doc[cue[0]]):
        return None
    after = (
        _phrase_head(doc, cue[1], piece[1])
        if cue[1] < piece[1] and not doc[cue[1]].is_punct
        else None
    )
    first = cue[0] == piece[0] or is_comma(doc[cue[0] - 1])
    ends = cue[1] >= piece[1] or doc[cue[1]].is_punct
    if first and cue[0] > piece[0] and (ends or doc[cue[0]].lemma_.lower() in _TELLING):
        return _before_apposition(doc, cue, piece)
    if first and after is not None:
        return noun_phrase(after, (cue[1], piece[1]))
    if first:
        return None
    before = doc[cue[0] - 1]
    if before.pos_ not in _NOMINAL:
        return None
    while (
        piece[0] <= before.head.i < cue[0]
        and before.head.pos_ in _NOMINAL
        and before.head != before
    ):
        before = before.head
    inside = branch(before, {"punct", "cc", "conj", "appos", "acl:relcl"})
    return trimmed(
        doc, run(doc, before.i, lambda i: i in inside or i > before.i, (piece[0], cue[0]))
    )


def _before_apposition(doc: Doc, cue: Stretch, piece: Stretch) -> Stretch | None:
    """ "Verin, the service's spokesman, told": the name before the apposition, and the apposition."""
    commas = [i for i in range(piece[0], cue[0] - 1) if doc[i].text == ","]
    if not commas or commas[-1] == piece[0] or doc[commas[-1] - 1].pos_ not in _NOMINAL:
        return None
    start = commas[-1] - 1
    while start > piece[0] and doc[start - 1].pos_ in {"PROPN", "NOUN", "ADJ", "DET", "PRON"}:
        start -= 1
    return start, cue[0] - 1


def _clause(
    verb: Token, cue: Stretch, source: Stretch, piece: Stretch
) -> tuple[Stretch, Stretch | None]:
    """The reporting clause, and in it the addressee."""
    doc = verb.doc
    telling = verb.lemma_.lower() in _TELLING
    inside = branch(verb, _OUTSIDE_CLAUSE if telling else _OUTSIDE_CLAUSE | _ADDRESSEES)
    after_source = source[1] if source[0] >= cue[1] else cue[1]
    end = max(cue[1], after_source)
    addressee = None
    while end < piece[1] and end in inside and not _starts_content(doc[end]):
        end += 1
    if end < piece[1] and is_finite(doc[end]):  # the run went over the subject of what is said
        end = after_source
    if telling:
        head = _phrase_head(doc, cue[1], piece[1])
        if head is not None:
            addressee = noun_phrase(head, (cue[1], max(end, head.i + 1)))
            end = max(end, addressee[1])
    while end > after_source and is_comma(doc[end - 1]):
        end -= 1
    own = source[0] < cue[0] and not any(is_finite(token) for token in doc[source[1] : cue[0]])
    return (source[0] if own else cue[0], end), addressee


def _starts_content(token: Token) -> bool:
    """Whether what is reported begins here at the latest."""
    return (
        token.tag_ in {"``", "''", ":"}
        or (token.lower_ == "that" and token.tag_ in {"IN", "DT", "WDT"})
        or is_finite(token)
    )


def _nominal(noun: Token, piece: Stretch) -> Iterator[Report]:
    """ "The ministry's claim that ...": the possessor is the source; without one there is none."""
    doc = noun.doc
    following = noun.i + 1
    if following >= piece[1] or doc[following].lower_ != "that":
        return
    if not any(
        child.dep_ in {"acl", "ccomp", "acl:relcl"} and child.i > noun.i for child in noun.children
    ):
        return
    owner = next((child for child in noun.children if child.dep_ == "nmod:poss"), None)
    if owner is None or not piece[0] <= owner.i < noun.i:
        return
    source = noun_phrase(owner, (piece[0], noun.i))
    cue = (noun.i, noun.i + 1)
    yield Report(
        noun, cue, source, (source[0], noun.i + 1), NOUNS[noun.lemma_.lower()], Frame.CLAUSE
    )
