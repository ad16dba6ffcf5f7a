import pytest

from kg.extract.attribution import rules
from kg.extract.attribution.learned import Learned
from kg.extract.attribution.parting import parted
from kg.language import parse
from kg.model import Attribution, Span


def item(*parts: tuple[int, int], **more: object) -> Attribution:
    return Attribution.model_validate({"content": Span(parts=parts), "confidence": 1.0, **more})


def test_what_a_measuring_verb_reports_is_not_part_of_what_was_said_before() -> None:
    text = "It said the shock came at noon and put the depth at 12 km."
    doc, start = parse(text), text.index("the shock")
    said = Learned(item((start, len(text) - 1)), 0.9, 0.9, 0.9)
    put = text.index("put")
    depth = item((put + 4, len(text) - 1), cue=Span.of(put, put + 3))
    ((kept,), _) = parted(doc, [said], [depth])
    assert kept.attribution.content.cut(text) == "the shock came at noon"
    assert parted(doc, [said], []) == ([said], [])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Ada said it began at noon and blamed a cable.", "it began at noon"),
        (
            "Ada said it began at noon and thought of a cable.",
            "it began at noon and thought of a cable",
        ),
        ("Ada said he saw it and blamed a cable.", "he saw it and blamed a cable"),
    ],
)
def test_what_the_same_party_says_with_a_further_verb_is_another_report(
    text: str, kept: str
) -> None:
    noted, told = text.index("said") + 5, text.index(" and ")
    verb = told + 5
    read = Learned(item((noted, len(text) - 1), cue=Span.of(4, 8)), 0.9, 0.9, 0.9)
    who = Span.of(9, 11) if " he " in text else Span.of(0, 3)
    cue = Span.of(verb, text.index(" ", verb))
    ruled = [
        item((noted, told), cue=Span.of(4, 8)),
        item((cue.end + 1, len(text) - 1), cue=cue, source=who),
    ]
    ((found,), _) = parted(parse(text), [read], ruled)
    assert found.attribution.content.cut(text) == kept


def test_what_another_party_measures_is_not_part_of_what_was_said() -> None:
    text = "Some 400 men stayed away, the union said, while the port put the number at 250."
    found = rules.attributions(parse(text), ())
    said = {(item.source.cut(text), item.content.cut(text)) for item in found if item.source}
    assert said == {("the union", "Some 400 men stayed away"), ("the port", "the number at 250")}
    behind = text.index("while")
    read = Learned(item((0, 24), (behind, len(text) - 1)), 0.9, 0.9, 0.9)
    ((kept,), _) = parted(parse(text), [read], found)
    assert kept.attribution.content.cut(text) == "Some 400 men stayed away"


def test_the_end_of_the_report_before_is_not_said_again() -> None:
    text = "Nine men died, the ministry said at 10 p.m. Forty were hurt, it said."
    start, end = text.index("the ministry"), text.index(", it")
    read = Learned(item((start, end)), 0.9, 0.9, 0.9)
    said = text.index("said at")
    before = item((0, 13), cue=Span.of(said, said + 4))
    ((kept,), _) = parted(parse(text), [read], [before])
    assert kept.attribution.content.cut(text) == "Forty were hurt"
    assert parted(parse(text), [read], []) == ([read], [])


def test_what_another_says_behind_a_semicolon_is_not_part_of_what_was_said() -> None:
    text = "Nine died, the port said; the army says six died."
    ruled = rules.attributions(parse(text), ())
    read = Learned(item((0, 9), (26, len(text) - 1)), 0.9, 0.9, 0.9)
    ((kept,), _) = parted(parse(text), [read], ruled)
    assert kept.attribution.content.cut(text) == "Nine died"


def test_who_was_told_only_hands_on() -> None:
    text = "Ada said she was told by the insurer that it fell."
    said = item((9, 49), source=Span.of(0, 3), cue=Span.of(4, 8))
    told = item((42, 49), source=Span.of(25, 36), via=(Span.of(0, 3),), addressee=Span.of(9, 12))
    assert parted(parse(text), [Learned(said, 0.9, 0.9, 0.9)], [told]) == ([], [told])
