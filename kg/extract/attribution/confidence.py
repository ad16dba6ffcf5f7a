"""How sure an attribution is: the share of attributions with the same evidence that are right.

A logistic regression over what speaks for an attribution. An attribution is right where its content and its source both
match a labelled one (overlap of at least half); ``training/labels/calibrate.py`` fits the weights to PolNeAR dev and
writes confidence.json beside this file. Narrated statements have the share that lies outside every labelled attribution, counted on
every tenth article of PolNeAR train (131 statements).
"""

import json
import math
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kg.model import Style

CUT = 0.3
"""Below this confidence an attribution gives no claim unless the user asks for it: linked F1 on PolNeAR dev is best here."""

NARRATED = 0.86
MEASURED = 0.8
"""What a rule alone makes of "the army put the toll at nine": four of five on PolNeAR train, ten of ten on the labelled stories
and reports, too few to be fitted to."""

REPORTED = 0.46
"""What rules alone make of plain reporting by a cue by which the network found nothing: two of nine on PolNeAR dev, which the
network knows best, and four of four on the labelled stories and reports."""

LENT = 0.4
"""What both find by a probable cue while the rules alone know who: two of eight on PolNeAR dev, two of two on the stories."""
_PROBABLE = 0.7

_CLIPPED = 4.6  # log-odds beyond which a probability says no more: 99 in 100
_FILE = Path(__file__).parent / "confidence.json"


class Evidence(NamedTuple):
    """What is known of an attribution.

    Attributes:
        style: Direct, mixed or indirect.
        learned: Whether the network found it.
        ruled: Whether the rules found it.
        alone: Whether the rules found it by a cue by which the network found nothing.
        lent: Whether the rules alone know the source of what both found.
        same_source: Whether both found the same source.
        cue, source, content: How probable the network holds its parts; 0 where it did not find it.
        sourced: Whether a source is named.
        plain: Whether the cue does nothing but report: a plain verb, "according to".
        measured: Whether the cue puts a measure at a figure.
        signed: Whether the cue is the dash of a signature.
        turn: Whether it is a turn of a transcript, which has no cue.
        attitude: Whether a state of mind is reported.
        contested: The share of its content that others of the network's claim too whose cues are at least half as probable.
    """

    style: Style
    learned: bool
    ruled: bool
    alone: bool
    lent: bool
    same_source: bool
    cue: float
    source: float
    content: float
    sourced: bool
    plain: bool
    measured: bool
    signed: bool
    turn: bool
    attitude: bool
    contested: float


def signs(evidence: Evidence) -> dict[str, float]:
    """The numbers that the regression weighs, by name."""
    who = (
        "both"
        if evidence.learned and evidence.ruled
        else "learned"
        if evidence.learned
        else "ruled"
    )
    found = {
        who: 1.0,
        f"{who} {evidence.style.value}": 1.0,
        f"{who} plain": float(evidence.plain),
        f"{who} signed": float(evidence.signed),
        f"{who} turn": float(evidence.turn),
        f"{who} attitude": float(evidence.attitude),
        f"{who} sourced": float(evidence.sourced),
        f"{who} contested": evidence.contested,
    }
    if evidence.learned:
        found |= {
            f"{who} cue": _log_odds(evidence.cue),
            f"{who} content": _log_odds(evidence.content),
            f"{who} source": _log_odds(evidence.source) if evidence.sourced else 0.0,
        }
    if who == "both":
        found["both same source"] = float(evidence.same_source)
    return found


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return max(-_CLIPPED, min(_CLIPPED, math.log(bounded / (1 - bounded))))


def confidence(evidence: Evidence) -> float:
    """How sure an attribution is, from 0 to 1, to two places."""
    if evidence.measured and evidence.ruled:
        return max(MEASURED, _weighed(evidence))
    if evidence.alone and evidence.plain and evidence.sourced and evidence.style is Style.INDIRECT:
        return REPORTED
    if evidence.lent and evidence.cue >= _PROBABLE:
        return LENT
    return _weighed(evidence)


def _weighed(evidence: Evidence) -> float:
    total = sum(_weights().get(name, 0.0) * value for name, value in signs(evidence).items())
    return round(1 / (1 + math.exp(-total)), 2)


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(_FILE.read_text(encoding="utf-8"))
    return weights
