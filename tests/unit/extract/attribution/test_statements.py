import pytest
import spacy

from kg.extract.attribution.learned import Learned
from kg.extract.attribution.statements import Pair, statements
from kg.language import parse
from kg.model import Attribution, Modality, Span

PLAIN = spacy.blank("en")("word " * 40)


def item(*parts: tuple[int, int], **more: object) -> Attribution:
    return Attribution.model_validate({"content": Span(parts=parts), **more})


def known(*parts: tuple[int, int]) -> Learned:
    return Learned(item(*parts), 0.9, 0.9, 0.9)


def test_a_statement_has_the_words_of_the_network_and_what_only_rules_know() -> None:
    relay, source = Span.of(50, 60), Span.of(61, 66)
    ruled = item(
        (0, 9),
        via=(relay,),
        source=source,
        addressee=Span.of(70, 75),
        modality=Modality.DENIED,
    )
    (made,) = statements(PLAIN, Pair(known((0, 10)), (ruled,)))
    assert made.content == Span.of(0, 10)
    assert (made.via, made.source, made.addressee) == ((relay,), source, Span.of(70, 75))
    assert made.modality is Modality.DENIED


def test_who_is_quoted_as_saying_something_is_no_part_of_what_is_said() -> None:
    text = "The Gazette quoted the mayor as saying that it rained."
    cue, mayor = Span.of(12, 36), Span.of(19, 28)
    ruled = item((44, 53), cue=cue, source=mayor, via=(Span.of(0, 11),))
    read = Learned(item((19, 53), cue=Span.of(12, 18)), 0.9, 0.9, 0.9)
    assert statements(parse(text), Pair(read, (ruled,))) == (ruled,)


def test_what_a_cue_quotes_in_two_parts_is_one_statement() -> None:
    halves = (item((0, 10), style="direct"), item((20, 30), style="direct"))
    (made,) = statements(PLAIN, Pair(known((0, 10), (20, 30)), halves))
    assert made.content == Span(parts=((0, 10), (20, 30)))


@pytest.mark.parametrize(
    ("first", "second", "style", "count"),
    [
        ("Nine men died", "six are ill", "direct", 2),
        ("Nine men died", "it rained", "direct", 1),
        ("Nine men died", "it rained", "indirect", 2),
        ("It poured", "it rained", "indirect", 1),
        ("Nine men died", "one of them is a reason", "direct", 1),
        ("Nine men died in May", "in 2011 it rained", "direct", 1),
        ("Nine men died", "one man is ill", "direct", 2),
    ],
)
def test_statements_with_figures_stay_apart(
    first: str, second: str, style: str, count: int
) -> None:
    doc = parse(f"{first} and {second}, the mayor said.")
    start = len(first) + 5
    parts = (item((0, len(first)), style=style), item((start, start + len(second)), style=style))
    assert len(statements(doc, Pair(known((0, start + len(second))), parts))) == count


def test_what_one_of_the_two_finds_alone_stays_as_it_is() -> None:
    assert statements(PLAIN, Pair(None, (item((0, 10)),))) == (item((0, 10)),)
    assert statements(PLAIN, Pair(known((0, 10)))) == (known((0, 10)).attribution,)


def test_the_apposition_of_a_source_is_not_what_it_says() -> None:
    text = "According to Aid Watch, a legal charity, 30 were held."
    cue, source = Span.of(0, 12), Span.of(13, 39)
    ruled = item((41, 53), cue=cue, source=source)
    read = Learned(item((24, 53), cue=cue, source=Span.of(13, 22)), 0.9, 0.9, 0.9)
    (made,) = statements(parse(text), Pair(read, (ruled,)))
    assert made.content.cut(text) == "30 were held"
    assert made.source == source


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(start, start + len(words))


@pytest.mark.parametrize(
    ("inner", "verb", "outer", "speaker"),
    [
        ("the union", "expects", "said", "Ada"),  # nobody has quoted the union
        ("she", "reported", "said", "Ada"),  # no other than Ada
        ("the union", "reported", "said", "the union"),
        ("the voters", "said", "found", "Ada"),  # a finding about voters
    ],
)
def test_one_told_of_within_what_is_said_speaks_only_if_she_told_it(
    inner: str, verb: str, outer: str, speaker: str
) -> None:
    text = f"Ada {outer} that {inner} {verb} rain."
    source = place(text, "Ada")
    within = item(
        place(text, "rain").parts[0],
        cue=place(text, verb),
        source=place(text, inner),
        via=(source,),
    )
    whole = item(
        place(text, f"{inner} {verb} rain").parts[0], cue=place(text, outer), source=source
    )
    (made,) = statements(parse(text), Pair(Learned(whole, 0.9, 0.9, 0.9), (within,)))
    assert made.source is not None
    assert made.source.cut(text) == speaker
    assert [relay.cut(text) for relay in made.via] == (["Ada"] if speaker != "Ada" else [])


def test_statements_one_within_the_other_are_one() -> None:
    text = "The mayor said he hopes to buy nine pumps."
    cue = place(text, "said")
    outer = item(place(text, "he hopes to buy nine pumps").parts[0], cue=cue)
    inner = item(place(text, "to buy nine pumps").parts[0], cue=place(text, "hopes"))
    assert len(statements(parse(text), Pair(Learned(outer, 0.9, 0.9, 0.9), (outer, inner)))) == 1
