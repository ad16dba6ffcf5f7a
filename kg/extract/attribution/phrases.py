"""Stretches of tokens that the rules of attribution work with: noun phrases, verb groups, sentences.

All stretches are pairs of token indices, half-open. The parser errs on about one arc in six, so each function bounds
what it takes from the tree by what stands on the page: a noun phrase never reaches into a quotation, a reporting
clause never over a conjunction or a finite verb.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet

from spacy.tokens import Doc, Token

from kg.extract.attribution.cues import words
from kg.language.paragraphs import sentence_bounds, text_of
from kg.model import Span

Stretch = tuple[int, int]

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
VERBAL = frozenset({"VERB", "AUX"})

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLAUSE_HEADS = frozenset({"ROOT", "ccomp", "parataxis", "conj"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_VERB_GROUP = frozenset({"aux", "aux:pass", "advmod", "compound:prt"})
_COMMAS = frozenset({",", "--", "–", "—", "-", ";"})
_KEPT_AT_EDGES = frozenset("%$£€()[]")
_NO_PART_OF_NOUN_PHRASE = frozenset(
    {"advcl", "ccomp", "csubj", "dep", "list", "parataxis", "root", "ROOT"}
    | {"nmod:unmarked", "obl:unmarked", "nmod:tmod", "obl:tmod"}
)
_ARTICLES = frozenset({"the", "a", "an"})
_PHRASE_REACH = 8  # tokens within which a noun phrase has its first noun
_DATELINE = re.compile(
    r"[A-Z][A-Z.’' ]{2,}(?:,? [\w.,’' ]{0,40})?(?: ?\([^)]{1,40}\))? ?(?:--|[-–—:])\s"
)


def span_of(doc: Doc, stretch: Stretch) -> Span:
    """The characters of a stretch.

    Raises:
        ValueError: If the stretch is empty.
    """
    start, end = stretch
    last = doc[end - 1]
    return Span.of(doc[start].idx, last.idx + len(last.text))


def lemma(token: Token) -> str:
    """The token's lemma in lower case, as the word lists have it."""
    return token.lemma_.lower()


def has_lemma(tokens: Iterable[Token], lemmas: Collection[str]) -> bool:
    """Whether one of some tokens has one of some lemmas."""
    return any(lemma(token) in lemmas for token in tokens)


def is_finite(token: Token) -> bool:
    """Whether the token is a finite verb or auxiliary.

    Taggers confuse past tense and participle, so a participle that heads a clause without an auxiliary counts too.
    """
    if is_misread(token):
        return True
    if token.tag_ == "VBN" and token.dep_ in _CLAUSE_HEADS:
        return not any(child.dep_ in _AUXILIARIES for child in token.children)
    return token.tag_ in _FINITE


def is_misread(token: Token) -> bool:
    """Whether a past tense was taken for a participle of the noun that is the sentence's root.

    "The mayor denied that it rained" has then no main verb; a participle of a noun has no that-clause.
    """
    root = token.head
    if (
        token.tag_ != "VBN"
        or token.dep_ != "acl"
        or root.dep_ != "ROOT"
        or root.pos_ not in NOMINAL
    ):
        return False
    return any(child.dep_ == "ccomp" for child in token.children)


def has_finite(doc: Doc, stretch: Stretch) -> bool:
    """Whether a finite verb stands in a stretch."""
    return any(is_finite(token) for token in doc[stretch[0] : stretch[1]])


def is_comma(token: Token) -> bool:
    """Whether the token is a comma, dash or semicolon."""
    return token.text in _COMMAS


def sentence_of(token: Token) -> Stretch:
    """The sentence that a token stands in, without a dateline and what ends in a semicolon before it."""
    doc = token.doc
    first, end = sentence_bounds(token)
    start = min(after_dateline(doc, first), token.i)
    semicolons = [i + 1 for i in range(start, token.i) if doc[i].text == ";"]
    return max([start, *semicolons]), end


def after_dateline(doc: Doc, start: int) -> int:
    """The first token behind the dateline that a sentence opens with or is, from its first token on; else that."""
    dateline = _DATELINE.match(text_of(doc), doc[start].idx)
    if dateline:
        while start < len(doc) - 1 and doc[start].idx < dateline.end():
            start += 1
    return start


def trimmed(doc: Doc, stretch: Stretch) -> Stretch | None:
    """The stretch without punctuation and white space at its ends; None if nothing is left.

    Brackets, currency and percent signs belong to the words and stay.
    """
    start, end = stretch
    while start < end and _is_edge(doc[start]):
        start += 1
    while end > start and _is_edge(doc[end - 1]):
        end -= 1
    return (start, end) if start < end else None


def without_stop(text: str, span: Span) -> Span:
    """The span without the comma or full stop that its sentence puts at its end."""
    start, end = span.start, span.end
    while end - 1 > start and text[end - 1] in ",." and text[end - 2] not in ".,":
        end -= 1
    return Span.of(start, end)


def _is_edge(token: Token) -> bool:
    return token.is_space or (token.is_punct and token.text not in _KEPT_AT_EDGES)


def run(centre: int, allowed: Callable[[int], bool], bounds: Stretch) -> Stretch:
    """The longest unbroken stretch around a token whose other tokens are all allowed."""
    start, end = centre, centre + 1
    while start > bounds[0] and allowed(start - 1):
        start -= 1
    while end < bounds[1] and allowed(end):
        end += 1
    return start, end


