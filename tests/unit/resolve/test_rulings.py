"""What judgements do to the entities of a pile."""

import pytest

from kg.errors import JudgementError
from kg.model import Answer, Extraction, Family, Judgement, Outcome, Resolution
from kg.resolve import resolve
from tests.unit.resolve.piles import ORGANIZATION, PERSON, PLACE, Mention, names, pile, report


def said(
    left: str, answer: str, right: str, family: Family | None = None, line: int = 2
) -> Judgement:
    return Judgement(
        left=left, right=right, answer=Answer(answer), family=family, path="j.csv", line=line
    )


def built(mentions: list[Mention], *judgements: Judgement) -> Resolution:
    return resolve(pile(*mentions), judgements)


def groups(found: Resolution) -> set[str]:
    """Every entity by all the forms of its name, the one that it is called by first."""
    return {" = ".join((entity.name, *entity.aliases)) for entity in found.entities}


def persons(*of: str) -> list[Mention]:
    return [(PERSON, name) for name in of]


def bodies(*of: str) -> list[Mention]:
    return [(ORGANIZATION, name) for name in of]


SPELT = persons("Volya Marchensky", "Volya Marchenskyy")
QUILLS = persons("Ada Quill", "Tom Quill", "Quill", "Quill")


def test_same_joins_what_the_rules_leave_apart() -> None:
    found = built(bodies("National Police", "Police"), said("Police", "same", "National Police"))
    assert groups(found) == {"National Police = Police"}


def test_the_fuller_name_stays_the_name_however_often_the_shorter_one_is_used() -> None:
    mentions = bodies("Police", "Police", "Police", "National Police")
    assert names(built(mentions, said("Police", "same", "National Police"))) == {"National Police"}


def test_of_two_full_names_the_one_that_is_used_more_stays_the_name() -> None:
    mentions = persons("Honest Ada Quill", "Ada Quill", "Ada Quill")
    assert names(built(mentions, said("Honest Ada Quill", "same", "Ada Quill"))) == {"Ada Quill"}


def test_different_keeps_apart_what_the_rules_join() -> None:
    assert len(built(SPELT).entities) == 1
    found = built(SPELT, said("Volya Marchensky", "different", "Volya Marchenskyy"))
    assert groups(found) == {"Volya Marchensky", "Volya Marchenskyy"}


@pytest.mark.parametrize(
    ("mentions", "left", "right"),
    [
        ([(PLACE, "Kyiv"), (PLACE, "Kiev")], "Kyiv", "Kiev"),
        (bodies("Tidal Research Institute", "TRI"), "TRI", "tidal research institute"),
        (persons("Ada Quill", "Quill"), "Dr Quill", "Prof. ADA Quill"),
        (persons("Ada Quill", "Ada Marie Quill"), "Ada Quill", "Ada Marie Quill"),
        (persons("Ada B. Quill", "Ada C. Quill"), "Ada B. Quill", "Ada C. Quill"),
        (persons("José Verín", "Jose Verinn"), "Jose Verin", "JOSE VERINN"),
    ],
)
def test_different_is_stronger_than_every_rule(
    mentions: list[Mention], left: str, right: str
) -> None:
    assert len(built(mentions).entities) == 1
    assert len(built(mentions, said(left, "different", right)).entities) == 2
    assert len(built(mentions, said(left, "same", right)).entities) == 1
    assert len(built(mentions, said(left, "unsure", right)).entities) == 1


def test_same_reaches_through_what_the_rules_join() -> None:
    mentions = [*SPELT, *persons("Old Volya", "The Grey Fox")]
    found = built(
        mentions,
        said("Old Volya", "same", "Volya Marchenskyy"),
        said("The Grey Fox", "same", "Old Volya"),
    )
    assert len(found.entities) == 1


def test_different_reaches_through_what_is_the_same() -> None:
    found = built(
        [*SPELT, *persons("The Grey Fox")],
        said("The Grey Fox", "same", "Volya Marchenskyy"),
        said("The Grey Fox", "different", "Volya Marchensky"),
    )
    assert groups(found) == {"Volya Marchenskyy = The Grey Fox", "Volya Marchensky"}


def test_a_name_that_is_as_much_like_two_that_differ_stays_alone_as_an_open_question() -> None:
    mentions = [*SPELT, *persons("Volya Marchenski")]
    found = built(mentions, said("Volya Marchensky", "different", "Volya Marchenskyy"))
    assert len(found.entities) == 3
    assert [(row.left, row.right, row.outcome) for row in found.pairings] == [
        ("Volya Marchenski", "Volya Marchensky", Outcome.APART),
        ("Volya Marchenski", "Volya Marchenskyy", Outcome.APART),
        ("Volya Marchensky", "Volya Marchenskyy", Outcome.APART),
    ]


