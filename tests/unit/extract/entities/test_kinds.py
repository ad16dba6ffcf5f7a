"""What names name."""

import pytest

from kg.extract.entities.kinds import key
from kg.model import EntityKind
from tests.pages import referents_of

PERSON, EXPERT, ORGANIZATION = EntityKind.PERSON, EntityKind.EXPERT, EntityKind.ORGANIZATION
UNIT, SOURCE, PLACE = EntityKind.UNIT, EntityKind.SOURCE, EntityKind.PLACE
_TAIL = " . nobody knew anything more about that matter until late evening ."


@pytest.mark.parametrize(
    ("marked", "name", "kind"),
    [
        ("yesterday Mayor Ana Ruiz said so", "Ana Ruiz", PERSON),
        ("said Ana Ruiz , 58/CD , of nowhere", "Ana Ruiz", PERSON),
        ("said Ana Ruiz , who/WP wept/VBD", "Ana Ruiz", PERSON),
        ("said Han Seo _- _ri yesterday", "Han Seo-ri", PERSON),
        ("with Ana Ruiz/NNP/PER yesterday", "Ana Ruiz", PERSON),
        ("said Ana Ruiz , a geologist in town", "Ana Ruiz", EXPERT),
        ("the Harbour University said", "Harbour University", ORGANIZATION),
        ("the Ministry of Tides said", "Ministry of Tides", ORGANIZATION),
        ("shares in Brunmark fell/VBD", "Brunmark", ORGANIZATION),
        ("a Brunmark spokeswoman/NN left/VBD", "Brunmark", ORGANIZATION),
        ("it agreed/VBD to buy/VB rival Brunmark Dairies", "Brunmark Dairies", ORGANIZATION),
        ("the rival Brunmark paid", "Brunmark", ORGANIZATION),
        ("a stake in Brunmark fell/VBD", "Brunmark", ORGANIZATION),
        ("the shipping/NN line Brunmark left", "Brunmark", ORGANIZATION),
        ("with Brunmark _'s/POS chief executive/NN", "Brunmark", ORGANIZATION),
        ("a ferry built/VBN by Brunmark/NNP/LOC sank/VBD", "Brunmark", ORGANIZATION),
        ("with striker Kvant Moss of the club Sporting Lund", "Sporting Lund", ORGANIZATION),
        (
            "she said Brunmark/NNP/LOC will/MD lay/VB off 90/CD workers/NNS",
            "Brunmark",
            ORGANIZATION,
        ),
        ("so Brunmark/NNP/PER said it would/MD pay/VB", "Brunmark", ORGANIZATION),
        ("so Brunmark/NNP/PER said its ferries/NNS left", "Brunmark", ORGANIZATION),
        ("the ratings/NNS agency/NN Kvant left", "Kvant", ORGANIZATION),
        ("the news/NN agency/NN Kvant left", "Kvant", SOURCE),
        ("the Red/NNP Pikes/NNP battalion/NN left", "Red Pikes", UNIT),
        ("after it bought/VBD Brunmark/NNP/LOC again", "Brunmark", ORGANIZATION),
        ("the Kvant , which/WDT reported/VBD it", "Kvant", SOURCE),
        ("the Kremlin said", "Kremlin", ORGANIZATION),
        ("from the grain/NN trader Brunmark/NNP/LOC yesterday", "Brunmark", ORGANIZATION),
        ("the health/NN ministry of Brunmark/NNP/ORG said", "Brunmark", PLACE),
        ("said Brunmark , a firm that/WDT sews/VBZ", "Brunmark", ORGANIZATION),
        ("the White House said", "White House", ORGANIZATION),
        ("the WHO said", "WHO", ORGANIZATION),
        ("the 3rd/JJ Armoured/NNP Brigade said", "3rd Armoured Brigade", UNIT),
        ("the Black/NNP Fox/NNP Group private/JJ military/JJ company", "Black Fox Group", UNIT),
        ("he told the Harbour Herald yesterday", "Harbour Herald", SOURCE),
        ("he told Kvant/NNP that", "Kvant", SOURCE),
        ("as Reuters reported/VBD", "Reuters", SOURCE),
        ("media/NNS outlet/NN Kvant posted/VBD it", "Kvant", SOURCE),
        ("the town of Brunmark flooded/VBD", "Brunmark", PLACE),
        ("the Brunmark province/NN flooded/VBD", "Brunmark", PLACE),
        ("the government/NN of Brunmark left/VBD", "Brunmark", PLACE),
        ("off Cape Nordal yesterday", "Cape Nordal", PLACE),
        ("flew/VBD to N. Korea yesterday", "N. Korea", PLACE),
        ("flew/VBD to the U.S. yesterday", "U.S.", PLACE),
        ("in Brunmark yesterday", "Brunmark", PLACE),
    ],
)
def test_words_around_a_name_tell_its_kind(marked: str, name: str, kind: EntityKind) -> None:
    assert referents_of(marked + _TAIL)[name].kind is kind


