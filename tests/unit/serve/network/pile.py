"""An invented pile in which every filter and order of the page's lists parts rows from rows."""

from kg.model import Article, Claim, Collection, EntityKind, RelationKind, Style
from tests.factory import article, claim, entity, quantity, refusal, relation

VOICES = [
    entity(EntityKind.PERSON, name, aliases=aliases)
    for name, aliases in (
        ("Zoë Ängström", ("Angstrom",)),
        ("Speaker 10", ()),
        ("Speaker 9", ()),
        ("al-Noor", ('"', "NEAR(x")),
        ("Ördek", ()),
    )
]
OUTLET = entity(EntityKind.SOURCE, "Harbour Gazette", role="newspaper")
WIRE = entity(EntityKind.SOURCE, "Coast Wire", part_of=(OUTLET.id,))
SILENT = entity(EntityKind.ORGANIZATION, "Quiet Works")
TOWN = entity(EntityKind.PLACE, "Town")
DAYS = ("2031-03-02", None, "2031-03", "2031-03-04T10:00", "2031-03-02", "2031-04-01")
STYLES = (Style.INDIRECT, Style.DIRECT, Style.NARRATED)
EACH = 5


def pile(articles: int = 24) -> Collection:
    """So many articles of five claims each about dykes, with figures that are disputed, borne out and brought up to date."""
    reports, claims, relations = [], [], []
    for number in range(articles):
        lines = [
            f"Dyke {number % 4} lost {number + 3 * line} metres at gate {line}."
            for line in range(EACH)
        ]
        text = "\n\n".join((*lines, "Quiet Works declined to comment."))
        facts = {"published": DAYS[number % len(DAYS)], "publisher": "Harbour Gazette"}
        title = {} if number % 5 == 4 else {"title": f"Report {number}"}
        report = article(text, f"{number}.txt", **facts, **title)
        reports.append(report)
        claims += [_claim(report, number, line, words) for line, words in enumerate(lines)]
    for place, kind in enumerate((RelationKind.CONTRADICTS, RelationKind.CORROBORATES) * 8):
        left, right = claims[place * EACH], claims[(place + 4) * EACH]
        relations.append(relation(kind, left, right, score=0.5 + place / 100))
    relations += [
        relation(RelationKind.UPDATES, claims[place * EACH + 1], claims[(place + 4) * EACH + 1])
        for place in range(0, articles - 4, 3)
    ]
    return Collection(
        articles=tuple(sorted(reports, key=lambda row: row.id)),
        entities=tuple(sorted((*VOICES, OUTLET, WIRE, SILENT, TOWN), key=lambda row: row.id)),
        claims=tuple(sorted(claims, key=lambda row: row.id)),
        relations=tuple(sorted(relations, key=lambda row: (row.left, row.right))),
        origins={reports[6].id: reports[1].id},
        publishers={report.id: OUTLET.id for report in reports if report.published},
        refusals=tuple(
            refusal(report, "Quiet Works", "declined to comment", SILENT.id)
            for report in reports[:3]
        ),
    )


def _claim(report: Article, number: int, line: int, words: str) -> Claim:
    amount = number + 3 * line
    figure = quantity(
        report, f"{amount} metres", amount, None if line == 2 else amount, unit="metre"
    )
    return claim(
        report,
        words.removesuffix("."),
        speaker=None if line == 4 else VOICES[(number + line) % len(VOICES)].id,
        via=(WIRE.id,) if line == 3 else (),
        style=STYLES[(number + line) % len(STYLES)],
        about=(TOWN.id,),
        confidence=((number * 7 + line * 13) % 100) / 100,
        quantities=(figure,) if line != 3 else (),
    )