def test_people_who_differ_by_an_initial_can_be_told_apart() -> None:
    mentions = persons("Ada B. Quill", "Dr Ada B. Quill", "Ada C. Quill", "Ada Quill")
    found = built(mentions, said("Ada B. Quill", "different", "Ada C. Quill"))
    assert groups(found) == {"Dr Ada B. Quill = Ada B. Quill", "Ada C. Quill", "Ada Quill"}
    settled = built(
        mentions,
        said("Ada B. Quill", "different", "Ada C. Quill"),
        said("Ada Quill", "same", "Ada C. Quill"),
    )
    assert groups(settled) == {"Dr Ada B. Quill = Ada B. Quill", "Ada C. Quill = Ada Quill"}


def test_initials_are_told_apart_through_another_name_too() -> None:
    found = built(
        persons("Ada B. Quill", "Ada C. Quill", "The Grey Fox"),
        said("The Grey Fox", "same", "Ada B. Quill"),
        said("The Grey Fox", "different", "Ada C. Quill"),
    )
    assert groups(found) == {"Ada B. Quill = The Grey Fox", "Ada C. Quill"}


def test_two_people_with_one_surname_stay_two_and_whose_it_is_stays_open() -> None:
    found = built(QUILLS)
    assert sorted(entity.name for entity in found.entities) == [
        "Ada Quill", "Quill", "Quill", "Tom Quill",
    ]  # fmt: skip
    assert [(row.left, row.right, row.outcome, row.judgement) for row in found.pairings] == [
        ("Quill", "Ada Quill", Outcome.APART, None),
        ("Quill", "Tom Quill", Outcome.APART, None),
    ]


def test_a_judgement_says_whose_a_surname_is() -> None:
    found = built(QUILLS, said("Quill", "same", "Ada Quill"))
    assert groups(found) == {"Ada Quill = Quill", "Tom Quill"}


def test_a_surname_that_is_not_one_persons_is_the_others() -> None:
    found = built(QUILLS, said("Quill", "different", "Ada Quill"))
    assert groups(found) == {"Ada Quill", "Tom Quill = Quill"}


def test_an_acronym_of_two_bodies_is_decided() -> None:
    mentions = bodies("Tidal Research Institute", "Tower Repair Initiative", "TRI")
    assert len(built(mentions).entities) == 3
    found = built(mentions, said("TRI", "same", "Tower Repair Initiative"))
    assert groups(found) == {"Tidal Research Institute", "Tower Repair Initiative = TRI"}


def test_a_judged_short_form_stands_for_no_other_that_joins_later() -> None:
    mentions = persons("Ada Quill", "Quill")
    judgement = said("Quill", "same", "Ada Quill")
    assert len(built([*mentions, *persons("Tom Quill")], judgement).entities) == 2


def test_an_id_means_the_name_that_it_was_made_of() -> None:
    (one,) = built(SPELT).entities
    (other,) = built(persons("The Grey Fox")).entities
    found = built([*SPELT, *persons("The Grey Fox")], said(one.id, "same", other.id))
    assert len(found.entities) == 1


def test_an_id_singles_out_the_surname_of_one_article() -> None:
    first, second = (entity for entity in built(QUILLS).entities if entity.name == "Quill")
    found = built(QUILLS, said(first.id, "same", "Ada Quill"), said(second.id, "same", "Tom Quill"))
    assert groups(found) == {"Ada Quill = Quill", "Tom Quill = Quill"}
    ada = next(entity for entity in found.entities if entity.name == "Ada Quill")
    assert set(first.articles) < set(ada.articles)


def test_an_article_that_is_singled_out_and_joins_nobody_keeps_its_id() -> None:
    first, second = (entity for entity in built(QUILLS).entities if entity.name == "Quill")
    found = built(
        QUILLS,
        said(first.id, "different", "Ada Quill"),
        said(first.id, "different", "Tom Quill"),
        said("Quill", "same", "Ada Quill"),
    )
    assert groups(found) == {"Quill", "Ada Quill = Quill", "Tom Quill"}
    assert first.id in {entity.id for entity in found.entities}
    assert second.id not in {entity.id for entity in found.entities}


def test_unsure_leaves_it_to_the_rules_and_is_shown() -> None:
    found = built(SPELT, said("Volya Marchensky", "unsure", "Volya Marchenskyy"))
    (row,) = found.pairings
    assert (row.outcome, row.score) == (Outcome.JOINED, 0.95)
    assert row.judgement is not None
    assert row.judgement.answer is Answer.UNSURE
    assert found.entities == built(SPELT).entities


def test_a_judged_pair_is_told_once_with_the_rules_reason() -> None:
    (row,) = built(SPELT, said("Volya Marchenskyy", "different", "Volya Marchensky")).pairings
    assert (row.outcome, row.score) == (Outcome.APART, 0.95)
    assert row.reason == "“Volya Marchensky” and “Volya Marchenskyy” are spellings of one name"


