import csv
import io

import pytest

from kg.export.neo4j.cells import Cell, cell


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


def test_quotes_commas_and_line_ends_survive_the_file() -> None:
    text = 'He said “no”, "never",\nand left.'
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerow([cell(text), cell("next")])
    assert list(csv.reader(io.StringIO(stream.getvalue()))) == [[text, "next"]]
