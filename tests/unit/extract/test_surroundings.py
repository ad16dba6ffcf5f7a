from kg.extract.surroundings import surroundings
from kg.model import EntityKind, Referent, When
from tests.factory import span_of
from tests.parsed import parsed

DOC = parsed(
    "The/DT/det/2 mayor/NN/nsubj/5 of/IN/case/4 Velm/NNP/nmod/2 went=go/VBD/root/0 to/IN/case/7 Dunmere/NNP/obl/5 on/IN/case/9"
    " Friday/NNP/obl/5 after/IN/case/13 the/DT/det/13 1997/CD/nummod/13 flood/NN/obl/5 ././punct/5"
)
PLACES = [
    Referent(id=name, kind=EntityKind.PLACE, name=name, mentions=(span_of(DOC.text, name),))
    for name in ("Velm", "Dunmere")
]
MAYOR = Referent(
    id="mayor",
    kind=EntityKind.PERSON,
    name="mayor",
    mentions=(span_of(DOC.text, "The mayor of Velm"),),
)
FRIDAY = When(edtf="2031-02-21")
AROUND = surroundings(DOC, [*PLACES, MAYOR], [(span_of(DOC.text, "Friday"), FRIDAY)])


def test_places_and_dates_are_found_by_token() -> None:
    assert AROUND.places_within(0, len(DOC)) == ("Dunmere", "Velm")
    assert AROUND.places_within(4, 6) == ()
    assert AROUND.dates_within(0, len(DOC)) == (FRIDAY, When(edtf="1997"))


def test_the_token_behind_a_fact_is_known() -> None:
    assert [AROUND.end_of_fact(at) for at in (2, 3, 8)] == [None, 4, 9]
    assert [AROUND.end_of_place(at) for at in (3, 8)] == [4, None]
    assert [AROUND.end_of_date(at) for at in (3, 8)] == [None, 9]


def test_a_token_of_a_date_is_dated() -> None:
    assert [at for at in range(len(DOC)) if AROUND.is_dated(at)] == [8, 11]


def test_a_clause_is_where_its_verb_goes_and_not_where_its_subject_is_from() -> None:
    went = DOC[4]
    assert AROUND.places_of(went) == ("Dunmere",)
    assert AROUND.date_of(went) == FRIDAY
    assert (AROUND.places_of(DOC[1]), AROUND.date_of(DOC[1])) == ((), None)