def branch(head: Token, without: Collection[str]) -> set[int]:
    """Indices of the tokens below a head, leaving out branches with these labels."""
    found = {head.i}
    todo = [head]
    while todo:
        for child in todo.pop().children:
            if child.dep_ not in without:
                found.add(child.i)
                todo.append(child)
    return found


def noun_phrase(head: Token, bounds: Stretch) -> Stretch:
    """The noun phrase around its head with modifiers, apposition and relative clause, within bounds.

    Args:
        head: Its head noun or pronoun.
        bounds: The sentence or the part of it outside quotations that the phrase may not leave.
    """
    doc, inside = head.doc, branch(head, _NO_PART_OF_NOUN_PHRASE)
    for i in sorted(inside):
        if (
            doc[i].dep_ == "acl:relcl" and head.i < i
        ):  # what is said in a relative clause stays in it
            inside |= {
                t.i for said in doc[i].children if said.dep_ == "ccomp" for t in said.subtree
            }
    start, end = run(head.i, lambda i: i in inside or _is_glued(doc[i]), bounds)
    while start < head.i and doc[start].dep_ in {"case", "mark", "cc"}:
        start += 1
    found = trimmed(doc, (start, end)) or (head.i, head.i + 1)
    return without_time(doc, whole_name(doc, found, bounds))


def _is_glued(token: Token) -> bool:
    """Whether a hyphen joins a token to the one before or after it: "30-year-old"."""
    near = token.doc[max(token.i - 1, 0) : token.i + 2]
    return any(
        hyphen.text in {"-", "–"} and not hyphen.whitespace_ and not hyphen.nbor(-1).whitespace_
        for hyphen in near
        if hyphen.i > 0
    )


def whole_name(doc: Doc, stretch: Stretch, bounds: Stretch) -> Stretch:
    """The stretch with the parts of a name at its ends that the parser left out, and the article before it."""
    start, end = stretch
    if doc[end - 1].pos_ == "PROPN":
        while end < bounds[1] and _is_name(doc[end]):
            end += 1
    if doc[start].pos_ == "PROPN":
        while start > bounds[0] and _is_name(doc[start - 1]):
            start -= 1
        if start > bounds[0] and doc[start - 1].lower_ in _ARTICLES:
            start -= 1
    return start, end


def _is_name(token: Token) -> bool:
    named = token.pos_ == "PROPN" or (token.is_title and token.pos_ in {"NOUN", "ADJ"})
    return named and token.is_alpha and not is_time(token)


def is_time(token: Token) -> bool:
    """Whether a token is a day, a month or a day of a month, and no part of a name such as USA Today."""
    if token.ent_type_ == "ORG":
        return False
    if token.is_digit:
        return token.i > 0 and token.nbor(-1).lower_ in words("months")
    return token.lower_ in words("days") or token.lower_ in words("months")


def without_time(doc: Doc, stretch: Stretch) -> Stretch:
    """A noun phrase without the time that follows it: "the ministry on Friday", "media outlets last week".

    What follows a verb belongs to that verb ("a survey released on Friday") and stays.
    """
    start, end = stretch
    while end - 1 > start:
        period = doc[end - 1].lower_ in words("periods") and doc[end - 2].lower_ in words(
            "which-period"
        )
        cut = end - 2 if period else end - 1
        if not (period or is_time(doc[end - 1])):
            break
        while cut - 1 > start and doc[cut - 1].lower_ in words("before-time"):
            cut -= 1
        if cut <= start or doc[cut - 1].tag_.startswith("VB"):
            break
        end = cut
    return trimmed(doc, (start, end)) or stretch


def phrase_head(doc: Doc, start: int, end: int) -> Token | None:
    """The head of the noun phrase that begins at ``start``, or None if none does."""
    for i in range(start, min(end, start + _PHRASE_REACH)):
        token = doc[i]
        if token.pos_ in NOMINAL:
            return climbed(token, (start, end))
        if token.is_punct or is_finite(token):
            return None
    return None


def climbed(token: Token, bounds: Stretch) -> Token:
    """The topmost noun above a noun that no finite verb parts from it, within bounds."""
    while token.head != token and bounds[0] <= token.head.i < bounds[1]:
        between = sorted((token.i, token.head.i))
        if token.head.pos_ not in NOMINAL or has_finite(token.doc, (between[0], between[1])):
            break
        token = token.head
    return token


def verb_group(verb: Token, bounds: Stretch) -> Stretch:
    """A verb with the auxiliaries, negation and adverbs right before it, and its particle."""
    members = {child.i for child in verb.children if child.dep_ in _VERB_GROUP}
    members = {i for i in members if i < verb.i or verb.doc[i].tag_ == "RP"}
    return run(verb.i, members.__contains__, bounds)


def outside(doc: Doc, quoted: AbstractSet[int]) -> list[Stretch]:
    """The parts of the sentences of a text that lie outside quotations, in order.

    Args:
        doc: The analysed text.
        quoted: Indices of the tokens inside quotations.
    """
    sentences = ((sentence.start, sentence.end) for sentence in doc.sents)
    return [piece for sentence in sentences for piece in pieces(sentence, quoted)]


def pieces(bounds: Stretch, quoted: AbstractSet[int]) -> Iterator[Stretch]:
    """The parts of a stretch that lie outside quotations, in order."""
    if quoted.isdisjoint(range(*bounds)):
        yield bounds
        return
    start = None
    for i in range(bounds[0], bounds[1] + 1):
        outside = i < bounds[1] and i not in quoted
        if outside and start is None:
            start = i
        elif not outside and start is not None:
            yield start, i
            start = None
