"""Where names begin and end."""

import pytest

from kg.extract.entities.names import names
from tests.pages import names_of, page_of, titled


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("yesterday Ana Ruiz said", ["Ana Ruiz"]),
        ("he saw Han Seo _- _ri there", ["Han Seo-ri"]),
        ("with Jean _- _Marc Vidal", ["Jean-Marc Vidal"]),
        ("by Ursula von der Heide", ["Ursula von der Heide"]),
        ("with Omar al _- _Hadid", ["Omar al-Hadid"]),
        (
            "the Ministry of Tides and Harbour Safety said",
            ["Ministry of Tides and Harbour Safety"],
        ),
        ("the Institute for the Study of Tides said", ["Institute for the Study of Tides"]),
        ("the Flood and Rescue Service said", ["Flood and Rescue Service"]),
        ("the Lund Mining & Steel Company", ["Lund Mining & Steel Company"]),
        ("from Norway and Sweden", ["Norway", "Sweden"]),
        ("the Council on Tides said", ["Council on Tides"]),
        ("the Tide University on Cape Sund", ["Tide University", "Cape Sund"]),
        ("the Tide Union of Ohio and Demos said", ["Tide Union of Ohio", "Demos"]),
        (
            "the National Museum of Danish/JJ Ship History",
            ["National Museum of Danish Ship History"],
        ),
        ("the Ministry of Danish/JJ President Ana Ruiz", ["Ministry", "Ana Ruiz"]),
        ("the Teachers _' Union said", ["Teachers' Union"]),
        ("on Butchers/NNS _' Street", ["Butchers' Street"]),
        ("in Lima _'s/POS Harbour District", ["Lima", "Harbour District"]),
        ("from School No. 7/CD", ["School No. 7"]),
        ("told RKL _/ _RM that", ["RKL/RM"]),
        (
            "the 93rd/JJ separate/JJ mechanized/JJ brigade held",
            ["93rd separate mechanized brigade"],
        ),
        (
            "the Danish/JJ special/JJ operations/NNS forces/NNS",
            ["Danish special operations forces"],
        ),
        ("the Halden port authority said", ["Halden port authority"]),
        ("with Bae Min _- _sung/JJ yesterday", ["Bae Min-sung"]),
        ("but Coroner Xiu _- _ling/JJ Qiao later said", ["Xiu-ling Qiao"]),
        ("then left . Oh/UH Dan _- _bi , a nurse , wept/VBD", ["Oh Dan-bi"]),
        ("the Chief Prosecutor _'s/POS Office said", ["Chief Prosecutor's Office"]),
        ("outside the Palace of Justice yesterday", ["Palace of Justice"]),
        ("through the Strait of Nordal yesterday", ["Strait of Nordal"]),
        ("the Divers/NNS _' League said", ["Divers' League"]),
        ("it rained . Engineers/NNS for Light left", ["Engineers for Light"]),
        ("the European/JJ Tide Agency said", ["European Tide Agency"]),
        ("with the Sons/NNS of the Desert yesterday", ["Sons of the Desert"]),
        ("it rained . Operator/NN Kvant left", ["Kvant"]),
        ("it rained . Passenger/NN Ana Ruiz left", ["Ana Ruiz"]),
        ("it rained . Bank/NNP of Nordal left", ["Bank of Nordal"]),
        ("it rained . Rival/JJ Brunmark Airways left", ["Brunmark Airways"]),
        ("as the Lund Observer said", ["Lund Observer"]),
        ("it rained . WHO/WP sent/VBD nurses/NNS", ["WHO"]),
        ("it rained . Retailer Brunmark Stores said", ["Brunmark Stores"]),
    ],
)
def test_a_name_is_read_whole(marked: str, expected: list[str]) -> None:
    assert names_of(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("in Lima October 6/CD", ["Lima"]),
        ("in Lima May 6/CD", ["Lima"]),
        ("with Theresa May yesterday", ["Theresa May"]),
        ("on Monday in Lima", ["Lima"]),
        ("to Lima _- _led/VBN forces", ["Lima"]),
        ("it rained . who/WP knew/VBD", []),
        ("the Danish/JJ Tide Agency said", ["Tide Agency"]),
        ("it rained . Cyclone/NNP Kvant came", []),
        ("the HMS Kvant/NNP/ORG sank/VBD", []),
        ("he saw the ship , the Kvant/NNP/LOC , there", []),
        ("the governor _'s/POS Office of Tides said", ["Office of Tides"]),
        ("with Danish/JJ farmers", []),
        ("with South/NNP Korean/JJ farmers", []),
        ("many North/NNP Koreans/NNPS fled", []),
        ("the Muslim/JJ holiday", []),
        ("about DNA and TV", []),
        ("under the Clean/NNP Rivers/NNP Act", []),
        ("aboard the ferry Blue Heron", []),
        ("the two/CD said Seven/CD", []),
        ("by Ana Ruiz _'s/POS aide", ["Ana Ruiz"]),
        ("in Saudi/NNP Arabia/NNP today", ["Saudi Arabia"]),
    ],
)
def test_what_is_no_part_of_a_name_stays_out(marked: str, expected: list[str]) -> None:
    assert names_of(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Meanwhile/RB Ana Ruiz said", ["Ana Ruiz"]),
        ("Floods/NNS hit Lima", ["Lima"]),
        ("In/IN Lima it rained/VBD . Following/VBG rain , Ruiz left", ["Lima", "Ruiz"]),
        ("State/NN Water Office workers left", ["State Water Office"]),
        ("Norway/NNP said", ["Norway"]),
        ("The/DT Ruiz/NNP family", ["Ruiz"]),
    ],
)
def test_a_capital_that_opens_a_sentence_makes_no_name(marked: str, expected: list[str]) -> None:
    assert names_of(marked) == expected


