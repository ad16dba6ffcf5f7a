"""Articles and entities as triples."""

from collections.abc import Iterator

from pyoxigraph import NamedNode
from rdflib.namespace import DC, RDF

from kg.export.rdf.terms import Fact, Minter, address, boolean, date, ours, published, term, text
from kg.model import Article, Entity
from kg.vocabulary import MEASURE, SCHEMA

_CREATOR = term(DC.creator)
_TYPE = term(RDF.type)
_ALTERNATE_NAME = term(SCHEMA.alternateName)
_ARTICLE_BODY = term(SCHEMA.articleBody)
_DATE_PUBLISHED = term(SCHEMA.datePublished)
_HEADLINE = term(SCHEMA.headline)
_IN_LANGUAGE = term(SCHEMA.inLanguage)
_NAME = term(SCHEMA.name)
_URL = term(SCHEMA.url)


def article_facts(article: Article, mint: Minter) -> Iterator[Fact]:
    """What is known about an article, its text included."""
    node = mint.node(article.id)
    yield node, _TYPE, ours("Article")
    yield node, ours("file"), text(article.file)
    yield node, _ARTICLE_BODY, text(article.text)
    for author in article.authors:
        yield node, _CREATOR, text(author)
    if article.title is not None:
        yield node, _HEADLINE, text(article.title)
    if article.published is not None:
        yield node, _DATE_PUBLISHED, published(article.published)
    if article.url is not None:
        yield node, _URL, address(article.url)
    if article.language is not None:
        yield node, _IN_LANGUAGE, text(article.language)


def entity_facts(entity: Entity, mint: Minter) -> Iterator[Fact]:
    """What is known about an entity over all articles, without its edges."""
    node = mint.node(entity.id)
    yield node, _TYPE, ours(entity.kind.value)
    yield node, _NAME, text(entity.name)
    if not entity.named:
        yield node, ours("named"), boolean(value=False)
    for alias in entity.aliases:
        yield node, _ALTERNATE_NAME, text(alias)
    if entity.role is not None:
        yield node, ours("role"), text(entity.role)
    yield from _event_facts(entity, node)


def _event_facts(entity: Entity, node: NamedNode) -> Iterator[Fact]:
    if entity.event is not None:
        yield node, ours("eventKind"), term(MEASURE[entity.event])
    if entity.when is not None:
        yield node, ours("when"), date(entity.when)
