from kg.extract.lexemes import LOOKAHEAD, lexemes


def texts(text: str) -> list[str]:
    return [lexeme.text for lexeme in lexemes(text) if lexeme.text]


def test_a_number_is_cut_from_the_letters_and_marks_glued_to_it() -> None:
    assert texts("€1.2bn, 7.4m; 11th") == ["€", "1.2", "bn", ",", "7.4", "m", ";", "11", "th"]


def test_groups_of_three_digits_belong_to_one_number() -> None:
    assert texts("1,200 and 1\u202f200 but 12,34") == [
        "1,200",
        "and",
        "1\u202f200",
        "but",
        "12",
        ",",
        "34",
    ]


def test_a_designation_and_an_address_are_words() -> None:
    assert texts("G7 https://a.example/12?x=3 ann@b.example") == [
        "g7",
        "https://a.example/12?x=3",
        "ann@b.example",
    ]


def test_a_lexeme_knows_its_place_and_whether_it_is_glued() -> None:
    row = lexemes("Up 5km")
    assert [(lexeme.start, lexeme.end, lexeme.glued) for lexeme in row[:3]] == [
        (0, 2, False),
        (3, 4, False),
        (4, 6, True),
    ]


def test_the_row_is_closed_so_that_grammars_may_look_ahead() -> None:
    assert [lexeme.kind for lexeme in lexemes("")] == ["break"] * LOOKAHEAD


def test_a_line_break_is_a_lexeme_of_its_own() -> None:
    assert [lexeme.kind for lexeme in lexemes("3\n\n4")[:3]] == ["number", "break", "number"]
