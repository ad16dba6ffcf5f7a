import pytest

from kg.extract.attribution.contents import reported
from kg.extract.attribution.reports import reports
from kg.language import parse


def contents(text: str) -> list[list[str]]:
    doc = parse(text)
    clauses = reports(doc, set())
    return [
        [doc[start:end].text for start, end in reported(doc, report, clauses)] for report in clauses
    ]


READ = [
    ("The mayor said that nine ships were lost.", [["nine ships were lost"]]),
    ("The mayor said: nine ships were lost.", [["nine ships were lost"]]),
    ("Nine ships were lost, the mayor said.", [["Nine ships were lost"]]),
    ("The ships, the mayor said, were lost.", [["The ships", "were lost"]]),
    ("The ships, according to the mayor, were lost.", [["The ships", "were lost"]]),
    ("And according to the mayor, nine ships were lost.", [["nine ships were lost"]]),
    ("The mayor said nine ships were lost, while the pilots said eleven were.",
     [["nine ships were lost"], ["eleven were"]]),
    ("The mayor said nine ships were lost, a claim that nobody has confirmed.", [["nine ships were lost"]]),
    ("The mayor promised to open the port.", [["to open the port"]]),
    ("The union accused the mayor of fraud.", [["fraud"]]),
    ("The union denied the charge of fraud.", [["the charge of fraud"]]),
    ("The mayor said.", [[]]),
    ("The mayor told reporters.", [[]]),
    ("The mayor said on condition that she not be named.", [[]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ)
def test_content_is_the_clause_or_object_of_the_cue(text: str, expected: list[list[str]]) -> None:
    assert contents(text) == expected


def test_second_statement_needs_a_subject_of_its_own() -> None:
    assert contents("The port was shut, the mayor said, and walked away.") == [
        ["The port was shut"]
    ]
    assert contents("The port was shut, the mayor said, and nine ships were lost.") == [
        ["The port was shut", "and nine ships were lost"]
    ]


def test_citation_is_no_content() -> None:
    (found,) = contents("Nine ships were lost in the storm, the mayor said, citing the pilots.")
    assert found == ["Nine ships were lost in the storm"]


def test_participle_of_saying_reports_nothing_to_its_left() -> None:
    text = "The mayor spoke to the pilots, saying that nine ships were lost."
    assert contents(text) == [["nine ships were lost"]]
