from kg.extract.attribution.chains import Found, chained, nearest
from kg.extract.attribution.phrases import Stretch, span_of
from kg.extract.attribution.reports import Report, reports
from kg.language import parse
from kg.model import Span, Style

TEXT = "Nine ships were lost, the pilots said, the Gazette reported."


def found(text: str, *contents: str, style: Style = Style.INDIRECT) -> list[Found]:
    doc = parse(text)
    clauses = reports(doc, set())
    spans = [Span.of(text.index(words), text.index(words) + len(words)) for words in contents]
    return [Found(report, span, style) for report, span in zip(clauses, spans, strict=True)]


def cut(report: Report, stretch: Stretch) -> str:
    doc = report.head.doc
    return span_of(doc, stretch).cut(doc.text)


def test_outer_report_becomes_an_intermediary_of_the_inner_one() -> None:
    rows = found(TEXT, "Nine ships were lost", "Nine ships were lost, the pilots said")
    (only,) = chained(rows[0].report.head.doc, rows)
    assert [cut(only.report, via) for via in only.report.via] == ["the Gazette"]


def test_direct_speech_is_not_handed_on() -> None:
    rows = found(
        TEXT, "Nine ships were lost", "Nine ships were lost, the pilots said", style=Style.DIRECT
    )
    assert list(chained(rows[0].report.head.doc, rows)) == rows


def test_report_that_is_a_small_part_of_what_is_said_stays_apart() -> None:
    text = (
        "The Gazette reported that the port was shut after a storm of nine days on Monday"
        " and that the pilots said it rained."
    )
    rows = found(text, text[21:-1], "it rained")
    assert len(list(chained(rows[0].report.head.doc, rows))) == 2


def test_same_words_belong_to_the_nearer_cue() -> None:
    rows = found(TEXT, "Nine ships were lost", "Nine ships were lost")
    (only,) = nearest(rows[0].report.head.doc, rows)
    assert only.report.head.text == "said"


def test_what_is_found_within_reported_speech_is_part_of_it() -> None:
    text = "The pilots said that divers found that nine ships were lost."
    rows = found(text, "divers found that nine ships were lost", "nine ships were lost")
    (only,) = nearest(rows[0].report.head.doc, rows)
    assert only.report.head.text == "said"
