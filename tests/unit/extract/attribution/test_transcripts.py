from kg.extract.attribution.transcripts import turns


def test_lines_that_open_with_who_speaks_are_turns() -> None:
    text = "HOLM: The water is low.\nVERIN: Since when?\nHOLM: Since May."
    assert [turn.label.cut(text) for turn in turns(text)] == ["HOLM", "VERIN", "HOLM"]


def test_a_tally_of_figures_is_no_transcript() -> None:
    assert turns("Holm: 1,240\nVerin: 980\nHolm: 2,100\nVerin: 1,700") == []
