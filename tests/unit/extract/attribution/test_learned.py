"""What the network marks is set by hand here."""

import pytest
from spacy.tokens import Doc

from kg.extract.attribution.learned import Learned, learned, style_of
from kg.language import parse
from kg.language.labels import Part, Statement
from kg.language.quotations import quotations
from kg.model import Modality, Span, Style


def part(doc: Doc, words: str, probability: float = 0.9) -> Part:
    start = doc.text.index(words)
    span = doc.char_span(start, start + len(words), alignment_mode="expand")
    assert span is not None
    return Part(span.start, span.end, probability)


def read(text: str, cue: str, source: str | None, *contents: str) -> list[Learned]:
    doc = parse(text)
    sources = () if source is None else (part(doc, source),)
    marked = Statement(part(doc, cue), sources, tuple(part(doc, words) for words in contents))
    doc._.statements = (marked,)
    return learned(doc, quotations(text).quotations)


def test_a_statement_becomes_an_attribution_with_its_words() -> None:
    text = "The dam will hold, the mayor said."
    (found,) = read(text, "said", "the mayor", "The dam will hold")
    attribution = found.attribution
    assert attribution.content.cut(text) == "The dam will hold"
    assert attribution.source is not None
    assert attribution.source.cut(text) == "the mayor"
    assert attribution.cue is not None
    assert attribution.cue.cut(text) == "said"
    assert attribution.style is Style.INDIRECT


def test_a_statement_without_content_is_none() -> None:
    assert read("The dam will hold, the mayor said.", "said", "the mayor") == []


def test_a_document_that_no_network_has_read_has_no_statements() -> None:
    doc = parse("")
    assert learned(doc, ()) == []


@pytest.mark.parametrize(
    ("marked", "kept"),
    [
        ("“The dam holds,”", "The dam holds"),
        ('"The dam holds,"', "The dam holds"),
        ("that it is “a ruin”", "that it is “a ruin”"),
        ("“a ruin” by now", "“a ruin” by now"),
        (", and so on...", "and so on..."),
    ],
)
def test_marks_around_the_words_are_left_out_and_those_within_them_kept(
    marked: str, kept: str
) -> None:
    text = f"{marked} said Ada."
    (found,) = read(text, "said", "Ada", marked)
    assert found.attribution.content.cut(text) == kept


def test_the_two_halves_of_a_broken_quotation_are_one_content_of_two_parts() -> None:
    text = '"The dam," she said, "holds."'
    (found,) = read(text, "said", "she", '"The dam,"', '"holds."')
    assert len(found.attribution.content.parts) == 2
    assert found.attribution.style is Style.DIRECT


def test_the_likeliest_of_two_sources_is_taken() -> None:
    text = "Ada and the mayor said it rained."
    doc = parse(text)
    doc._.statements = (
        Statement(
            part(doc, "said"),
            (part(doc, "Ada", 0.2), part(doc, "the mayor", 0.7)),
            (part(doc, "it rained"),),
        ),
    )
    (found,) = learned(doc, ())
    assert found.attribution.source is not None
    assert found.attribution.source.cut(text) == "the mayor"
    assert found.source == 0.7


def test_who_is_cited_within_the_source_speaks_through_who_cites() -> None:
    text = "It rained, the Gazette, citing the mayor, said."
    (found,) = read(text, "said", "the Gazette, citing the mayor", "It rained")
    assert found.attribution.source is not None
    assert found.attribution.source.cut(text) == "the mayor"
    assert [span.cut(text) for span in found.attribution.via] == ["the Gazette"]


@pytest.mark.parametrize(
    ("text", "cue", "content", "modality"),
    [
        ("Ada said that it rained.", "said", "it rained", Modality.ASSERTED),
        ("Ada denied that it rained.", "denied", "it rained", Modality.DENIED),
        ("Ada fears that it will rain.", "fears", "it will rain", Modality.ATTITUDE),
        ("Ada adores the rain of May.", "adores", "the rain of May", Modality.ATTITUDE),
        ("Ada's claim that it rained.", "claim", "it rained", Modality.ALLEGED),
        ("“It rained,” Ada beamed.", "beamed", "“It rained,”", Modality.ASSERTED),
        ("It rained, according to Ada.", "according to", "It rained", Modality.ASSERTED),
    ],
)
def test_the_cue_says_what_the_claim_is_worth(
    text: str, cue: str, content: str, modality: Modality
) -> None:
    (found,) = read(text, cue, "Ada", content)
    assert found.attribution.modality is modality


