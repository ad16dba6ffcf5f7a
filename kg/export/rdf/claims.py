"""A claim as triples: its words and where they stand, its facts, its figures, its way to the article.

Places in the text follow the Web Annotation Data Model (W3C 2017, sections 4.2.4 "Text Quote Selector" and 4.2.5
"Text Position Selector"), the way from the speaker follows PROV-O's qualified influences (W3C 2013, section 3.3). Polarity and scope
are stated where they are marked: a claim without polarity is positive, a figure without scope is the whole.
"""

from collections.abc import Iterator

from rdflib.namespace import PROV, RDF

from kg.export.rdf.terms import Fact, Minter, date, decimal, figure, ours, term, text, whole
from kg.model import Claim, Polarity, Quantity, Scope
from kg.model.selector import selectors
from kg.vocabulary import KG, MEASURE, OA, SCHEMA

_END = term(OA.end)
_EXACT = term(OA.exact)
_PREFIX = term(OA.prefix)
_START = term(OA.start)
_SUFFIX = term(OA.suffix)
_AGENT = term(PROV.agent)
_WAS_ATTRIBUTED_TO = term(PROV.wasAttributedTo)
_WAS_QUOTED_FROM = term(PROV.wasQuotedFrom)
_TYPE = term(RDF.type)
_TEXT = term(SCHEMA.text)
_VALUE = term(SCHEMA.value)


def claim_facts(claim: Claim, body: str, mint: Minter) -> Iterator[Fact]:
    """All that is known about a claim, without its edges to other nodes of the graph.

    Args:
        claim: With ids of entities.
        body: The text of its article.
        mint: Names the nodes.
    """
    node = mint.node(claim.id)
    yield node, _TYPE, ours("Claim")
    yield node, _TEXT, text(claim.text)
    yield node, ours("style"), ours(claim.style.value)
    yield node, ours("modality"), ours(claim.modality.value)
    if claim.polarity is Polarity.NEGATIVE:
        yield node, ours("polarity"), ours("negative")
    yield node, ours("confidence"), decimal(claim.confidence)
    yield node, _WAS_QUOTED_FROM, mint.node(claim.article)
    if claim.speaker is not None:
        yield node, _WAS_ATTRIBUTED_TO, mint.node(claim.speaker)
    if claim.said is not None:
        yield node, ours("said"), date(claim.said)
    if claim.holds is not None:
        yield node, ours("holds"), date(claim.holds)
    yield from _places(claim, body, mint)
    yield from _way(claim, mint)
    for number, quantity in enumerate(claim.quantities, start=1):
        yield from _figure(claim, number, quantity, mint)


def _places(claim: Claim, body: str, mint: Minter) -> Iterator[Fact]:
    """Each part of the content, by its offsets and by its words: one node that is both selectors."""
    for number, selector in enumerate(selectors(body, claim.content), start=1):
        place = mint.node(claim.id, "content", number)
        yield mint.node(claim.id), ours("content"), place
        yield place, _TYPE, ours("Passage")
        yield place, _START, whole(selector.start)
        yield place, _END, whole(selector.end)
        yield place, _EXACT, text(selector.exact)
        yield place, _PREFIX, text(selector.prefix)
        yield place, _SUFFIX, text(selector.suffix)


def _way(claim: Claim, mint: Minter) -> Iterator[Fact]:
    """Who passed the claim on: plainly, and where there are several, as numbered steps that keep the order."""
    for entity in claim.via:
        yield mint.node(claim.id), ours("via"), mint.node(entity)
    for position, entity in enumerate(claim.via if len(claim.via) > 1 else (), start=1):
        step = mint.node(claim.id, "relay", position)
        yield mint.node(claim.id), ours("relay"), step
        yield step, _TYPE, ours("Relay")
        yield step, ours("position"), whole(position)
        yield step, _AGENT, mint.node(entity)


def _figure(claim: Claim, number: int, quantity: Quantity, mint: Minter) -> Iterator[Fact]:
    """One figure: a value where it is exact, else its bounds."""
    node = mint.node(claim.id, "quantity", number)
    yield mint.node(claim.id), ours("hasQuantity"), node
    yield node, _TYPE, ours("Quantity")
    if quantity.scope is not Scope.TOTAL:
        yield node, ours("scope"), ours(quantity.scope.value)
    if quantity.min == quantity.max and quantity.min is not None:
        yield node, _VALUE, figure(quantity.min)
    else:
        for bound, name in ((quantity.min, SCHEMA.minValue), (quantity.max, SCHEMA.maxValue)):
            if bound is not None:
                yield node, term(name), figure(bound)
    if quantity.measure is not None:
        yield node, ours("measure"), term(MEASURE[quantity.measure])
    for words, name in (
        (quantity.unit, SCHEMA.unitText),
        (quantity.hedge, KG.hedge),
        (quantity.counted, KG.counted),
    ):
        if words:
            yield node, term(name), text(words)
