"""A claim as triples: its words and where they stand, its facts, its figures, its way to the article.

Places in the text follow the Web Annotation Data Model (W3C 2017, sections 4.2.4 "Text Quote Selector" and 4.2.5
"Text Position Selector"), the way from the speaker follows PROV-O's qualified influences (W3C 2013, section 3.3). Polarity and scope
are stated where they are marked: a claim without polarity is positive, a figure without scope is the whole.
"""

from collections.abc import Iterator

from rdflib.namespace import PROV, RDF

from kg.export.rdf.terms import Fact, Minter, date, decimal, figure, term, text, whole
from kg.model import Claim, Polarity, Quantity, Scope
from kg.vocabulary import KG, MEASURE, OA, SCHEMA

CONTEXT_LENGTH = 32
"""Code points of prefix and suffix, enough to find a quotation again: what Hypothesis keeps (its dom-anchor-text-quote)."""


def claim_facts(claim: Claim, body: str, mint: Minter) -> Iterator[Fact]:
    """All that is known about a claim, without its edges to other nodes of the graph.

    Args:
        claim: With ids of entities.
        body: The text of its article.
        mint: Names the nodes.
    """
    node = mint.node(claim.id)
    yield node, term(RDF.type), term(KG.Claim)
    yield node, term(SCHEMA.text), text(claim.text)
    yield node, term(KG.style), term(KG[claim.style.value])
    yield node, term(KG.modality), term(KG[claim.modality.value])
    if claim.polarity is Polarity.NEGATIVE:
        yield node, term(KG.polarity), term(KG.negative)
    yield node, term(KG.confidence), decimal(claim.confidence)
    yield node, term(PROV.wasQuotedFrom), mint.node(claim.article)
    if claim.speaker is not None:
        yield node, term(PROV.wasAttributedTo), mint.node(claim.speaker)
    if claim.said is not None:
        yield node, term(KG.said), date(claim.said)
    if claim.holds is not None:
        yield node, term(KG.holds), date(claim.holds)
    yield from _places(claim, body, mint)
    yield from _way(claim, mint)
    for number, quantity in enumerate(claim.quantities, start=1):
        yield from _figure(claim, number, quantity, mint)


def _places(claim: Claim, body: str, mint: Minter) -> Iterator[Fact]:
    """Each part of the content, by its offsets and by its words: one node that is both selectors."""
    for number, (start, end) in enumerate(claim.content.parts, start=1):
        place = mint.node(claim.id, "content", number)
        yield mint.node(claim.id), term(KG.content), place
        yield place, term(RDF.type), term(KG.Passage)
        yield place, term(OA.start), whole(start)
        yield place, term(OA.end), whole(end)
        yield place, term(OA.exact), text(body[start:end])
        yield place, term(OA.prefix), text(body[max(0, start - CONTEXT_LENGTH) : start])
        yield place, term(OA.suffix), text(body[end : end + CONTEXT_LENGTH])


def _way(claim: Claim, mint: Minter) -> Iterator[Fact]:
    """Who passed the claim on: plainly, and as numbered steps that keep the order."""
    for position, entity in enumerate(claim.via, start=1):
        step = mint.node(claim.id, "relay", position)
        yield mint.node(claim.id), term(KG.via), mint.node(entity)
        yield mint.node(claim.id), term(KG.relay), step
        yield step, term(RDF.type), term(KG.Relay)
        yield step, term(KG.position), whole(position)
        yield step, term(PROV.agent), mint.node(entity)


def _figure(claim: Claim, number: int, quantity: Quantity, mint: Minter) -> Iterator[Fact]:
    """One figure: a value where it is exact, else its bounds."""
    node = mint.node(claim.id, "quantity", number)
    yield mint.node(claim.id), term(KG.hasQuantity), node
    yield node, term(RDF.type), term(KG.Quantity)
    if quantity.scope is not Scope.TOTAL:
        yield node, term(KG.scope), term(KG[quantity.scope.value])
    if quantity.min == quantity.max and quantity.min is not None:
        yield node, term(SCHEMA.value), figure(quantity.min)
    else:
        for bound, name in ((quantity.min, SCHEMA.minValue), (quantity.max, SCHEMA.maxValue)):
            if bound is not None:
                yield node, term(name), figure(bound)
    if quantity.measure is not None:
        yield node, term(KG.measure), term(MEASURE[quantity.measure])
    for words, name in (
        (quantity.unit, SCHEMA.unitText),
        (quantity.hedge, KG.hedge),
        (quantity.counted, KG.counted),
    ):
        if words:
            yield node, term(name), text(words)
