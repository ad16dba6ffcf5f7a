import pytest

from kg.extract.attribution.phrases import Stretch, outside
from kg.extract.attribution.relays import citations, is_passive, quoting, without_relay
from kg.language import parse
from tests.parsed import parsed


def test_passive_is_told_by_its_auxiliary_or_as_a_reduced_relative_clause() -> None:
    doc = parsed(
        "She/PRP/nsubj:pass/3 was/VBD/aux:pass/3 quoted=quote/VBN/ROOT/0",
        "figures=figure/NNS/ROOT/0 cited=cite/VBN/acl/1",
        "He/PRP/nsubj/2 quoted=quote/VBN/ROOT/0 her/PRP/obj/2",
        "He/PRP/nsubj/2 quoted=quote/VBD/ROOT/0 her/PRP/obj/2",
    )
    assert [is_passive(doc[i]) for i in (2, 4, 6, 9)] == [True, True, False, False]


@pytest.mark.parametrize(
    ("text", "source", "via", "cue"),
    [
        (
            "The Gazette quoted her as saying nine ships were lost.",
            "her",
            ["The Gazette"],
            "quoted her as saying",
        ),
        (
            "She was quoted as telling reporters that nine ships were lost.",
            "She",
            [],
            "was quoted as telling",
        ),
        (
            "She was quoted by the Gazette as saying nine ships were lost.",
            "She",
            ["the Gazette"],
            "was quoted by the Gazette as saying",
        ),
    ],
)
def test_quoting_construction_names_speaker_and_relay(
    text: str, source: str, via: list[str], cue: str
) -> None:
    doc = parse(text)
    verb = next(token for token in doc if token.text == "quoted")
    relay = quoting(verb, (0, len(doc)))
    assert relay is not None

    def cut(stretch: Stretch) -> str:
        return doc[stretch[0] : stretch[1]].text

    assert (cut(relay.source), [cut(part) for part in relay.via], cut(relay.cue)) == (
        source,
        via,
        cue,
    )


@pytest.mark.parametrize(
    "text", ["The Gazette quoted her at length.", "Was quoted as saying nine ships were lost."]
)
def test_other_uses_of_quote_are_no_quoting_construction(text: str) -> None:
    doc = parse(text)
    verb = next(token for token in doc if token.text == "quoted")
    assert quoting(verb, (0, len(doc))) is None


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        ("an analyst cited by the Gazette said so.", "an analyst", ["the Gazette"]),
        ("the Gazette, citing an analyst, said so.", "an analyst", ["the Gazette"]),
        ("the analyst of the Gazette said so.", "the analyst of the Gazette", []),
    ],
)
def test_source_is_parted_from_who_hands_it_on(text: str, source: str, via: list[str]) -> None:
    doc = parse(text)
    end = next(token.i for token in doc if token.text == "said")
    end -= doc[end - 1].is_punct
    found, relays = without_relay(doc, (0, end))
    assert doc[found[0] : found[1]].text == source
    assert [doc[first:last].text for first, last in relays] == via


def test_citations_stand_outside_quotations() -> None:
    doc = parse("Citing the port office, the Gazette said nine ships were lost.")
    (found,) = citations(doc, outside(doc, set()))
    assert doc[found.origin[0] : found.origin[1]].text == "the port office"
    assert list(citations(doc, outside(doc, set(range(len(doc)))))) == []


@pytest.mark.parametrize(
    ("cited", "count"),
    [
        ("the harbour union", 1),
        ("a survey of traders", 1),
        ("information from the port", 1),
        ("investigators", 1),
        ("Ada Verin", 1),
        ("fears of a flood", 0),
        ("the strategic importance of the port", 0),
    ],
)
def test_a_reason_that_is_cited_has_told_nothing(cited: str, count: int) -> None:
    doc = parse(f"The mayor said the port was shut, citing {cited}.")
    assert len(list(citations(doc, outside(doc, set())))) == count
