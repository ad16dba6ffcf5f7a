"""The rows of the page's database, table by table, made one at a time."""

from collections.abc import Iterator, Mapping

from kg.export.page.content import Row, articles, claims, entities
from kg.export.page.places import Places, as_json, one_line, rows_of
from kg.export.page.ranks import collation, speaker_name
from kg.graph import ClaimGraph, Edge, EdgeKind
from kg.model import Article, Claim, Collection, Entity, Relation

Record = tuple[str | int | float | None, ...]

NAME_LENGTH = 240
"""Characters of a claim where it is named and not shown in its article."""

TITLE_LENGTH = 90
"""Characters of an article's first line where that stands in for a title, as on the page."""

THREAD_KINDS = {"disputes": "Dispute", "developments": "Development", "figures": "Figure"}

RANKS = (
    EdgeKind.CONTRADICTS,
    EdgeKind.CITES,
    EdgeKind.AFFILIATED_WITH,
    EdgeKind.PART_OF,
    EdgeKind.LOCATED_IN,
    EdgeKind.PUBLISHED_BY,
    EdgeKind.REPRINTS,
    EdgeKind.DECLINED_TO_COMMENT,
    EdgeKind.UPDATES,
    EdgeKind.CORROBORATES,
    EdgeKind.CLAIMS,
    EdgeKind.REPORTS,
    EdgeKind.ABOUT,
)
"""Kinds of edge, those first that a panel names even where there are more edges than it can hold."""


def article_name(article: Article) -> str:
    """The title or, without one, the first words."""
    first = article.text.strip().split("\n", 1)[0]
    return article.title or one_line(first, TITLE_LENGTH)


def things(graph: ClaimGraph, places: Places) -> Iterator[Record]:
    """Everything that can be opened: place, id, section, kind, name, note and row."""
    collection = graph.collection
    names = {entity.id: entity.name for entity in collection.entities}
    for article, row in zip(collection.articles, articles(collection), strict=True):
        outlet = names.get(row["outlet"] or "") or article.publisher
        note = ", ".join(rows_of((outlet, article.published)))
        yield _thing(places, row, ("articles", "Article", article_name(article), note))
    for entity, row in zip(collection.entities, entities(collection), strict=True):
        note = " · ".join(filter(None, (entity.role or entity.kind, ", ".join(entity.aliases))))
        yield _thing(places, row, ("entities", entity.kind.value, entity.name, note))
    for claim, row in zip(collection.claims, claims(graph), strict=True):
        name, note = one_line(claim.text, NAME_LENGTH), speaker_name(claim, names)
        yield _thing(places, row, ("claims", "Claim", name, note))
    for section, threads in places.threads.items():
        for thread in threads:
            note = f"{len(thread.claims)} claims"
            facts = (section, THREAD_KINDS[section], thread.title, note)
            yield _thing(places, thread.model_dump(mode="json"), facts)


def _thing(places: Places, row: Row, facts: tuple[str, str, str, str]) -> Record:
    section, kind, name, note = facts
    return (places.of[row["id"]], row["id"], section, kind, name, note, as_json(row))


def article_records(collection: Collection, places: Places) -> Iterator[Record]:
    """Articles: place, rank, day and outlet."""
    for row in collection.articles:
        outlet = places.of.get(collection.publishers.get(row.id, ""))
        yield (places.of[row.id], places.article_ranks[row.id], places.day[row.id], outlet)


def claim_records(collection: Collection, places: Places) -> Iterator[Record]:
    """Claims: place, article, speaker, what filters ask, and the ranks."""
    names = ("time", "published", "speaker", "text", "figures", "modality", "confidence")
    for row in collection.claims:
        yield (
            places.of[row.id],
            places.of[row.article],
            None if row.speaker is None else places.of[row.speaker],
            *_filtered(row, places),
            *(places.orders[name][row.id] for name in names),
        )


def _filtered(claim: Claim, places: Places) -> tuple[float, int, bool]:
    return (claim.confidence, places.claim_day(claim), places.is_disputed(claim))


