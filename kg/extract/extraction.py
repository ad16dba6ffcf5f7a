"""Runs the extractors over one article. Depends on nothing but the article and the measures."""

from kg.extract.attribution import Attributor, attributions, quotations
from kg.extract.claims import Reading, claims
from kg.extract.entities import referents
from kg.extract.events import events
from kg.extract.quantities import quantities
from kg.extract.times import times
from kg.language import parse
from kg.model import Article, Extraction, Measures


def extract(
    article: Article, measures: Measures, attribute: Attributor = attributions
) -> Extraction:
    """What one article says.

    Args:
        article: The article.
        measures: What can be counted and which words tell it.
        attribute: What finds the attributions; the rules of ``kg.extract.attribution`` unless another is given.
    """
    doc = parse(article.text)
    quoted = quotations(article.text)
    dated = times(doc, article.published)
    named = referents(doc, article)
    happenings = events(doc, article, measures, named, dated)
    reading = Reading(
        doc=doc,
        quotations=quoted.quotations,
        attributions=attribute(doc, quoted.quotations),
        referents=(*named, *happenings),
        quantities=quantities(doc, measures),
        times=dated,
    )
    found, met = claims(article, reading)
    return Extraction(
        article=article,
        referents=(*named, *happenings, *met),
        claims=found,
        findings=quoted.findings,
    )
