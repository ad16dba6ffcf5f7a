"""Finds who refused to comment: "declined to comment", "could not be reached for comment", "would not say whether".

A refusal is no claim, but a fact about the source. Its words are in lexicon.toml. What an attributor takes for a claim
there is none; what somebody else says of a refusal stays that person's claim.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.extract.attribution.phrases import Stretch, is_comma, lemma, outside, span_of, trimmed
from kg.extract.attribution.sources import source_of
from kg.extract.attribution.speech import stretch_of
from kg.extract.lexicon import pairs, terms
from kg.language.paragraphs import sentence_start, text_of
from kg.language.quotations import Quotation
from kg.model import Attribution, Span

# Words that a refusal begins with: a look at these alone spares the rest of a text.
_VERBS = (
    terms("refusals", "refusing", "failing", "giving", "answering", "reaching")
    | frozenset(pairs("refusals", "acts"))
    | {"be"}
)
_ABSENT = frozenset({"available", "unavailable"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nor"})
_REACH = 8  # tokens behind a verb within which it is told what it came to
_BEFORE_VERB = frozenset({"AUX", "PART", "ADV"})


class Refused(NamedTuple):
    """A refusal: the words that name the source, and those that tell what it refused."""

    source: Span
    words: Span


def without_refusals(
    doc: Doc, quotations: Sequence[Quotation], attributions: Sequence[Attribution]
) -> tuple[list[Attribution], list[Refused]]:
    """The attributions that are claims, in their order, and the refusals, in order of their words.

    Args:
        doc: The analysed text.
        quotations: Its quotations; what is refused inside them is nobody's fact but the speaker's.
        attributions: All that were found.
    """
    kept: list[Attribution] = []
    own: list[Refused] = []
    quoted = {i for quotation in quotations for i in range(*stretch_of(doc, quotation))}
    refused = [item for piece in outside(doc, quoted) for item in _in_piece(doc, piece)]
    for item in attributions:
        if any(_is_of(item, refusal) for refusal in refused):
            continue
        of_himself = _own(doc, item, refused)
        if of_himself is None:
            kept.append(item)
        else:
            own.append(of_himself)
    told = [item.content for item in kept] + [item.words for item in own]
    facts = [item for item in refused if not any(span.covers(item.words) for span in told)]
    return kept, sorted((*facts, *own), key=lambda item: item.words.parts)


def _is_of(item: Attribution, refusal: Refused) -> bool:
    """Whether an attribution takes the words of a refusal for a claim."""
    by_cue = item.cue is not None and item.cue.overlaps(refusal.words)
    return by_cue or refusal.words.covers(item.content)


def _own(doc: Doc, item: Attribution, refused: Sequence[Refused]) -> Refused | None:
    """The refusal that a claim is nothing but: "No comment," said the mayor; the mayor said he would not comment.

    In "his lawyer said he would not comment" he is rather the client, and it stays the lawyer's claim.
    """
    if item.source is None:
        return None
    said = item.content.cut(text_of(doc)).strip(" .,!").lower()
    if said in terms("refusals", "phrases"):
        return Refused(item.source, item.content)
    speaker = doc.char_span(item.source.start, item.source.end, alignment_mode="expand") or ()
    if any(token.tag_ == "PRP$" for token in speaker):
        return None
    for source, words in refused:
        whole = item.content.start == source.start and item.content.end <= words.end
        token = doc.char_span(source.start, source.end, alignment_mode="expand")
        if whole and token is not None and token.root.pos_ == "PRON":
            return Refused(item.source, words)
    return None


def _in_piece(doc: Doc, piece: Stretch) -> Iterator[Refused]:
    """The refusals of a part of a sentence."""
    last = piece[0]
    for i in range(*piece):
        core = _core(doc[i], piece) if i >= last else None
        if core is None:
            continue
        cue = (_group_start(doc[i], piece), i + 1)
        parted = [at + 1 for at in range(last, cue[0]) if doc[at].text == ";"]
        source = source_of(doc[i], cue, (max(parted, default=piece[0]), piece[1]))
        words = trimmed(doc, (cue[0], _clause_end(doc, core, piece[1])))
        if source is not None and words is not None and source[1] <= words[0]:
            yield from (
                Refused(span_of(doc, who), span_of(doc, words)) for who in _each(doc, source)
            )
            last = words[1]


def _each(doc: Doc, source: Stretch) -> list[Stretch]:
    """The two of "neither the ministry nor the army", of which the parser may see the second; else the source itself."""
    start = sentence_start(doc[source[0]])
    joining = [i for i in range(start, source[1]) if doc[i].lower_ in {"neither", "nor"}]
    if [doc[i].lower_ for i in joining] != ["neither", "nor"] or source[0] - 1 > joining[1]:
        return [source]
    halves = ((joining[0] + 1, joining[1]), (joining[1] + 1, source[1]))
    return [kept for half in halves if (kept := trimmed(doc, half)) is not None]


def _core(token: Token, piece: Stretch) -> int | None:
    """Where a refusal that begins with this word has been told, or None if it begins none."""
    if lemma(token) not in _VERBS and token.lower_ not in _ABSENT:
        return None
    ends = (form(token, piece[1]) for form in _FORMS)
    return next((end for end in ends if end is not None), None)


def _group_start(token: Token, piece: Stretch) -> int:
    """The first of the auxiliaries, negations and adverbs right before a word."""
    start = token.i
    while start > piece[0] and _before_verb(token.doc[start - 1]):
        start -= 1
    return start


def _before_verb(token: Token) -> bool:
    return token.pos_ in _BEFORE_VERB or token.lower_ in _NEGATIONS


def _before(token: Token) -> set[str]:
    """The words right before, auxiliaries, negations and adverbs, in lower case."""
    words: set[str] = set()
    while token.i > 0 and not token.is_sent_start and _before_verb(token.nbor(-1)):
        token = token.nbor(-1)
        words.add(token.lower_)
    return words


def _clause_end(doc: Doc, start: int, end: int) -> int:
    """Where the clause that goes on from ``start`` ends: at a comma, or where another begins."""
    at = start
    while at < end and not is_comma(doc[at]) and doc[at].lower_ not in terms("refusals", "ending"):
        at += 1
    return at


def _near(doc: Doc, start: int, end: int) -> range:
    """The tokens of the clause within reach."""
    return range(start, _clause_end(doc, start, min(end, start + _REACH)))


def _named(doc: Doc, start: int, end: int, *lists: str) -> int | None:
    """Behind the first noun of these lists within reach, or None."""
    nouns = terms("refusals", *lists)
    return next((i + 1 for i in _near(doc, start, end) if lemma(doc[i]) in nouns), None)


def _wanted(doc: Doc, start: int, end: int) -> int | None:
    """Behind "for comment", or None."""
    for i in _near(doc, start, end):
        if doc[i].lower_ == "for" or lemma(doc[i]) == "seek":
            return _named(doc, i + 1, end, "wanted")
    return None


def _act(doc: Doc, start: int, end: int) -> int | None:
    """Behind an act of speech that may be refused, or None; adverbs may stand before it."""
    i = start
    while i < end and doc[i].pos_ == "ADV" and lemma(doc[i]) not in pairs("refusals", "acts"):
        i += 1
    if i >= end:
        return None
    name = lemma(doc[i])
    if name == "be" and i + 1 < end and lemma(doc[i + 1]) in terms("refusals", "wanted"):
        return i + 2  # to be interviewed
    if name in terms("refusals", "giving"):
        return _named(doc, i + 1, end, "given")
    follow = pairs("refusals", "acts").get(name, "").split()
    closed = i + 1 >= end or doc[i + 1].is_punct
    if "*" in follow or (closed and "." in follow):
        return i + 1
    if not closed and doc[i + 1].lower_ in follow:
        return i + 1
    answers = name in terms("refusals", "answering")
    return _named(doc, i + 1, end, "requests", "press") if answers else None


def _declined(verb: Token, end: int) -> int | None:
    """Declined to comment, comment, or a request for comment; failed to respond to messages."""
    fails = lemma(verb) in terms("refusals", "failing")
    if not fails and lemma(verb) not in terms("refusals", "refusing"):
        return None
    doc, after = verb.doc, verb.i + 1
    before = _before(verb)
    if not before.isdisjoint({"to", *_NEGATIONS, *terms("refusals", "unwilling", "unable")}):
        return None
    if after < end and doc[after].lower_ == "to":
        answers = after + 1 < end and lemma(doc[after + 1]) in terms("refusals", "answering")
        return _act(doc, after + 1, end) if answers or not fails else None
    if after < end and lemma(doc[after]) == "comment" and not fails:
        return after + 1
    return _wanted(doc, after, end) if not fails else None


def _unwilling(verb: Token, end: int) -> int | None:
    """Would not say whether; has not commented."""
    if verb.pos_ != "VERB":
        return None
    before = _before(verb)
    if before.isdisjoint(_NEGATIONS):
        return None
    unwilling = not before.isdisjoint(terms("refusals", "unwilling"))
    commented = lemma(verb) == "comment" and before.isdisjoint(terms("refusals", "unable"))
    return _act(verb.doc, verb.i, end) if unwilling or commented else None


def _unanswered(verb: Token, end: int) -> int | None:
    """Did not respond to a request; neither of the two returned calls."""
    if lemma(verb) not in terms("refusals", "answering") or verb.pos_ != "VERB":
        return None
    words = [word.lower_ for word in verb.doc[sentence_start(verb) : verb.i]]
    neither = "neither" in words and "nor" in words
    if _before(verb).isdisjoint(_NEGATIONS) and not neither:
        return None
    if not _before(verb).isdisjoint(terms("refusals", "unable")):
        return None
    found = _named(verb.doc, verb.i + 1, end, "requests")
    return found and (_wanted(verb.doc, found, end) or found)


def _unreached(verb: Token, end: int) -> int | None:
    """Could not be reached for comment; was not available for comment."""
    doc, reached = verb.doc, lemma(verb) in terms("refusals", "reaching")
    if not reached and verb.lower_ not in _ABSENT:
        return None
    before = _before(verb)
    denied = not before.isdisjoint(_NEGATIONS)
    absent = verb.lower_ == "unavailable" or (verb.lower_ == "available" and denied)
    if not absent and not (reached and "be" in before and denied):
        return None
    by_channel = None if absent else _by_channel(doc, verb.i + 1, end)
    return _wanted(doc, verb.i + 1, end) or by_channel


def _by_channel(doc: Doc, start: int, end: int) -> int | None:
    """Behind "by phone", or None."""
    if start >= end or doc[start].lower_ not in {"by", "via"}:
        return None
    return _named(doc, start + 1, end, "channels")


def _without_comment(verb: Token, end: int) -> int | None:
    """Had no immediate comment; made no statement."""
    doc, after = verb.doc, verb.i + 1
    if lemma(verb) not in terms("refusals", "giving") or after >= end or doc[after].lower_ != "no":
        return None
    found = _named(doc, after + 1, min(end, after + 4), "given")
    return found if found is not None and lemma(doc[found - 1]) == "comment" else None


_FORMS: tuple[Callable[[Token, int], int | None], ...] = (
    _declined,
    _unwilling,
    _unanswered,
    _unreached,
    _without_comment,
)
"""The ways of refusing; each gives where a refusal that begins with a word has been told, if it does."""
