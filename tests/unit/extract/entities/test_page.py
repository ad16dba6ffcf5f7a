"""What tokens tell by their place."""

from tests.pages import page_of


def test_lines_are_cut_at_newlines() -> None:
    lines = page_of("one two\n\nthree").lines
    assert [(line.start, line.end) for line in lines] == [(0, 2), (4, 5)]


def test_capitals_after_stops_and_quotation_marks_open() -> None:
    found = page_of("Rain fell . “ Then Ana left , Ruiz said .")
    opening = [
        word
        for word, opens in zip(found.text, found.opens, strict=True)
        if opens and word[0].isalpha()
    ]
    assert opening == ["Rain", "Then"]


def test_a_line_of_capitals_is_a_headline_and_a_sentence_is_not() -> None:
    found = page_of(
        "Mayor Keeps Mum Over Harbour Bridge\nthe mayor kept mum over the bridge in Oslo\nFULL TEXT"
    )
    assert [line.headline for line in found.lines] == [True, False, True]


def test_addresses_and_credits_are_silent() -> None:
    found = page_of("see www.tide.com now [ Ana Ruiz _/ _XYZ _]")
    silent = [word for word, quiet in zip(found.text, found.silent, strict=True) if quiet]
    assert silent == ["www.tide.com", "[", "Ana", "Ruiz", "/", "XYZ", "]"]


def test_words_between_tokens_are_cut_from_the_text() -> None:
    found = page_of("Han Seo _- _ri left")
    assert found.between(0, 4) == "Han Seo-ri"
    assert found.joined(1)
    assert not found.joined(0)