def test_only_what_stands_in_marks_whole_is_direct() -> None:
    text = "He called it “a ruin” today."
    marked = quotations(text).quotations
    assert style_of(Span.of(14, 20), marked) is Style.DIRECT
    assert style_of(Span.of(10, 20), marked) is Style.MIXED
    assert style_of(Span.of(0, 9), marked) is Style.INDIRECT


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Ada, citing an aide, said no.", "citing", "an aide"),
        ("Ada, citing an aide who was there, said no.", "citing", "an aide who was there"),
        ("A clerk asked not to be named.", "asked", "not to be named"),
        ("Ada refused to be quoted.", "refused", "to be quoted"),
        ("Ada neither confirmed nor denied that it fell.", "confirmed nor denied", "that it fell"),
        ("Ada spoke on condition that she not be named.", "spoke", "that she not be named"),
    ],
)
def test_who_is_cited_and_who_will_not_be_named_say_nothing(
    text: str, cue: str, content: str
) -> None:
    assert read(text, cue, None, content) == []


def test_what_is_cited_is_a_claim() -> None:
    text = "Ada, citing fears that the dam may fail, said no."
    (found,) = read(text, "citing", "Ada", "fears that the dam may fail")
    assert found.attribution.content.cut(text) == "fears that the dam may fail"


def test_whose_a_quotation_is_that_a_comma_closes_is_not_said() -> None:
    text = '"It fell," one of them, Ada, said.'
    (found,) = read(text, "said", "Ada", '"It fell," one of them')
    assert found.attribution.content.cut(text) == "It fell"
    text = "Ada said “it fell,” as it did."
    (found,) = read(text, "said", "Ada", "“it fell,” as it did")
    assert found.attribution.content.cut(text) == "“it fell,” as it did"


@pytest.mark.parametrize(
    ("text", "cue", "content", "modality"),
    [
        ("Ada has not said that it rained.", "has not said", "that it rained", Modality.ATTITUDE),
        ("Ada never told us that it rained.", "never told", "that it rained", Modality.ATTITUDE),
        (
            "Ada does not believe that it rained.",
            "does not believe",
            "that it rained",
            Modality.SPECULATED,
        ),
    ],
)
def test_what_was_not_said_is_no_statement(
    text: str, cue: str, content: str, modality: Modality
) -> None:
    (found,) = read(text, cue, "Ada", content)
    assert found.attribution.modality is modality


def test_when_it_was_said_is_not_said() -> None:
    (found,) = read("Ada said later there was no rain.", "said", "Ada", "later there was no rain")
    assert found.attribution.content.cut("Ada said later there was no rain.") == "there was no rain"


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        ("Ada is said to have left.", "is said", "Ada", "to have left"),
        ("Varn said to weigh bid for rival", "said", "Varn", "to weigh bid for rival"),
        ("The loss was reported May 4.", "was reported", "May 4", "The loss"),
    ],
)
def test_of_whom_something_is_said_and_when_says_nothing(
    text: str, cue: str, source: str, content: str
) -> None:
    (found,) = read(text, cue, source, content)
    assert found.attribution.source is None


def test_who_is_quoted_as_saying_something_is_left_to_the_rules() -> None:
    assert read("The Gazette quoted Ada as saying so.", "quoted", None, "Ada as saying so") == []


def test_a_circumstance_is_nobody() -> None:
    (found,) = read("This suggests that it fell.", "suggests", "This", "that it fell")
    assert found.attribution.source is None
    assert found.attribution.modality is Modality.ATTITUDE


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Let's say it rained for nine days.", "say"),
        ("Say it rained for nine days.", "Say"),
        ("It goes without saying it rained for nine days.", "goes without saying"),
    ],
)
def test_what_is_only_supposed_is_said_by_nobody(text: str, cue: str) -> None:
    assert read(text, cue, None, "it rained for nine days") == []
    assert (
        len(read("They say it rained for nine days.", "say", "They", "it rained for nine days"))
        == 1
    )
