import pytest
from rdflib.namespace import XSD

from kg.errors import ExportError
from kg.export.rdf.terms import (
    Minter,
    address,
    boolean,
    date,
    decimal,
    figure,
    published,
    term,
    text,
    whole,
)
from kg.model import When
from kg.vocabulary import DATA_BASE, EDTF, KG


def test_identifiers_lie_below_the_base() -> None:
    mint = Minter("https://data.harrow.test/kg/")
    assert mint.node("place/velm-1").value == "https://data.harrow.test/kg/place/velm-1"
    assert mint.node("claim/x-1", "content", 2).value.endswith("/claim/x-1/content/2")
    assert mint.graph("article/report-1").value == "https://data.harrow.test/kg/graph/report-1"
    assert mint.inferred.value == "https://data.harrow.test/kg/graph/inferred"


@pytest.mark.parametrize(
    "base",
    ["", "kg/", "https://data.test", "https://data.test/kg", "https://data.test/kg#",
     "https://data.test/?id=/", "https://data.test/a b/", "https:///kg/", "https://data.test/<x>/"],
)  # fmt: skip
def test_base_that_is_no_folder_on_the_web_is_refused(base: str) -> None:
    with pytest.raises(ExportError, match="cannot be the base"):
        Minter(base)


def test_default_base_is_one() -> None:
    assert Minter(DATA_BASE).base == DATA_BASE


def test_vocabulary_terms_keep_their_iri() -> None:
    assert term(KG.Claim).value == str(KG.Claim)


@pytest.mark.parametrize(
    ("value", "digits", "datatype"),
    [
        (4000, "4000", XSD.integer),
        (4000.0, "4000", XSD.integer),
        (-12.0, "-12", XSD.integer),
        (1e15, "1000000000000000", XSD.integer),
        (3.5, "3.5", XSD.decimal),
        (0.1, "0.1", XSD.decimal),
        (1e-7, "0.0000001", XSD.decimal),
    ],
)
def test_figures_are_written_in_plain_digits(value: float, digits: str, datatype: str) -> None:
    literal = figure(value)
    assert (literal.value, literal.datatype.value) == (digits, str(datatype))


@pytest.mark.parametrize(("value", "digits"), [(0, "0.0"), (1.0, "1.0"), (0.925, "0.925")])
def test_degrees_are_always_decimals(value: float, digits: str) -> None:
    literal = decimal(value)
    assert (literal.value, literal.datatype.value) == (digits, str(XSD.decimal))


@pytest.mark.parametrize("edtf", ["2031", "2031-03", "2031-03-04~", "2031-03-03/2031-03-04"])
def test_dates_are_edtf_at_any_precision(edtf: str) -> None:
    literal = date(When(edtf=edtf))
    assert (literal.value, literal.datatype.value) == (edtf, str(EDTF))


@pytest.mark.parametrize(
    ("moment", "written", "datatype"),
    [
        ("2031", "2031", XSD.gYear),
        ("2031-03", "2031-03", XSD.gYearMonth),
        ("2031-03-04", "2031-03-04", XSD.date),
        ("2031-03-04T08:30:00", "2031-03-04T08:30:00", XSD.dateTime),
        ("2031-03-04T08:30:00.5+02:00", "2031-03-04T08:30:00.5+02:00", XSD.dateTime),
        ("2031-03-04T08:30:00Z", "2031-03-04T08:30:00Z", XSD.dateTime),
        ("2031-03-04T08:30+02:00", "2031-03-04", XSD.date),
        ("early March", "early March", XSD.string),
    ],
)
def test_publication_has_the_type_of_its_precision(
    moment: str, written: str, datatype: str
) -> None:
    literal = published(moment)
    assert (literal.value, literal.datatype.value) == (written, str(datatype))


def test_other_values_have_their_types() -> None:
    assert boolean(value=False).value == "false"
    assert whole(7).datatype.value == str(XSD.integer)
    assert address("https://courier.test/a b").datatype.value == str(XSD.anyURI)


def test_lone_surrogates_become_question_marks_of_the_same_length() -> None:
    assert text("a\ud800b").value == "a?b"
    assert address("https://courier.test/\udfff").value == "https://courier.test/?"
