"""Which names of one article name the same."""

import pytest

from kg.model import EntityKind
from tests.pages import mentions_of, referents_of

_TAIL = " . nobody knew anything more about that matter until late evening ."


@pytest.mark.parametrize(
    ("marked", "name", "mentions"),
    [
        (
            "said Mayor Ana Ruiz yesterday . then/RB Ruiz/NNP/PER left . so did Mayor Ruiz",
            "Ana Ruiz",
            ["Ana Ruiz", "Ruiz", "Ruiz"],
        ),
        (
            "said leader/NN Han Seo Ri yesterday . then/RB Han/NNP/PER left . later Han Seo _- _ri came",
            "Han Seo Ri",
            ["Han Seo Ri", "Han", "Han Seo-ri"],
        ),
        (
            "the State Tide Office said . the Tide Office erred . the STO paid",
            "State Tide Office",
            ["State Tide Office", "Tide Office", "STO"],
        ),
        (
            "the Institute for Tides _( QRX _) said . then/RB QRX left",
            "Institute for Tides",
            ["Institute for Tides", "QRX", "QRX"],
        ),
        (
            "so Brunmark Motors said . then/RB Brunmark/NNP/PER paid",
            "Brunmark Motors",
            ["Brunmark Motors", "Brunmark"],
        ),
        (
            "flew to the United/NNP States/NNPS yesterday . in America it rained . the US left",
            "United States",
            ["United States", "America", "US"],
        ),
    ],
)
def test_short_forms_join_the_full_name(marked: str, name: str, mentions: list[str]) -> None:
    assert mentions_of(marked + _TAIL, name) == mentions


def test_a_surname_before_the_full_name_joins_it() -> None:
    marked = "then/RB Mayor Ruiz left town . so did Ana Ruiz/NNP/PER" + _TAIL
    assert list(referents_of(marked)) == ["Ana Ruiz"]


def test_two_people_with_one_surname_stay_two() -> None:
    marked = (
        "said Mayor Ana Ruiz yesterday . then/RB Ruiz/NNP/PER left . so did teacher/NN Ben Ruiz/NNP/PER ."
        " then/RB Ruiz/NNP/PER paid" + _TAIL
    )
    assert mentions_of(marked, "Ana Ruiz") == ["Ana Ruiz", "Ruiz"]
    assert mentions_of(marked, "Ben Ruiz") == ["Ben Ruiz", "Ruiz"]


def test_a_place_is_never_short_for_a_body() -> None:
    marked = "the Norway Tide Office said . it rained in Norway" + _TAIL
    assert list(referents_of(marked)) == ["Norway Tide Office", "Norway"]


def test_the_publisher_is_one_with_its_acronym_and_its_last_word() -> None:
    marked = "LIMA , Feb 8/CD ( HPB ) - he told the Bureau so" + _TAIL
    found = referents_of(marked, publisher="Harbour Press Bureau")["Harbour Press Bureau"]
    assert found.kind is EntityKind.SOURCE
    assert found.aliases == ("Bureau", "HPB")


def test_a_publisher_that_is_not_mentioned_comes_last_without_mentions() -> None:
    found = list(referents_of("it rained in Norway" + _TAIL, publisher="The Tide Herald").values())
    assert [(referent.name, len(referent.mentions)) for referent in found] == [
        ("Norway", 1),
        ("Tide Herald", 0),
    ]


def test_a_common_noun_in_capitals_is_no_referent() -> None:
    assert referents_of("so the Government/NNP/ORG said" + _TAIL) == {}


@pytest.mark.parametrize(
    ("marked", "name", "mentions"),
    [
        ("with Oh Dan _- _bi today . Oh/UH said so", "Oh Dan-bi", ["Oh Dan-bi", "Oh"]),
        ("with Tem Park today . Park/NN is/VBZ ill", "Tem Park", ["Tem Park", "Park"]),
        ("so Kvant Rovers paid . Rovers/NNS erred", "Kvant Rovers", ["Kvant Rovers", "Rovers"]),
        ("with Ana So today . So/RB it rained", "Ana So", ["Ana So"]),
        ("with Tem Park today . Park/NN is/VBZ near the park", "Tem Park", ["Tem Park"]),
        ("the Kvant Police left . Police/NNS said so", "Kvant Police", ["Kvant Police"]),
    ],
)
def test_the_end_or_beginning_of_a_name_that_opens_a_sentence_joins_it(
    marked: str, name: str, mentions: list[str]
) -> None:
    assert mentions_of(marked.replace("with", "with Mayor", 1) + _TAIL, name) == mentions
