"""Tells whether a reporting verb is an act of speech that took place, and what it then means.

What is negated, merely possible or avoided is not reported, but "does not believe" and "did not rule out" are.
"""

from spacy.tokens import Doc, Token

from kg.extract.attribution.cues import Frame, verbs, words
from kg.extract.attribution.givers import HEDGING, giving
from kg.extract.attribution.phrases import Stretch, lemma
from kg.extract.attribution.sources import behind_relative
from kg.model import Modality

_DEPENDENT = frozenset({"xcomp", "acl"})  # an infinitive or gerund below another act or a noun


def meaning(verb: Token) -> tuple[Modality, Frame] | None:
    """Modality and constructions of a reporting verb; ruling out denies, and not to rule out leaves open."""
    out = verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "out"
    if lemma(verb) in words("excluding") and (out or lemma(verb) != "rule"):
        negated = any(
            token.lower_ in words("unsaid") for token in verb.doc[max(verb.i - 2, 0) : verb.i]
        )
        level = Modality.SPECULATED if negated else Modality.DENIED
        return (level, Frame.CLAUSE | Frame.OBJECT) if out or negated else None
    return verbs().get(lemma(verb)) or giving(verb)


def is_undenied(verb: Token) -> bool:
    """Whether a negated verb reports all the same: "does not believe that", "could not rule out that"."""
    before = {token.lower_ for token in verb.doc[max(verb.i - 2, 0) : verb.i]}
    if lemma(verb) in words("excluding"):
        return "not" in before or bool(before & words("not"))
    return (
        lemma(verb) in words("negative-raising")
        and any(child.lower_ in words("not") for child in verb.children if child.i < verb.i)
        and bool(before & words("do"))
    )


def with_no(doc: Doc, cue: Stretch) -> Stretch:
    """The cue with the "no" of "no longer"."""
    longer = cue[0] > 0 and doc[cue[0]].lower_ == "longer" and doc[cue[0] - 1].lower_ == "no"
    return (cue[0] - 1, cue[1]) if longer else cue


def is_unsaid(verb: Token) -> bool:
    """Whether nothing is reported: a negated, merely possible, avoided or passive act of speech."""
    if verb.tag_ == "VBG" or (verb.tag_ == "VB" and not _is_finite_after_all(verb)):
        if verb.dep_ in _DEPENDENT or lemma(verb.head) in words("avoiding"):
            return True
        if lemma(verb) in words("finite-only"):
            return True
    before = {child.lower_ for child in verb.children if child.i < verb.i}
    if verb.i > 0:
        before.add(verb.nbor(-1).lower_)
    negated = verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "not"  # "asked not to be named"
    return negated or bool(before & words("unsaid")) or _is_reduced(verb)


def _is_finite_after_all(verb: Token) -> bool:
    """Whether what the tagger takes for an infinitive has a subject: "while the army put the toll at nine"."""
    before = [child for child in verb.children if child.i < verb.i]
    helped = any(child.pos_ in {"AUX", "PART"} for child in before)
    has_subject = any(child.dep_ == "nsubj" for child in before) or behind_relative(verb)
    return not helped and bool(has_subject)


def is_speech(verb: Token, piece: Stretch) -> bool:
    """Whether a verb of several senses has the one of saying: "put the toll at nine", "declined to comment" not."""
    doc, name = verb.doc, lemma(verb)
    after = range(verb.i + 1, piece[1] - 1)
    if name in words("measuring"):
        return any(doc[i].pos_ == "NUM" and _is_set_at(doc, verb.i, i) for i in after)
    if name in words("avoiding"):
        return not any(doc[i].lower_ == "to" and _is_withheld(doc, i + 1) for i in after)
    # The gerund of "quoted her as saying" is part of that cue.
    as_saying = verb.i > 0 and verb.nbor(-1).lower_ == "as" and verb.lower_ in words("saying")
    return not as_saying


def _is_withheld(doc: Doc, at: int) -> bool:
    """Whether an act of speech stands there, or its passive: "comment", "be named"."""
    passive = lemma(doc[at]) == "be" and at + 1 < len(doc)
    return lemma(doc[at + 1 if passive else at]) in words("withheld")


def _is_set_at(doc: Doc, verb: int, figure: int) -> bool:
    """Whether a figure is what something is put at: "the toll at about nine", "the epicentre 18 km north"."""
    at = figure - 1
    while at > verb and (doc[at].pos_ in HEDGING or doc[at].lower_ in words("hedging")):
        at -= 1
    return at > verb and (doc[at].lower_ == "at" or doc[at].pos_ in {"NOUN", "PROPN"})


def _is_reduced(verb: Token) -> bool:
    """Whether this is a passive participle with an infinitive: "troops reported to have arrived"."""
    follows = verb.i + 1 < len(verb.doc) and verb.nbor(1).lower_ == "to"
    known = meaning(verb)
    takes_infinitive = known is not None and Frame.INFINITIVE in known[1]
    return follows and verb.tag_ in {"VBN", "VBD"} and not takes_infinitive
