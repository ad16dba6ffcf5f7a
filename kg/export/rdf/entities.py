"""Articles and entities as triples."""

from collections.abc import Iterator

from pyoxigraph import NamedNode
from rdflib.namespace import DC, RDF

from kg.export.rdf.terms import Fact, Minter, address, boolean, date, published, term, text
from kg.model import Article, Entity, EntityKind
from kg.vocabulary import KG, MEASURE, SCHEMA


def article_facts(article: Article, mint: Minter) -> Iterator[Fact]:
    """What is known about an article, its text included."""
    node = mint.node(article.id)
    yield node, term(RDF.type), term(KG.Article)
    yield node, term(KG.file), text(article.file)
    yield node, term(SCHEMA.articleBody), text(article.text)
    for author in article.authors:
        yield node, term(DC.creator), text(author)
    if article.title is not None:
        yield node, term(SCHEMA.headline), text(article.title)
    if article.published is not None:
        yield node, term(SCHEMA.datePublished), published(article.published)
    if article.url is not None:
        yield node, term(SCHEMA.url), address(article.url)
    if article.language is not None:
        yield node, term(SCHEMA.inLanguage), text(article.language)


def entity_facts(entity: Entity, mint: Minter) -> Iterator[Fact]:
    """What is known about an entity over all articles, without its edges."""
    node = mint.node(entity.id)
    yield node, term(RDF.type), term(KG[entity.kind.value])
    yield node, term(SCHEMA.name), text(entity.name)
    if entity.kind is EntityKind.SOURCE or not entity.named:  # what is no source has a name
        yield node, term(KG.named), boolean(value=entity.named)
    for alias in entity.aliases:
        yield node, term(SCHEMA.alternateName), text(alias)
    if entity.role is not None:
        yield node, term(KG.role), text(entity.role)
    yield from _event_facts(entity, node)


def _event_facts(entity: Entity, node: NamedNode) -> Iterator[Fact]:
    if entity.event is not None:
        yield node, term(KG.eventKind), term(MEASURE[entity.event])
    if entity.when is not None:
        yield node, term(KG.when), date(entity.when)