@pytest.mark.parametrize(
    ("marked", "title", "name"),
    [
        ("said President Ana Ruiz", "President", "Ana Ruiz"),
        ("said Danish/JJ Prime Minister Ana Ruiz", "Danish Prime Minister", "Ana Ruiz"),
        ("said military/JJ analyst Ana Ruiz", "military analyst", "Ana Ruiz"),
        ("Deputy/NN governor/NN Ana Ruiz left", "Deputy governor", "Ana Ruiz"),
        ("said Prof Ana Ruiz", "Prof", "Ana Ruiz"),
        ("said Secretary of State Ana Ruiz", "Secretary of State", "Ana Ruiz"),
        ("met Mayor Ruiz", "Mayor", "Ruiz"),
        ("by Mr. Park", "Mr.", "Park"),
        ("met chief/JJ executive/NN Ana Ruiz", "chief executive", "Ana Ruiz"),
    ],
)
def test_a_title_is_split_off(marked: str, title: str, name: str) -> None:
    assert titled(marked) == [(title, name)]


def test_a_body_before_a_title_is_a_name_of_its_own() -> None:
    assert titled("said WHO Director Ana Ruiz") == [("", "WHO"), ("Director", "Ana Ruiz")]


def test_a_portfolio_is_part_of_the_title() -> None:
    assert titled("said Interior Minister Ana Ruiz") == [("Interior Minister", "Ana Ruiz")]


def test_a_surname_that_is_also_a_title_stays() -> None:
    assert titled("with Stephen/NNP/PER King/NNP/PER") == [("", "Stephen King")]


def test_a_title_in_a_body_is_part_of_its_name() -> None:
    assert titled("at Lund General Hospital") == [("", "Lund General Hospital")]


def test_a_word_for_kin_splits_no_name() -> None:
    assert titled("met Han Son Hui") == [("", "Han Son Hui")]


def test_headlines_give_no_names() -> None:
    found = page_of("Mayor/NNP Keeps/VBZ Mum/NNP Over/IN Harbour/NNP Bridge/NNP Repairs/NNP")
    assert names(found) == []


def test_credits_and_addresses_give_no_names() -> None:
    found = page_of("some ships leave Lima harbour without any cargo [ Ana Ruiz _/ _XYZ _]")
    assert [found.between(name.start, name.end) for name in names(found)] == ["Lima"]


def test_places_of_a_dateline_are_marked() -> None:
    found = page_of(
        "LIMA , Peru , Feb 8/CD ( XYZ ) - heavy/JJ rain fell/VBD on Cusco without any warning"
    )
    marks = {found.between(n.start, n.end): (n.dateline, n.bracketed) for n in names(found)}
    assert marks == {
        "LIMA": (True, False),
        "Peru": (True, False),
        "XYZ": (True, True),
        "Cusco": (False, False),
    }


def test_capitals_at_the_start_of_a_sentence_are_no_dateline() -> None:
    found = page_of("XYZ , citing/VBG an official/NN , said rain/NN fell/VBD - and/CC stopped/VBD")
    assert [name.dateline for name in names(found)] == [False]
