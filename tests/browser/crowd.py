"""Invented collections of any size."""

from kg.model import Article, Claim, Collection, EntityKind, Relation, RelationKind
from tests.factory import article, claim, entity, relation


def crowd(articles: int, claims: int) -> Collection:
    """So many articles with so many claims each, by speakers who meet in several articles."""
    voices = [entity(EntityKind.PERSON, f"Speaker {number}") for number in range(articles * 2)]
    reports: list[Article] = []
    rows: list[Claim] = []
    relations: list[Relation] = []
    for number in range(articles):
        lines = [f"Gauge {number}.{line} read {line} metres." for line in range(claims)]
        report = article("\n\n".join(lines), f"{number}.txt", title=f"Report {number}")
        reports.append(report)
        said = [
            claim(report, line, speaker=voices[(number * 7 + place * place) % len(voices)].id)
            for place, line in enumerate(lines)
        ]
        if rows:
            relations.append(relation(RelationKind.CONTRADICTS, rows[-1], said[0]))
        rows.extend(said)
    return Collection(
        articles=tuple(sorted(reports, key=lambda row: row.id)),
        entities=tuple(sorted(voices, key=lambda row: row.id)),
        claims=tuple(sorted(rows, key=lambda row: row.id)),
        relations=tuple(sorted(relations, key=lambda row: (row.left, row.right))),
    )
