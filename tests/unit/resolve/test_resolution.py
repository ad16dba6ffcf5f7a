import pytest

from kg.model import Claim, Extraction, Referent, Refusal, Span, Style
from kg.resolve import resolve
from tests.unit.resolve.piles import ORGANIZATION, PERSON, PLACE, SOURCE, names, pile, report


def _with(extraction: Extraction, *referents: Referent) -> Extraction:
    return extraction.model_copy(update={"referents": (*extraction.referents, *referents)})


def _unnamed(extraction: Extraction, number: int, name: str = "one source") -> Referent:
    return Referent(id=f"{extraction.article.id}#{number}", kind=SOURCE, name=name, named=False)


def _saying(extraction: Extraction, **facts: object) -> Extraction:
    values: dict[str, object] = {
        "id": f"claim/{extraction.article.id}",
        "article": extraction.article.id,
        "content": Span.of(0, 6),
        "text": "Report",
        "sentence": Span.of(0, 6),
        "style": Style.INDIRECT,
    }
    claim = Claim.model_validate(values | facts)
    return extraction.model_copy(update={"claims": (claim,)})


def test_unnamed_sources_are_never_merged() -> None:
    extractions = [report(1), report(2)]
    found = resolve([_with(e, _unnamed(e, 0), _unnamed(e, 1)) for e in extractions])
    assert len(found.entities) == 4
    assert {entity.named for entity in found.entities} == {False}


def test_an_unnamed_source_keeps_its_words() -> None:
    extraction = report(1)
    assert names(resolve([_with(extraction, _unnamed(extraction, 0, "two survivors"))])) == {
        "two survivors"
    }


def test_the_most_frequent_full_form_is_the_name_and_the_others_are_aliases() -> None:
    found = resolve(
        pile(
            (PERSON, "Volya Marchensky"),
            (PERSON, "Volya Marchenskyy"),
            (PERSON, "Volya Marchensky", ("Volya",)),
            (PERSON, "Marchensky"),
            (PERSON, "Marchensky"),
            (PERSON, "Marchensky"),
        )
    ).entities
    assert [entity.name for entity in found] == ["Volya Marchensky"]
    assert found[0].aliases == ("Marchensky", "Volya", "Volya Marchenskyy")


def test_of_equally_frequent_forms_the_longer_one_is_the_name() -> None:
    assert names(resolve(pile((PERSON, "Ada Quil"), (PERSON, "Ada Quill")))) == {"Ada Quill"}


def test_a_body_is_named_without_its_country_where_it_is_so_named() -> None:
    found = resolve(
        pile(
            (ORGANIZATION, "Norway's Tide Service"),
            (ORGANIZATION, "Norway's Tide Service"),
            (ORGANIZATION, "Tide Service"),
        )
    )
    assert names(found) == {"Tide Service"}


def test_a_publisher_is_one_with_its_mentions_elsewhere() -> None:
    found = resolve(
        [
            report(1, publisher="Rivermouth Press Bureau"),
            report(2, (ORGANIZATION, "RPB"), publisher="Harrow Courier"),
            report(3, (ORGANIZATION, "the Courier"), publisher="Lakeside Herald"),
        ]
    )
    bureau, courier = (
        next(e for e in found.entities if e.name == name)
        for name in ("Rivermouth Press Bureau", "Harrow Courier")
    )
    assert (bureau.kind, bureau.aliases, len(bureau.articles)) == (SOURCE, ("RPB",), 2)
    assert (courier.kind, courier.aliases) == (SOURCE, ("the Courier",))
    assert sorted(found.publishers.values()) == sorted(
        entity.id for entity in found.entities if entity.kind is SOURCE
    )


@pytest.mark.parametrize("publisher", [None, "", "—"])
def test_an_article_without_publisher_has_none(publisher: str | None) -> None:
    assert resolve([report(1, publisher=publisher)]).publishers == {}


def test_claims_point_to_entities() -> None:
    extraction = report(1, (PERSON, "Ada Quill"), (ORGANIZATION, "Tide Office"), (PLACE, "Velm"))
    article = extraction.article.id
    found = resolve(
        [
            _saying(
                extraction,
                speaker=f"{article}#0",
                via=(f"{article}#1", f"{article}#1"),
                about=(f"{article}#2", f"{article}#1"),
            )
        ]
    )
    ids = {entity.name: entity.id for entity in found.entities}
    assert found.claims[0].speaker == ids["Ada Quill"]
    assert found.claims[0].via == (ids["Tide Office"],)
    assert found.claims[0].about == tuple(sorted((ids["Tide Office"], ids["Velm"])))


def test_the_publisher_is_no_intermediary_of_its_own_article() -> None:
    extraction = report(1, (SOURCE, "Harrow Courier"), publisher="Harrow Courier")
    found = resolve([_saying(extraction, via=(f"{extraction.article.id}#0",))])
    assert found.claims[0].via == ()
    assert found.claims[0].speaker is None


def test_a_claim_of_an_unknown_referent_is_a_fault() -> None:
    with pytest.raises(KeyError):
        resolve([_saying(report(1), speaker="nobody")])


def test_affiliations_point_to_entities_and_never_to_itself() -> None:
    extraction = report(1, (ORGANIZATION, "State Tide Office"))
    article = extraction.article.id
    office = f"{article}#0"
    quill = Referent(
        id=f"{article}#1", kind=PERSON, name="Ada Quill", affiliations=(office,), role="director"
    )
    short = Referent(id=f"{article}#2", kind=ORGANIZATION, name="Tide Office", part_of=(office,))
    found = {entity.name: entity for entity in resolve([_with(extraction, quill, short)]).entities}
    assert found["Ada Quill"].affiliations == (found["State Tide Office"].id,)
    assert found["Ada Quill"].role == "director"
    assert found["State Tide Office"].part_of == ()


def test_an_article_given_twice_counts_once() -> None:
    extraction = report(1, (PERSON, "Ada Quill"))
    assert resolve([extraction, extraction]) == resolve([extraction])


def test_nothing_resolves_to_nothing() -> None:
    assert resolve([]).entities == ()


def test_refusals_are_by_the_entities_behind_the_referents_and_sorted() -> None:
    extractions = []
    for extraction in pile((PERSON, "Ada Quil"), (PERSON, "Ada Quil")):
        who = extraction.referents[0].id
        silent = [
            Refusal(
                id=f"refusal/{extraction.article.id}/{number}",
                article=extraction.article.id,
                source=Span.of(0, 6),
                words=Span.of(7, 13),
                text="number",
                sentence=Span.of(0, 16),
                speaker=speaker,
            )
            for number, speaker in enumerate((who, None))
        ]
        extractions.append(extraction.model_copy(update={"refusals": tuple(silent[::-1])}))
    found = resolve(extractions)
    (somebody,) = found.entities
    assert [refusal.speaker for refusal in found.refusals] == [somebody.id, None] * 2
    assert [row.id for row in found.refusals] == sorted(row.id for row in found.refusals)