def test_capitals_alone_make_no_organization_and_one_more_sign_does() -> None:
    assert referents_of("the KVT/NN rose" + _TAIL) == {}
    assert referents_of("the KVT/NNP/ORG rose" + _TAIL)["KVT"].kind is ORGANIZATION


def test_a_name_in_the_brackets_of_a_dateline_is_a_source() -> None:
    found = referents_of("LIMA , Feb 8/CD ( Kvant/NNP/LOC ) - it rained in Lima" + _TAIL)
    assert found["Kvant"].kind is SOURCE


def test_a_bank_is_called_by_its_first_word_unless_that_is_a_place() -> None:
    bank = referents_of("at Kvant Bank today . Kvant/NNP/PER said so" + _TAIL)
    assert bank["Kvant Bank"].aliases == ("Kvant",)
    town = referents_of("at Kvant Bank today . it rained in Kvant/NNP/LOC" + _TAIL)
    assert town["Kvant"].kind is PLACE


def test_a_full_name_is_a_persons_where_the_surname_is() -> None:
    found = referents_of(
        "so Tomas Wiek of nowhere said . yesterday Wiek , an economist , left" + _TAIL
    )
    assert found["Tomas Wiek"].aliases == ("Wiek",)


def test_a_verb_of_saying_alone_makes_no_organization() -> None:
    found = referents_of("on Tuesday Ruiz/NNP/PER said so" + _TAIL)
    assert found["Ruiz"].kind is PERSON


def test_a_name_without_evidence_is_left_out() -> None:
    assert referents_of("they like Brunmark very much" + _TAIL) == {}


def test_a_lone_name_that_is_told_things_is_an_outlet_whatever_the_recognizer_thinks() -> None:
    marked = "he told Kvant/NNP/PER so . she told Kvant/NNP/PER more" + _TAIL
    assert referents_of(marked)["Kvant"].kind is SOURCE


def test_a_surname_takes_the_kind_of_the_full_name() -> None:
    marked = "yesterday Ana Brunmark/NNP/PER left . they met Brunmark/NNP/LOC again" + _TAIL
    found = referents_of(marked)
    assert [(referent.name, referent.kind) for referent in found.values()] == [
        ("Ana Brunmark", PERSON)
    ]


def test_a_surname_of_two_parts_takes_the_kind_of_the_full_name() -> None:
    marked = "so Mayor Ana Lund _- _Ruiz said . then/RB Lund/NNP/LOC _-/HYPH/LOC _Ruiz/NNP/LOC left"
    assert referents_of(marked + _TAIL)["Ana Lund-Ruiz"].aliases == ("Lund-Ruiz",)


def test_a_place_does_not_become_the_front_called_after_it() -> None:
    marked = "the Kvant Liberation Front left . in Kvant it rained"
    assert referents_of(marked + _TAIL)["Kvant"].kind is PLACE


def test_a_place_does_not_become_the_university_called_after_it() -> None:
    marked = "at Brunmark University yesterday . it snowed in Brunmark" + _TAIL
    found = referents_of(marked)
    assert {name: referent.kind for name, referent in found.items()} == {
        "Brunmark University": ORGANIZATION,
        "Brunmark": PLACE,
    }


def test_a_persons_name_is_not_the_campaign_called_after_it() -> None:
    marked = "the Ruiz campaign/NN said . then/RB Ruiz/NNP/PER left" + _TAIL
    found = referents_of(marked)
    assert {name: referent.kind for name, referent in found.items()} == {
        "Ruiz campaign": ORGANIZATION,
        "Ruiz": PERSON,
    }


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (["Han", "Seo", "-", "ri"], ["HAN", "Seo", "Ri"]),
        (["U.N."], ["UN"]),
        (["O’Dowd"], ["O'Dowd"]),
    ],
)
def test_spellings_of_one_name_share_a_key(left: list[str], right: list[str]) -> None:
    assert key(left) == key(right)


def test_different_names_have_different_keys() -> None:
    assert key(["Ana", "Ruiz"]) != key(["Eva", "Ruiz"])