def test_a_judgement_that_stands_in_two_places_is_told_once() -> None:
    rows = [said("Volya Marchensky", "same", "Volya Marchenskyy", line=n) for n in (2, 3)]
    assert len(built(SPELT, *rows).pairings) == 1


def test_open_questions_come_first_and_the_least_sure_merges_next() -> None:
    mentions = [*QUILLS, *SPELT, *bodies("Marlo Devices", "Marlo", "Police", "National Police")]
    found = built(mentions, said("Police", "same", "National Police"))
    assert [(row.left, row.outcome, row.score) for row in found.pairings] == [
        ("Quill", Outcome.APART, 0.85),
        ("Quill", Outcome.APART, 0.85),
        ("Marlo", Outcome.JOINED, 0.8),
        ("Volya Marchensky", Outcome.JOINED, 0.95),
        ("Police", Outcome.JOINED, None),
    ]


def test_a_name_that_nobody_bears_is_noted_with_the_nearest_one() -> None:
    found = built(
        SPELT,
        said("Volia Marchinsky", "same", "Volya Marchensky", line=4),
        said("Zog", "unsure", "person/zog-0123456789", line=5),
        said("Tom", "different", "Volya Marchensky", Family.BODY, line=6),
    )
    assert list(map(str, found.unheeded)) == [
        (
            "j.csv, line 4: nobody in these articles is called “Volia Marchinsky”,"
            " but there is “Volya Marchensky”"
        ),
        "j.csv, line 5: nobody in these articles is called “Zog”",
        (
            "j.csv, line 5: no person, body or place in these articles has the id"
            " person/zog-0123456789"
        ),
        "j.csv, line 6: no organization, unit or source in these articles is called “Tom”",
        (
            "j.csv, line 6: no organization, unit or source in these articles is called"
            " “Volya Marchensky”"
        ),
    ]
    assert [row.outcome for row in found.pairings if row.judgement] == [Outcome.ABSENT] * 3


def test_what_an_article_takes_for_one_is_not_parted_and_that_is_noted() -> None:
    extraction = report(1, (ORGANIZATION, "Rescue Team Iris", ("RTI",)))
    found = resolve([extraction], [said("RTI", "different", "Rescue Team Iris")])
    assert len(found.entities) == 1
    assert [row.outcome for row in found.pairings] == [Outcome.JOINED]
    assert "which nothing parts" in str(found.unheeded[0])


def test_a_name_that_only_an_alias_tells_means_its_bearer() -> None:
    extractions: list[Extraction] = [
        report(1, (ORGANIZATION, "Rescue Team Iris", ("RTI",))),
        report(2, (ORGANIZATION, "Harbour Rescue")),
    ]
    found = resolve(extractions, [said("RTI", "same", "Harbour Rescue")])
    assert len(found.entities) == 1


def test_a_person_and_a_body_are_never_the_same() -> None:
    mentions = [*persons("Ada Quill"), *bodies("Marlo Devices")]
    with pytest.raises(JudgementError) as caught:
        built(mentions, said("Ada Quill", "same", "Marlo Devices"))
    assert str(caught.value) == (
        "j.csv, line 2: “Ada Quill” is a person in these articles and “Marlo Devices” a body,"
        " which are never one; write unsure, or take the row out"
    )
    found = built(mentions, said("Ada Quill", "different", "Marlo Devices"))
    assert (len(found.entities), found.unheeded) == (2, ())


def test_a_kind_tells_which_bearer_of_a_name_is_meant() -> None:
    mentions = [*persons("Marlo", "Ada Marlo", "Tom Marlo"), *bodies("Marlo", "Iris")]
    found = built(mentions, said("Marlo", "same", "Iris", Family.BODY))
    assert "Marlo = Iris" in groups(found)
    assert len(found.entities) == len(built(mentions).entities) - 1


def test_judgements_that_the_articles_make_contradictory_name_their_lines() -> None:
    ids = {entity.name: entity.id for entity in built(persons("Ada Quill", "The Fox")).entities}
    with pytest.raises(JudgementError, match=r"line 3: .* cannot be different, as line 2 says"):
        built(
            persons("Ada Quill", "The Fox"),
            said("Dr Ada Quill", "same", "The Fox", line=2),
            said(ids["Ada Quill"], "different", ids["The Fox"], line=3),
        )


def test_a_pairing_is_told_in_the_forms_that_most_articles_use() -> None:
    (row,) = built(persons("ADA Quill", "Ada Quill", "Ada Quill", "Quill")).pairings
    assert (row.left, row.right) == ("Quill", "Ada Quill")
    assert row.reason == "“Quill” is the surname of “Ada Quill”"
