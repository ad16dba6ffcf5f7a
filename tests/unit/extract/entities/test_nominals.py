"""What "the ministry", "the company" and "the mayor" stand for."""

import pytest

from tests.pages import mentions_of, referents_of

_TAIL = " . nobody knew anything more about that matter until late evening ."


@pytest.mark.parametrize(
    ("marked", "name", "nominal"),
    [
        ("the Tide Ministry erred . so the ministry paid", "Tide Ministry", "the ministry"),
        ("so Brunmark Motors erred . then/RB the company paid", "Brunmark Motors", "the company"),
        (
            "as the Tide Herald wrote/VBD . so the Danish/JJ daily erred",
            "Tide Herald",
            "the Danish daily",
        ),
        (
            "said Aquila , a charity that/WDT feeds/VBZ us . then/RB the charity left",
            "Aquila",
            "the charity",
        ),
        ("said Mayor Ana Ruiz yesterday . then/RB the mayor left", "Ana Ruiz", "the mayor"),
        ("said Ana Ruiz , an analyst at sea . so the analyst left", "Ana Ruiz", "the analyst"),
    ],
)
def test_a_definite_noun_goes_back_to_the_last_that_it_fits(
    marked: str, name: str, nominal: str
) -> None:
    assert nominal in mentions_of(marked + _TAIL, name)


def test_the_last_of_two_is_meant() -> None:
    marked = "the Tide Ministry erred . the Labour Ministry paid . so the ministry left" + _TAIL
    assert mentions_of(marked, "Labour Ministry") == ["Labour Ministry", "the ministry"]
    assert mentions_of(marked, "Tide Ministry") == ["Tide Ministry"]


def test_a_noun_goes_on_meaning_the_company_that_it_meant_before() -> None:
    marked = (
        "so Kvant Motors erred . the Danish/JJ carmaker left . its owner , Brunmark Group , paid ."
        " then/RB the carmaker left"
    ) + _TAIL
    assert mentions_of(marked, "Kvant Motors")[1:] == ["the Danish carmaker", "the carmaker"]
    assert mentions_of(marked, "Brunmark Group") == ["Brunmark Group"]


def test_a_noun_that_another_name_has_can_mean_that_one_too() -> None:
    marked = (
        "the Tide Ministry erred . so the ministry paid . the Labour Ministry left . then/RB the ministry erred"
        + _TAIL
    )
    assert mentions_of(marked, "Labour Ministry") == ["Labour Ministry", "the ministry"]


@pytest.mark.parametrize(
    "marked",
    [
        "the Tide Ministry erred . the ministry of nothing paid",
        "the Tide Ministry erred . the ministry workers/NNS paid",
        "the Tide Ministry erred . a ministry paid",
        "the Tide Ministry erred . the left/JJ bank flooded",
        "the ministry paid . then/RB the Tide Ministry erred",
    ],
)
def test_other_nouns_go_nowhere(marked: str) -> None:
    assert len(referents_of(marked + _TAIL)["Tide Ministry"].mentions) == 1
