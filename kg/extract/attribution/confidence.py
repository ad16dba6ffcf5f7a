"""How often attributions of a kind are right: the confidence that each is given.

The figures are shares of attributions whose content and source both match the labels (overlap of at least half), counted on
every fifth article of PolNeAR train (168 articles, 3,059 attributions) in November 2026; on PolNeAR dev each kind of more
than a hundred differs by at most six points. Narrated statements: the share that lies outside every labelled attribution,
on every tenth article (131 statements).
"""

from kg.extract.attribution.cues import words
from kg.extract.attribution.phrases import lemma
from kg.extract.attribution.reports import Report
from kg.model import Modality, Style

CUT = 0.0
"""Below this confidence an attribution gives no claim unless the user asks for it: nothing is cut, because the rules attribute
only what they hold to be true."""

NARRATED = 0.86
_ATTITUDE = 0.44
_BY_PREPOSITION = 0.71  # "according to"
_BY_PLAIN_VERB = {Style.DIRECT: 0.93, Style.MIXED: 0.75, Style.INDIRECT: 0.71}
_BY_OTHER_WORD = {Style.DIRECT: 0.79, Style.MIXED: 0.59, Style.INDIRECT: 0.5}


def confidence(report: Report, style: Style, modality: Modality) -> float:
    """How sure an attribution by this report is, from 0 to 1.

    Args:
        report: The reporting clause.
        style: Direct, mixed or indirect.
        modality: What the cue says of the claim.
    """
    if modality is Modality.ATTITUDE:
        return _ATTITUDE
    if report.is_prepositional and style is not Style.DIRECT:
        return _BY_PREPOSITION
    if lemma(report.head) in words("plain"):
        return _BY_PLAIN_VERB[style]
    return _BY_OTHER_WORD[style]
