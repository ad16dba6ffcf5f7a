"""Runs the extractors over one article. Depends on nothing but the article and the measures."""

from kg.extract.attribution import Attributor, attributions, quotations
from kg.extract.attribution.confidence import CUT
from kg.extract.claims import Reading, claims
from kg.extract.entities import referents
from kg.extract.events import events
from kg.extract.quantities import quantities
from kg.extract.refusals import without_refusals
from kg.extract.times import times
from kg.language import parse
from kg.model import Article, Extraction, Measures


def extract(
    article: Article,
    measures: Measures,
    attribute: Attributor = attributions,
    *,
    min_confidence: float | None = None,
    language_model: str | None = None,
) -> Extraction:
    """What one article says.

    An attribution under the least confidence speaks for nobody: no pronoun goes back to its source, and no statement of the
    article's own is hidden by it, only the less sure for it.

    Args:
        article: The article.
        measures: What can be counted and which words tell it.
        attribute: What finds the attributions, all that it holds to be possible; network and rules of
            ``kg.extract.attribution`` unless another is given.
        min_confidence: The least confidence of a claim, from 0 to 1; ``CUT`` where None.
        language_model: The spaCy pipeline that reads the text in place of ours, by its name or folder.

    Raises:
        LanguageError: If that pipeline is not installed or unfit.
    """
    cut = CUT if min_confidence is None else min_confidence
    doc = parse(article.text, language_model)
    quoted = quotations(article.text)
    dated = times(doc, article.published)
    named = referents(doc, article)
    happenings = events(doc, article, measures, named, dated)
    attributed, refused = without_refusals(
        doc, quoted.quotations, attribute(doc, quoted.quotations)
    )
    reading = Reading(
        doc=doc,
        quotations=quoted.quotations,
        attributions=[item for item in attributed if item.confidence >= cut],
        doubted=[item for item in attributed if item.confidence < cut],
        referents=(*named, *happenings),
        quantities=quantities(doc, measures),
        times=dated,
        refused=refused,
    )
    found, refusals, met = claims(article, reading)
    return Extraction(
        article=article,
        referents=(*named, *happenings, *met),
        claims=tuple(claim for claim in found if claim.confidence >= cut),
        findings=quoted.findings,
        refusals=refusals,
    )
