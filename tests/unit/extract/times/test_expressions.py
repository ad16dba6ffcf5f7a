import pytest

from kg.extract.times import times
from tests.parsed import parsed

WILL_MEET = (
    "They/PRP/nsubj/3 will/MD/aux/3 meet/VB/root/0 on/IN/case/5 Friday/NNP/obl/3 ././punct/3"
)
MET = "They/PRP/nsubj/2 met=meet/VBD/root/0 on/IN/case/4 Friday/NNP/obl/2 ././punct/2"
SCHEDULED = (
    "It/PRP/nsubj:pass/3 is=be/VBZ/aux:pass/3 scheduled=schedule/VBN/root/0 to/TO/mark/5 open/VB/xcomp/3 on/IN/case/7"
    " Friday/NNP/obl/5 ././punct/3"
)
WILL_BEGIN = "They/PRP/nsubj/3 will/MD/aux/3 begin/VB/root/0 to/TO/mark/5 dig/VB/xcomp/3 on/IN/case/7 Friday/NNP/obl/5 ././punct/3"
HEADLINE = "Talks=talk/NNS/root/0 on/IN/case/3 Friday/NNP/nmod/1"
IN_2016 = "It/PRP/nsubj/2 opened=open/VBD/root/0 in/IN/case/4 2016/CD/obl/2 ././punct/2"


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        (MET, "2031-02-21"),
        (HEADLINE, "2031-02-21"),
        (WILL_MEET, "2031-02-28"),
        (SCHEDULED, "2031-02-28"),
        (WILL_BEGIN, "2031-02-28"),
    ],
)
def test_the_verb_tells_whether_the_last_or_the_next_such_day_is_meant(
    sentence: str, edtf: str
) -> None:
    doc = parsed(sentence)
    ((span, when),) = times(doc, "2031-02-27")
    assert (span.cut(doc.text), when.edtf) == ("Friday", edtf)


def test_the_time_of_publication_does_not_matter() -> None:
    assert times(parsed(MET), "2031-02-27T23:50:00+05:30") == times(parsed(MET), "2031-02-27")


@pytest.mark.parametrize("published", [None, "2031", "2031-02", "soon", ""])
def test_without_a_day_of_publication_only_dates_with_a_year_are_resolved(
    published: str | None,
) -> None:
    doc = parsed(MET, IN_2016)
    assert [(span.cut(doc.text), when.edtf) for span, when in times(doc, published)] == [
        ("2016", "2016")
    ]
