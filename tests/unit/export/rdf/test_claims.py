"""A claim as triples, compared as sets of (last part of the subject, predicate, object)."""

import pytest
from pyoxigraph import NamedNode
from rdflib.namespace import PROV, RDF

from kg.export.rdf.claims import claim_facts
from kg.export.rdf.terms import Minter
from kg.model import Article, Claim, Modality, Polarity, Scope, Style, When
from kg.model.selector import CONTEXT_LENGTH
from kg.vocabulary import DATA_BASE, KG, OA, SCHEMA
from tests.factory import Pile, article, claim, quantity

TEXT = "The ferry union, officials told the Quay Gazette, walked out. “We are,” said Lene Marsk, “tired.”"
REPORT = article(TEXT)
PILE = Pile()

Row = tuple[str, str, str]


def rows(stated: Claim, report: Article = REPORT) -> set[Row]:
    mint = Minter(DATA_BASE)
    root = mint.node(stated.id).value
    return {
        (subject.value.removeprefix(root), predicate.value, value.value.removeprefix(DATA_BASE))
        for subject, predicate, value in claim_facts(stated, report.text, mint)
    }


def values(found: set[Row], subject: str, predicate: str) -> list[str]:
    return sorted(row[2] for row in found if row[:2] == (subject, str(predicate)))


def test_facts_of_a_claim_are_all_there() -> None:
    stated = claim(
        REPORT,
        "walked out",
        speaker="source/officials-1",
        style=Style.MIXED,
        modality=Modality.ALLEGED,
        confidence=0.5,
        said=When(edtf="2031-05"),
        holds=When(edtf="2031-05-02/2031-05-03"),
    )
    found = rows(stated)
    expected = {
        SCHEMA.text: "walked out",
        KG.style: str(KG.mixed),
        KG.modality: str(KG.alleged),
        KG.confidence: "0.5",
        KG.said: "2031-05",
        KG.holds: "2031-05-02/2031-05-03",
        PROV.wasQuotedFrom: REPORT.id,
        PROV.wasAttributedTo: "source/officials-1",
    }
    for predicate, value in expected.items():
        assert values(found, "", predicate) == [value], predicate


def test_what_is_unknown_is_left_out() -> None:
    found = rows(claim(REPORT, "walked out"))
    stated = {predicate for _, predicate, _ in found}
    unknown = {PROV.wasAttributedTo, KG.said, KG.holds, KG.via, KG.relay, KG.hasQuantity}
    assert stated.isdisjoint(map(str, unknown))


def test_each_part_of_the_content_has_offsets_and_words() -> None:
    found = rows(claim(REPORT, "We are,", "tired."))
    assert values(found, "", KG.content) == [
        f"{claim(REPORT, 'We are,', 'tired.').id}/content/{number}" for number in (1, 2)
    ]
    for number, words in enumerate(("We are,", "tired."), start=1):
        start = TEXT.index(words)
        place = f"/content/{number}"
        assert values(found, place, RDF.type) == [str(KG.Passage)]
        assert values(found, place, OA.start) == [str(start)]
        assert values(found, place, OA.end) == [str(start + len(words))]
        assert values(found, place, OA.exact) == [words]
        assert values(found, place, OA.prefix) == [TEXT[start - CONTEXT_LENGTH : start]]


def test_context_stops_at_the_ends_of_the_text() -> None:
    found = rows(claim(REPORT, "The ferry union, officials"))
    assert values(found, "/content/1", OA.prefix) == [""]
    found = rows(claim(REPORT, "tired.”"))
    assert values(found, "/content/1", OA.suffix) == [""]


def test_way_from_the_speaker_keeps_its_order() -> None:
    stated = claim(REPORT, "walked out", speaker="a/1", via=("z/2", "b/3"))
    found = rows(stated)
    assert values(found, "", KG.via) == ["b/3", "z/2"]
    steps = {number: values(found, f"/relay/{number}", PROV.agent) for number in (1, 2)}
    assert steps == {1: ["z/2"], 2: ["b/3"]}
    assert values(found, "/relay/2", KG.position) == ["2"]


def test_a_sole_intermediary_needs_no_number() -> None:
    found = rows(claim(REPORT, "walked out", speaker="a/1", via=("z/2",)))
    assert values(found, "", KG.via) == ["z/2"]
    assert values(found, "", KG.relay) == []


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (9, 9, {SCHEMA.value: "9"}),
        (4000, None, {SCHEMA.minValue: "4000"}),
        (None, 3000, {SCHEMA.maxValue: "3000"}),
        (2.5, 3, {SCHEMA.minValue: "2.5", SCHEMA.maxValue: "3"}),
    ],
)
def test_figure_has_a_value_or_bounds(
    low: float | None, high: float | None, expected: dict[str, str]
) -> None:
    figure = quantity(REPORT, "ferry", low, high)
    found = rows(claim(REPORT, "walked out", quantities=(figure,)))
    bounds = (SCHEMA.value, SCHEMA.minValue, SCHEMA.maxValue)
    stated = {name: values(found, "/quantity/1", name) for name in bounds}
    assert stated == {name: [expected[name]] if name in expected else [] for name in bounds}


def test_figure_says_what_is_counted() -> None:
    figure = quantity(
        REPORT, "ferry", 3, 3, unit="ferry", measure="cancelled", hedge="some", counted="ferries", scope=Scope.PART
    )  # fmt: skip
    found = rows(claim(REPORT, "walked out", quantities=(figure,)))
    expected = {
        SCHEMA.unitText: "ferry",
        KG.measure: "https://w3id.org/kg/measures#cancelled",
        KG.hedge: "some",
        KG.counted: "ferries",
        KG.scope: str(KG.part),
    }
    assert {name: values(found, "/quantity/1", name) for name in expected} == {
        name: [value] for name, value in expected.items()
    }


def test_polarity_and_scope_are_stated_where_they_are_marked() -> None:
    plain = claim(REPORT, "walked out", quantities=(quantity(REPORT, "ferry", 1, 1),))
    stated = {predicate for _, predicate, _ in rows(plain)}
    assert stated.isdisjoint(map(str, (KG.polarity, KG.scope)))
    denied = claim(REPORT, "walked out", polarity=Polarity.NEGATIVE)
    assert values(rows(denied), "", KG.polarity) == [str(KG.negative)]


def test_figure_without_words_has_none() -> None:
    found = rows(claim(REPORT, "walked out", quantities=(quantity(REPORT, "ferry", 1, 1),)))
    stated = {predicate for subject, predicate, _ in found if subject == "/quantity/1"}
    assert stated.isdisjoint(map(str, (SCHEMA.unitText, KG.measure, KG.hedge, KG.counted)))


def test_no_node_is_blank() -> None:
    for stated in PILE.claims:
        report = next(row for row in PILE.articles if row.id == stated.article)
        for subject, _, value in claim_facts(stated, report.text, Minter(DATA_BASE)):
            assert isinstance(subject, NamedNode)
            assert not str(value).startswith("_:")


def test_a_claim_alone_costs_no_more_than_twenty_one_triples() -> None:
    bodies = {report.id: report.text for report in PILE.articles}
    mint = Minter(DATA_BASE)
    cost = [len(list(claim_facts(row, bodies[row.article], mint))) for row in PILE.claims]
    assert sum(cost) / len(cost) <= 21
