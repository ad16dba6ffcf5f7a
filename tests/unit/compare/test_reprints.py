import pytest

from kg.compare.reprints import find_reprints
from kg.model import Article
from tests.factory import article

AGENCY = """\
LISK (RPB) - Four trams left the rails in the centre of Lisk on Tuesday and 18 passengers were treated for cuts, the
city's transport company said.

Repairs to the crossing will take until Friday, it added. "We ask everybody to walk if they can," its manager, Odo
Varn, wrote in a notice at the stops.

A survey of the council had called the crossing worn out three years ago, papers in the town archive show.
"""


def _copy(
    text: str, published: str | None = "2031-03-05", publisher: str = "Harrow Courier"
) -> Article:
    return article(text, "copy.md", published=published, publisher=publisher)


@pytest.fixture
def original() -> Article:
    return article(AGENCY, "agency.md", published="2031-03-04", publisher="Rivermouth Press Bureau")


@pytest.mark.parametrize(
    "text",
    [
        AGENCY.replace('"', "”").replace("LISK (RPB) - ", ""),
        AGENCY.replace("wrote in a notice", "put up a note"),
        AGENCY.rpartition("\n\n")[0] + "\n\n(RPB)",
        AGENCY.upper(),
        AGENCY + "\n\nFurther rain is forecast for the weekend in the hills to the north.",
    ],
)
def test_a_copy_is_a_reprint_whatever_its_quotation_marks_credits_and_cuts(
    original: Article, text: str
) -> None:
    copy = _copy(text)
    assert find_reprints([copy, original]) == {copy.id: original.id}
    assert find_reprints([original, copy]) == {copy.id: original.id}


@pytest.mark.parametrize(
    "text",
    [
        "Eighteen people were hurt when four trams derailed in Lisk, according to the company that runs them.",
        "Short.",
        "Four trams left the rails.",
    ],
)
def test_another_report_of_the_same_is_no_reprint(original: Article, text: str) -> None:
    assert find_reprints([original, _copy(text)]) == {}


@pytest.mark.parametrize("published", ["2031-03-04T18:00", "2031-03-04", "2031-03", "2031", None])
def test_the_origin_is_the_one_that_is_known_to_be_earlier(published: str | None) -> None:
    first = article(AGENCY, "a.md", published="2031-03-04T09:00", publisher="Lakeside Herald")
    copy = _copy(AGENCY + " ", published)
    assert find_reprints([copy, first]) == {copy.id: first.id}


def test_times_are_compared_across_zones() -> None:
    first = article(
        AGENCY, "a.md", published="2031-03-04T09:00:00+05:00", publisher="Lakeside Herald"
    )
    copy = _copy(AGENCY + " ", "2031-03-04T08:00:00+00:00")
    assert find_reprints([copy, first]) == {copy.id: first.id}


def test_of_one_time_the_origin_is_whom_the_dateline_credits(original: Article) -> None:
    copies = [_copy(AGENCY + " " * n, "2031-03-04", f"Paper {n}") for n in range(4)]
    assert find_reprints([*copies, original]) == {copy.id: original.id for copy in copies}


def test_a_copy_of_a_copy_has_the_first_as_its_origin(original: Article) -> None:
    second, third = _copy(AGENCY + " ", "2031-03-05"), _copy(AGENCY + "  ", "2031-03-06")
    assert find_reprints([third, second, original]) == {
        second.id: original.id,
        third.id: original.id,
    }
