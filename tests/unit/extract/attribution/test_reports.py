import pytest

from kg.extract.attribution.reports import Report, reports
from kg.language import parse
from kg.model import Modality
from tests.parsed import parsed


def found(text: str) -> list[Report]:
    return reports(parse(text), set())


def cues(text: str) -> list[str]:
    doc = parse(text)
    return [doc[report.cue[0] : report.cue[1]].text for report in reports(doc, set())]


REPORTING = [
    ("The port office said nine ships were lost.", ["said"]),
    ("The port office has also said nine ships were lost.", ["has also said"]),
    ("Nine ships were lost, according to the port office.", ["according to"]),
    ("In the words of the mayor, nine ships were lost.", ["In the words of"]),
    ("The mayor said the port was shut and added that nine ships were lost.", ["said", "added"]),
    ("The mayor did not say so.", []),
    ("The mayor never said that nine ships were lost.", []),
    ("The mayor may say that nine ships were lost.", []),
    ("The mayor refused to say that nine ships were lost.", []),
    ("The mayor declined to comment.", []),
    ("This suggests that nine ships were lost.", []),
    ("They put out the fire in the port.", []),
    ("They put the toll at about nine.", ["put"]),
    ("They put the man on trial.", []),
    ("The port was shut on Monday.", []),
]


@pytest.mark.parametrize(("text", "expected"), REPORTING)
def test_cue_is_an_act_of_speech_that_took_place(text: str, expected: list[str]) -> None:
    assert cues(text) == expected


def test_nothing_inside_a_quotation_reports() -> None:
    doc = parse("The mayor said nine ships were lost.")
    assert reports(doc, set(range(len(doc)))) == []


def test_clause_takes_in_time_and_addressee() -> None:
    text = "The mayor told reporters on Monday that nine ships were lost."
    (report,) = found(text)
    doc = parse(text)
    assert doc[report.clause[0] : report.clause[1]].text == "The mayor told reporters on Monday"
    assert report.addressee is not None
    assert doc[report.addressee[0] : report.addressee[1]].text == "reporters"


def test_coordinated_verb_takes_the_source_of_the_one_before() -> None:
    first, second = found("The mayor said the port was shut and added that nine ships were lost.")
    assert first.source == second.source is not None


def test_cited_source_takes_the_place_of_who_cites() -> None:
    text = "The Gazette, citing the port office, said nine ships were lost."
    (report,) = found(text)
    doc = parse(text)
    assert report.source is not None
    assert doc[report.source[0] : report.source[1]].text == "the port office"
    assert [doc[start:end].text for start, end in report.via] == ["The Gazette"]


def test_possessor_of_a_claim_is_its_source() -> None:
    doc = parsed(
        "The/DT/det/2 minister/NN/nmod:poss/4 's/POS/case/2 claim/NN/nsubj/9 that/IN/mark/8 ships/NNS/nsubj:pass/8"
        " were/VBD/aux:pass/8 lost/VBN/acl/4 spread=spread/VBD/ROOT/0 ././punct/9"
    )
    (report,) = reports(doc, set())
    assert (report.source, report.cue, report.modality) == ((0, 2), (3, 4), Modality.ALLEGED)


def test_claim_of_nobody_is_no_report() -> None:
    doc = parsed(
        "The/DT/det/2 claim/NN/nsubj/7 that/IN/mark/6 ships/NNS/nsubj:pass/6 were/VBD/aux:pass/6"
        " lost/VBN/acl/2 spread=spread/VBD/ROOT/0 ././punct/7"
    )
    assert reports(doc, set()) == []


def test_prepositions_and_evidence_are_told_apart_from_speech() -> None:
    assert found("Nine ships were lost, according to the mayor.")[0].is_prepositional
    assert found("Divers found that nine ships were lost.")[0].is_evidence
    assert not found("Divers said that nine ships were lost.")[0].is_evidence
