"""Roles, experts and what people belong to."""

import pytest

from kg.model import EntityKind
from tests.pages import referents_of, related

EXPERT, PERSON = EntityKind.EXPERT, EntityKind.PERSON
_TAIL = " . nobody knew anything more about that matter until late evening ."


@pytest.mark.parametrize(
    ("marked", "kind", "role"),
    [
        ("said Ana Ruiz , a leading/JJ researcher/NN at sea", EXPERT, "leading researcher"),
        ("said Ana Ruiz , military/JJ analyst", EXPERT, "military analyst"),
        ("said Ana Ruiz , 58/CD , a hydrologist", EXPERT, "hydrologist"),
        ("said military/JJ analyst Ana Ruiz", EXPERT, "military analyst"),
        ("said Prof Ana Ruiz", EXPERT, "professor"),
        ("so Ana Ruiz is/VBZ a senior/JJ fellow at sea", EXPERT, "senior fellow"),
        ("said Ana Ruiz , who/WP is/VBZ an economist", EXPERT, "economist"),
        (
            "said Ana Ruiz , a Danish/JJ and/CC Dutch/JJ veteran , naval/JJ analyst and/CC retired/JJ colonel",
            EXPERT,
            "naval analyst",
        ),
        ("said retired/JJ colonel Ana Ruiz , an analyst at sea", EXPERT, "analyst"),
        ("said Ana Ruiz , director of the Tide Observatory", EXPERT, "director"),
        ("said Ana Ruiz , who/WP heads/VBZ the laboratory", EXPERT, None),
        ("said Ana Ruiz , who/WP studies/VBZ eels/NNS", EXPERT, None),
        ("said Ana Ruiz , director of the Harbour Company", PERSON, "director"),
        ("said President Ana Ruiz", PERSON, "president"),
        ("said Danish/JJ Prime Minister Ana Ruiz", PERSON, "prime minister"),
        ("said its spokeswoman , Ana Ruiz , yesterday", PERSON, "spokeswoman"),
        ("the governor of Lund region , Ana Ruiz , left", PERSON, "governor"),
        ("said Ana Ruiz , the Lund governor", PERSON, "governor"),
        ("said Mr. Ana Ruiz", PERSON, None),
        ("said Ana Ruiz , an analyst and/CC reserve/VBP colonel , today", EXPERT, "analyst"),
        ("the head of the Tide Panel _( TPX _) , former judge Ana Ruiz , left", PERSON, "head"),
        ("said Ana Ruiz , the union secretary _- _general", PERSON, "union secretary-general"),
        ("said Sen. Ana Ruiz", PERSON, "senator"),
    ],
)
def test_what_is_said_of_a_person_gives_kind_and_role(
    marked: str, kind: EntityKind, role: str | None
) -> None:
    found = referents_of(marked + _TAIL)["Ana Ruiz"]
    assert (found.kind, found.role) == (kind, role)


@pytest.mark.parametrize(
    "marked",
    [
        "after/IN talks with Ana Ruiz/NNP/PER , an analyst said/VBD it was/VBD over",
        "when/WRB asked/VBN by/IN Ana Ruiz/NNP/PER , the economist wept/VBD",
    ],
)
def test_the_subject_of_the_next_clause_is_no_apposition(marked: str) -> None:
    assert referents_of(marked + _TAIL)["Ana Ruiz"].kind is PERSON


@pytest.mark.parametrize(
    ("marked", "affiliations"),
    [
        ("said Ana Ruiz , an analyst at the Tide Institute in town", ["Tide Institute"]),
        ("said Ana Ruiz , an analyst at Norway _'s/POS Tide University", ["Tide University"]),
        ("said Ana Ruiz , an analyst at the Tide Institute cited/VBN by/IN us", ["Tide Institute"]),
        (
            "so Ana Ruiz is/VBZ a fellow at the Tide Institute and/CC a professor at Lund University",
            ["Tide Institute", "Lund University"],
        ),
        ("said Prof Ana Ruiz of the University of Lund", ["University of Lund"]),
        ("said Ana Ruiz/NNP/PER , for the Tide Union", ["Tide Union"]),
        ("said the Tide Union _'s/POS negotiator Ana Ruiz", ["Tide Union"]),
        ("said WHO Director Ana Ruiz", ["WHO"]),
        ("the Tide Office erred . it paid , said its spokesman , Ana Ruiz .", ["Tide Office"]),
        ("the Tide Office erred . said Ana Ruiz , the office _'s/POS chief .", ["Tide Office"]),
        ("in Norway it rained . said Norwegian/JJ President Ana Ruiz", ["Norway"]),
        ("the Labour Ministry erred . said Labour Minister Ana Ruiz", ["Labour Ministry"]),
        ("the Tide Ministry erred . the deputy/JJ minister , Ana Ruiz , left", ["Tide Ministry"]),
        ("said Ana Ruiz , mayor of Oslo .", ["Oslo"]),
        ("said Ana Ruiz/NNP/PER yesterday", []),
    ],
)
def test_affiliations(marked: str, affiliations: list[str]) -> None:
    assert related(marked + _TAIL, "Ana Ruiz", "affiliations") == affiliations


def test_its_prefers_the_first_body_of_the_sentence_before() -> None:
    marked = (
        "said Brunmark Motors at the request of the Tide Office . its chief/JJ analyst , Ana Ruiz , left"
        + _TAIL
    )
    assert related(marked, "Ana Ruiz", "affiliations") == ["Brunmark Motors"]


@pytest.mark.parametrize(
    ("marked", "part", "whole"),
    [
        (
            "the Tide Centre under the Danish/JJ Ministry of Water said",
            "Tide Centre",
            "Ministry of Water",
        ),
        (
            "the Tide Centre , an affiliate of the Harbour Union , said",
            "Tide Centre",
            "Harbour Union",
        ),
    ],
)
def test_parts_of_bodies(marked: str, part: str, whole: str) -> None:
    assert related(marked + _TAIL, part, "part_of") == [whole]


@pytest.mark.parametrize(
    ("marked", "inner", "outer"),
    [
        ("the town of Brunmark in Upper Sund province flooded", "Brunmark", ["Upper Sund"]),
        ("in Norway _'s/POS Brunmark region", "Brunmark", ["Norway"]),
        ("in Brunmark , Norway , it rained", "Brunmark", ["Norway"]),
        ("a deal with Norway , Moscow said", "Norway", []),
    ],
)
def test_places_within_places(marked: str, inner: str, outer: list[str]) -> None:
    assert related(marked + _TAIL, inner, "located_in") == outer
