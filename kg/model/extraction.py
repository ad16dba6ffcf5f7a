"""What was read out of one article, and what all articles together give."""

from pydantic import Field

from kg.model.article import Article
from kg.model.base import Frozen
from kg.model.claim import Claim
from kg.model.entity import Entity, Referent
from kg.model.judgement import Pairing, Unheeded
from kg.model.refusal import Refusal
from kg.model.relation import Relation
from kg.model.run import Run
from kg.model.span import Span


class Finding(Frozen):
    """An ambiguity or loss that is no error: what was left out, where and why.

    Attributes:
        code: Short name of the kind of finding, such as ``unclosed-quotation``.
        span: Where it is.
        reason: One sentence for a reader.
    """

    code: str
    span: Span
    reason: str


class Extraction(Frozen):
    """What one article says; depends on nothing but that article and the version of the code.

    Attributes:
        article: The article.
        referents: In order of first mention; those known from the front matter only come last.
        claims: In order of their content; ``speaker``, ``via`` and ``about`` hold ids of referents.
        findings: In order of the text.
        refusals: To comment, in order of the text; ``speaker`` holds the id of a referent.
    """

    article: Article
    referents: tuple[Referent, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusals: tuple[Refusal, ...] = ()


class Resolution(Frozen):
    """The entities behind the referents of many articles.

    Attributes:
        entities: Sorted by id.
        claims: The claims of all extractions with ids of entities in place of referents, sorted by id.
        publishers: Article id to the entity id of its publisher, for articles whose publisher is known.
        refusals: The same for refusals to comment, sorted by id.
        pairings: Which names were held against each other, and what came of it: open questions first, then what
            rules joined, the least sure first, then what was judged.
        unheeded: The judgements that change nothing, in the order in which they were given.
    """

    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    publishers: dict[str, str] = Field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    pairings: tuple[Pairing, ...] = ()
    unheeded: tuple[Unheeded, ...] = ()


class Comparison(Frozen):
    """What comparing claims and articles gave.

    Attributes:
        relations: Sorted by left, right and kind; at most one a pair.
        origins: Article id to the id of the article that it reprints.
    """

    relations: tuple[Relation, ...] = ()
    origins: dict[str, str] = Field(default_factory=dict)


class Collection(Frozen):
    """Everything that a graph is made of; rows sorted by id.

    Attributes:
        articles: All articles.
        entities: Who and what they speak of.
        claims: With ids of entities.
        relations: Between claims.
        origins: Article id to the id of the article that it reprints.
        publishers: Article id to the entity id of its publisher.
        refusals: To comment, with ids of entities.
        pairings: Names that were held against each other, in the order of Resolution.
        run: What else than the articles it was made from.
    """

    articles: tuple[Article, ...] = ()
    entities: tuple[Entity, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    origins: dict[str, str] = Field(default_factory=dict)
    publishers: dict[str, str] = Field(default_factory=dict)
    refusals: tuple[Refusal, ...] = ()
    pairings: tuple[Pairing, ...] = ()
    run: Run = Run()
