"""Tells verbs that give a figure without being verbs of saying: "counted 52", "raised the toll to 31", "spoke of 35,000".

By themselves these verbs report nothing; what makes them report is the figure and how it hangs on them.
"""

from collections.abc import Collection, Sequence

from spacy.tokens import Token

from kg.extract.attribution.cues import Frame, words
from kg.extract.attribution.phrases import lemma
from kg.model import Modality

HEDGING = frozenset({"ADV", "ADJ", "DET", "SYM"})
_LONGEST = 16  # tokens in which a verb, its noun and the figure stand together


def giving(verb: Token) -> tuple[Modality, Frame] | None:
    """Modality and construction of a verb that gives a figure; None where it gives none, or where giving it is what is reported.

    "He said mayors had counted 61 bodies" reports what he said.
    """
    if verb.dep_ == "ccomp":
        return None
    name, rest = lemma(verb), _rest(verb)
    if name in words("counting") and _begins_with_figure(rest):
        return Modality.ASSERTED, Frame.OBJECT
    if name in words("naming") and _is_led_to_figure(rest, {"of"}):
        return Modality.ASSERTED, Frame.PREPOSITION
    if name in words("moving") and _sets_figure(rest, {"to"}, words("figures") - {"number"}):
        return Modality.ASSERTED, Frame.OBJECT
    if name in words("giving") and (
        _sets_figure(rest, {"as"}) or _sets_figure(rest, {"of"}, words("figures"))
    ):
        return Modality.ASSERTED, Frame.OBJECT
    return None


def _rest(verb: Token) -> Sequence[Token]:
    """What follows a verb up to the next comma or the end of the sentence."""
    found: list[Token] = []
    for token in verb.doc[verb.i + 1 : verb.i + 1 + _LONGEST]:
        if token.is_sent_start or token.text in {",", ";", ":", "(", "–", "—"}:
            break
        found.append(token)
    return found


def _sets_figure(rest: Sequence[Token], links: set[str], nouns: Collection[str] = ()) -> bool:
    """Whether a noun, one of some if they are given, comes with a figure: "the toll in the city to 24"."""
    noun = next(
        (
            i
            for i, token in enumerate(rest)
            if token.pos_ == "NOUN" and (not nouns or lemma(token) in nouns)
        ),
        None,
    )
    return noun is not None and any(
        _is_led_to_figure(rest[i:], links) for i in range(noun + 1, len(rest))
    )


def _is_led_to_figure(rest: Sequence[Token], links: set[str]) -> bool:
    return bool(rest) and rest[0].lower_ in links and _begins_with_figure(rest[1:])


def _begins_with_figure(rest: Sequence[Token]) -> bool:
    """Whether a number follows, or words that hedge one: "about 50", "no more than 2,500"."""
    for token in rest:
        if token.pos_ == "NUM":
            return True
        if token.pos_ not in HEDGING and token.lower_ not in words("hedging"):
            return False
    return False
