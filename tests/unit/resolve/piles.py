"""Builds piles of extractions from a few words each, for the tests of kg.resolve."""

from kg.model import Article, EntityKind, Extraction, Metadata, Referent, Resolution, Span
from kg.resolve import resolve

PERSON = EntityKind.PERSON
EXPERT = EntityKind.EXPERT
ORGANIZATION = EntityKind.ORGANIZATION
SOURCE = EntityKind.SOURCE
UNIT = EntityKind.UNIT
PLACE = EntityKind.PLACE
EVENT = EntityKind.EVENT

Mention = tuple[EntityKind, str] | tuple[EntityKind, str, tuple[str, ...]]


def report(number: int, *mentions: Mention, publisher: str | None = None) -> Extraction:
    """An article with this number that mentions these: a kind, a name and perhaps aliases."""
    article = Article.of(f"Report number {number}.", f"{number}.txt", Metadata(publisher=publisher))
    referents = tuple(
        Referent(
            id=f"{article.id}#{place}",
            kind=mention[0],
            name=mention[1],
            aliases=mention[2] if len(mention) > 2 else (),
            mentions=(Span.of(0, 6),),
        )
        for place, mention in enumerate(mentions)
    )
    return Extraction(article=article, referents=referents)


def pile(*mentions: Mention) -> list[Extraction]:
    """One article for each mention."""
    return [report(number, mention) for number, mention in enumerate(mentions)]


def names(resolution: Resolution) -> set[str]:
    """The names of all entities."""
    return {entity.name for entity in resolution.entities}


def are_one(*mentions: Mention) -> bool:
    """Whether mentions in an article each come out as one entity."""
    return len(resolve(pile(*mentions)).entities) == 1
