"""Reads from cue and clause how sure a claim is and whether it affirms: its modality and its polarity.

The levels are those of FactBank (Saurí and Pustejovsky, 2009), the words that tell them those of
lexicon.toml. A cue that does more than assert ("estimates", "denied") decides; else the main clause of
what is said does, by its auxiliaries, adverbs, and verbs such as "is expected to".
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.attribution.cues import words
from kg.extract.attribution.disputes import disputes
from kg.extract.attribution.phrases import SUBJECTS
from kg.extract.lexicon import terms
from kg.model import Attribution, Modality, Polarity, Span

_NEGATIONS = frozenset(
    {"not", "n't", "n’t", "never", "no", "nobody", "none", "neither", "nothing", "nowhere"}
    | {"without", "cannot"}
)
_ARGUMENTS = SUBJECTS | {"obj", "expl"}
_PASSIVE = frozenset({"aux:pass", "cop"})
_GOES_ON = frozenset({"xcomp", "ccomp", "advcl", "obl", "obl:arg", "acl", "mark"})
_LEADING_ON = frozenset({"to", "of", "that", "at"})
_LINKING = frozenset({"appear", "seem"})
_CORE = 5  # tokens behind a main verb within which its adverbs and "no" stand


def modality(doc: Doc, attribution: Attribution) -> Modality:
    """The cue's modality, unless it merely asserts and the words themselves are less than sure.

    Who denies what others said, and only points at it ("rejected the allegation", "called it a lie"), denies.
    """
    if disputes(doc, attribution):
        return Modality.DENIED
    root = _main_word(doc, attribution.content)
    if attribution.modality is not Modality.ASSERTED or root is None:
        return attribution.modality
    if _lacks_evidence(root):
        return Modality.DENIED
    return _raised(root) or _weakened(root) or Modality.ASSERTED


def polarity(doc: Doc, attribution: Attribution) -> Polarity:
    """Negative where the cue denies or the main clause is negated, positive where both are."""
    root = _main_word(doc, attribution.content)
    negated = root is not None and _is_negated(root)
    negated ^= _is_negative_cue(doc, attribution)
    denied = attribution.modality is Modality.DENIED or disputes(doc, attribution)
    return Polarity.NEGATIVE if negated != denied else Polarity.POSITIVE


def _main_word(doc: Doc, content: Span) -> Token | None:
    first, last = content.parts[0]
    tokens = doc.char_span(first, last, alignment_mode="expand")
    return None if tokens is None else tokens.root


def _lacks_evidence(root: Token) -> bool:
    """Whether the clause says that nothing speaks for something: "there is no evidence that"."""
    nouns = (root, *root.children)
    return any(
        noun.lemma_.lower() in terms("modality", "evidence")
        and any(child.lower_ == "no" for child in noun.children)
        and any(
            child.i > noun.i and (child.dep_.startswith("acl") or child.dep_ in {"ccomp", "nmod"})
            for child in (*noun.children, *root.children)
        )
        for noun in nouns
    )


def _raised(root: Token) -> Modality | None:
    """The modality of a main verb or adjective that passes judgement on what follows: "is expected to"."""
    after = [child for child in root.children if child.i > root.i]
    leads_on = any(child.dep_ in _GOES_ON for child in after)
    leads_on &= root.i + 1 < len(root.doc) and root.nbor(1).lower_ in _LEADING_ON
    if not leads_on:
        return None
    if any(child.dep_ in _PASSIVE for child in root.children):
        for level in (Modality.ESTIMATED, Modality.SPECULATED, Modality.ALLEGED, Modality.PLANNED):
            if root.lower_ in terms("modality", f"is-{level.value}"):
                return level
    lemma = root.lemma_.lower()
    if lemma in _LINKING:
        return Modality.SPECULATED
    return Modality.PLANNED if lemma in terms("modality", "planning") else None


def _weakened(root: Token) -> Modality | None:
    """The modality that auxiliaries and adverbs beside the main verb lend to it."""
    beside = {token.lower_ for token in _beside(root)} | {root.lower_}
    if beside & terms("modality", "hearsay"):
        return Modality.ALLEGED
    if beside & terms("modality", "possible"):
        return Modality.SPECULATED
    # What could not happen is no guess: "no one could have known" states a fact.
    if "could" in beside and not _is_negated(root):
        return Modality.SPECULATED
    return Modality.PLANNED if beside & terms("modality", "future") else None


def _beside(root: Token) -> Iterator[Token]:
    """Auxiliaries and adverbs of a main verb, those that follow it at once too."""
    for child in root.children:
        if child.i < root.i or (child.dep_ == "advmod" and child.i <= root.i + 2):
            yield child


def _is_negated(root: Token) -> bool:
    """Whether a clause denies: by "not" or "no longer", or by a subject or object that there is none of."""
    near = [child for child in root.children if child.i < root.i + _CORE]
    if root.lower_ in _NEGATIONS or any(child.lower_ in _NEGATIONS for child in near):
        return True
    if any(child.lower_ == "longer" and child.nbor(-1).lower_ == "no" for child in near if child.i):
        return True
    return any(
        word.lower_ in _NEGATIONS
        for noun in near
        if noun.dep_ in _ARGUMENTS or any(child.lower_ == "of" for child in noun.children)
        for word in (noun, *noun.children)
        if word.i <= noun.i
    )


def _is_negative_cue(doc: Doc, attribution: Attribution) -> bool:
    """Whether a verb of thinking is negated in place of what is thought: "does not believe that it rained"."""
    span = attribution.cue
    cue = None if span is None else doc.char_span(span.start, span.end, alignment_mode="expand")
    if cue is None or not any(token.lower_ in _NEGATIONS for token in cue):
        return False
    return any(token.lemma_.lower() in words("negative-raising") for token in cue)
