import csv
import io

import pytest

from kg.export.neo4j.cells import Cell, cell, line


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (0.5, "0.5"),
        ("plain", "plain"),
        ((), ""),
        (("one",), "one"),
        (("one; two", "three"), "one, two;three"),
        ("nul\x00l", "null"),
    ],
)
def test_values_are_written_as_neo4j_reads_them(value: Cell, expected: str) -> None:
    assert cell(value) == expected


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://example.org","prize")',
        "+SUM(A1:A9)",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "\t=1+1",
        "\r=1+1",
        "-1\n+cmd(x)",
    ],
)
def test_a_formula_is_disarmed(text: str) -> None:
    assert cell(text).startswith("'")


@pytest.mark.parametrize("text", ["-5 degrees", "@velm_channel", "+1 555 0100", "a=b(c)", "2-1"])
def test_names_and_figures_that_only_look_like_formulas_are_left_alone(text: str) -> None:
    assert cell(text) == text


HOSTILE = (
    'He said “no”, "never",\nand left.',
    "back\\slash at the end\\",
    '\\"',
    "كرنك: ١٢ قتيلا",
    "\u202ertl\u202c \U0001f30a \U00020000",
    ",;'`$",
    "'quoted'",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_awkward_text_survives_the_file(text: str) -> None:
    assert list(csv.reader(io.StringIO(line([text, None, "next"])))) == [[text, "", "next"]]


def test_whatever_is_there_is_quoted_and_nothing_else() -> None:
    row = line([None, "", (), "a", 1, 0.5, True, ("b", "c"), "a\x00\r\nb", "=1"])
    assert row == ',,,"a","1","0.5","true","b;c","a\nb","\'=1"\n'


def test_a_number_and_a_truth_that_are_equal_are_written_apart() -> None:
    assert line([1, True, 1.0]) == '"1","true","1.0"\n'