def part_records(collection: Collection, places: Places) -> Iterator[Record]:
    """What each entity said (``said``), passed on (``passed``), and what was said of it (``of``)."""
    for row in collection.claims:
        time, place, article = (
            places.orders["time"][row.id],
            places.of[row.id],
            places.of[row.article],
        )
        rows = {
            "said": rows_of([row.speaker]),
            "passed": rows_of(row.via),
            "of": rows_of(row.about),
        }
        for section, names in rows.items():
            for entity in names:
                yield (section, places.of[entity], time, place, article, *_filtered(row, places))


def voices(collection: Collection) -> list[Entity]:
    """Everyone who says or passes on something, the most quoted first."""
    weights: dict[str, int] = {}
    for row in collection.claims:
        for who in (*rows_of([row.speaker]), *rows_of(row.via)):
            weights[who] = weights.get(who, 0) + 1
    found = (row for row in collection.entities if row.id in weights)
    return sorted(found, key=lambda row: (-weights[row.id], collation(row.name), row.id))


def relation_records(collection: Collection, places: Places) -> Iterator[Record]:
    """Relations: place, ends, kind, score, what filters ask, and the row with its place."""
    claims = {row.id: row for row in collection.claims}
    for place, row in enumerate(collection.relations):
        ends = [claims[row.left], claims[row.right]]
        yield (
            place,
            places.of[row.left],
            places.of[row.right],
            row.kind.value,
            row.score,
            min(end.confidence for end in ends),
            max(places.claim_day(end) for end in ends),
            all(places.is_disputed(end) for end in ends),
            as_json(_placed(row, place)),
        )


def _placed(relation: Relation, place: int) -> Row:
    return relation.model_dump(mode="json") | {"place": place}


def thread_records(places: Places) -> Iterator[Record]:
    """Threads: place, section and rank."""
    for section, threads in places.threads.items():
        for rank, row in enumerate(threads):
            yield (places.of[row.id], section, rank)


def thread_claims(places: Places) -> Iterator[Record]:
    """Claims of threads: those that are at odds or compared (``core``), and those that bear a side out."""
    for threads in places.threads.values():
        for row in threads:
            core = set(row.claims)
            for claim in rows_of((*row.claims, *(one for side in row.sides for one in side))):
                time = places.orders["time"][claim]
                yield (places.of[row.id], claim in core, time, places.of[claim])


def thread_relations(places: Places) -> Iterator[Record]:
    """Relations of threads, surest first."""
    for threads in places.threads.values():
        for row in threads:
            for rank, relation in enumerate(row.relations):
                yield (places.of[row.id], rank, relation)


def refusal_records(collection: Collection, places: Places) -> Iterator[Record]:
    """Refusals to comment: number, article, speaker and row."""
    for number, row in enumerate(collection.refusals):
        speaker = None if row.speaker is None else places.of[row.speaker]
        yield (number, places.of[row.article], speaker, as_json(row.model_dump(mode="json")))


def edge_records(edges: Iterator[Edge], places: Places) -> Iterator[Record]:
    """Edges: number, ends, rank of the kind, kind and count."""
    ranks = {kind: rank for rank, kind in enumerate(RANKS)}
    for number, edge in enumerate(edges):
        source, target = places.of[edge.source], places.of[edge.target]
        count = int(edge.attributes["count"])
        yield (number, source, target, ranks[edge.kind], edge.kind.value, count)


def sought(
    collection: Collection, places: Places, degrees: Mapping[str, int]
) -> Iterator[tuple[int, int, str]]:
    """Place, degree and words of everything that can be found: names before words of claims, what has most edges first."""
    found = [(row.id, 0, article_name(row)) for row in collection.articles]
    found += [(row.id, 0, " · ".join((row.name, *row.aliases))) for row in collection.entities]
    found += [
        (row.id, 0, row.title)
        for section in ("disputes", "developments", "figures")
        for row in places.threads[section]
    ]
    found += [(row.id, 1, row.text) for row in collection.claims]
    found.sort(key=lambda row: (row[1], -degrees.get(row[0], 0), row[0]))
    for name, _, words in found:
        yield (places.of[name], degrees.get(name, 0), words)
