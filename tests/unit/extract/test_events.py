from kg.extract.events import events
from kg.extract.times import times
from kg.model import EntityKind, Referent
from kg.vocabulary import load_measures
from tests.factory import article, span_of
from tests.parsed import parsed

MEASURES = load_measures()

FLOOD_AT_VELM = "The/DT/det/2 flood/NN/nsubj/5 at/IN/case/4 Velm/NNP/nmod/2 killed=kill/VBD/root/0 nine/CD/obj/5 ././punct/5"
THE_FLOOD = "The/DT/det/2 flood/NN/nsubj/3 receded=recede/VBD/root/0 ././punct/3"
FLOOD_OF_1997 = (
    "They/PRP/nsubj/2 recalled=recall/VBD/root/0 the/DT/det/6 great/JJ/amod/6 Velm/NNP/compound/6 flood/NN/obj/2 of/IN/case/8"
    " June/NNP/nmod/6 1997/CD/flat/8 ././punct/2"
)
FLOOD_AT_DUNMERE = (
    "The/DT/det/2 flood/NN/nsubj/5 at/IN/case/4 Dunmere/NNP/nmod/2 rose=rise/VBD/root/0 ././punct/5"
)
QUAKE = (
    "A/DT/det/3 strong/JJ/amod/3 earthquake/NN/nsubj/4 shook=shake/VBD/root/0 Velm/NNP/obj/4 on/IN/case/7 Thursday/NNP/obl/4"
    " ././punct/4"
)
THURSDAYS_QUAKE = "Thursday/NNP/nmod:poss/3 ’s/POS/case/1 earthquake/NN/nsubj/4 shook=shake/VBD/root/0 homes=home/NNS/obj/4 ././punct/4"
YEAR_BEFORE = "The/DT/det/3 1997/CD/nummod/3 flood/NN/nsubj/4 passed=pass/VBD/root/0 ././punct/4"


def found(*sentences: str, published: str | None = "2031-02-27") -> tuple[Referent, ...]:
    doc = parsed(*sentences)
    report = article(doc.text, published=published)
    places = tuple(
        Referent(
            id=f"{report.id}#{number}",
            kind=EntityKind.PLACE,
            name=name,
            mentions=(span_of(doc.text, name),),
        )
        for number, name in enumerate(("Velm", "Dunmere"))
        if name in doc.text
    )
    return events(doc, report, MEASURES, places, times(doc, published))


def test_a_happening_has_a_kind_a_name_and_a_place() -> None:
    (flood,) = found(FLOOD_AT_VELM)
    assert (flood.kind, flood.event, flood.name) == (EntityKind.EVENT, "flood", "flood at Velm")
    assert [place.rsplit("#", 1)[1] for place in flood.located_in] == ["0"]
    assert flood.id.endswith("#event0")


def test_mentions_of_one_kind_are_one_happening_with_the_fullest_name() -> None:
    (flood,) = found(THE_FLOOD, FLOOD_AT_VELM)
    assert (flood.name, flood.aliases, len(flood.mentions)) == ("flood at Velm", ("flood",), 2)


def test_places_that_differ_are_two_happenings() -> None:
    assert [flood.name for flood in found(FLOOD_AT_VELM, FLOOD_AT_DUNMERE)] == [
        "flood at Velm",
        "flood at Dunmere",
    ]


def test_a_happening_of_years_ago_is_not_the_one_in_the_news() -> None:
    floods = found(FLOOD_AT_VELM, FLOOD_OF_1997)
    assert [(flood.name, flood.when and flood.when.edtf) for flood in floods] == [
        ("flood at Velm", None),
        ("great Velm flood of June 1997", "1997-06"),
    ]


def test_without_publication_nothing_tells_the_news_from_the_past() -> None:
    assert len(found(THE_FLOOD, YEAR_BEFORE, published=None)) == 1


def test_a_year_before_the_noun_dates_the_happening() -> None:
    (flood,) = found(YEAR_BEFORE)
    assert (flood.name, flood.when and flood.when.edtf) == ("1997 flood", "1997")


def test_the_clause_gives_place_and_time_to_what_it_tells_of() -> None:
    (quake,) = found(QUAKE)
    assert (quake.name, quake.when and quake.when.edtf, len(quake.located_in)) == (
        "strong earthquake",
        "2031-02-27",
        1,
    )


def test_the_weekday_is_no_part_of_the_name() -> None:
    (quake,) = found(QUAKE, THURSDAYS_QUAKE)
    assert (quake.name, quake.aliases, len(quake.mentions)) == (
        "strong earthquake",
        ("earthquake",),
        2,
    )


def test_dates_that_exclude_one_another_are_two_happenings() -> None:
    later = YEAR_BEFORE.replace("1997", "2011")
    assert [flood.name for flood in found(YEAR_BEFORE, later)] == ["1997 flood", "2011 flood"]


def test_a_proper_name_names_a_happening_of_its_own() -> None:
    cold = "They/PRP/nsubj/2 recalled=recall/VBD/root/0 the/DT/det/5 Cold/NNP/compound/5 War/NNP/obj/2 ././punct/2"
    velm = (
        "The/DT/det/2 war/NN/nsubj/5 in/IN/case/4 Velm/NNP/nmod/2 ended=end/VBD/root/0 ././punct/5"
    )
    assert [war.name for war in found(velm, cold)] == ["war in Velm", "Cold War"]


def test_a_term_of_two_words_names_its_own_kind() -> None:
    (raid,) = found(
        "The/DT/det/3 air/NN/compound/3 strike/NN/nsubj/6 on/IN/case/5 Velm/NNP/nmod/3 failed=fail/VBD/root/0 ././punct/6"
    )
    assert (raid.event, raid.name) == ("attack", "air strike on Velm")


def test_generic_vague_modifying_and_passing_mentions_are_none() -> None:
    assert (
        found(
            "Floods=flood/NNS/nsubj/2 harm/VBP/root/0 crops=crop/NNS/obj/2 ././punct/2",
            "Another/DT/det/2 flood/NN/nsubj/4 may/MD/aux/4 come/VB/root/0 ././punct/4",
            "The/DT/det/3 flood/NN/compound/3 warning/NN/nsubj/4 ended=end/VBD/root/0 ././punct/4",
            "A/DT/det/2 strike/NN/nsubj/4 would/MD/aux/4 hurt/VB/root/0 ././punct/4",
            "They/PRP/nsubj/2 liked=like/VBD/root/0 the/DT/det/4 merger/NN/obj/2 ././punct/2",
        )
        == ()
    )


def test_a_month_is_no_march() -> None:
    assert (
        found(
            "It/PRP/nsubj/2 fell=fall/VBD/root/0 in/IN/case/4 March/NNP/obl/2 2024/CD/flat/4 ././punct/2"
        )
        == ()
    )


def test_the_end_of_the_text_ends_a_mention() -> None:
    assert [
        flood.name for flood in found(THE_FLOOD, "After/IN/case/3 the/DT/det/3 flood/NN/root/0")
    ] == ["flood"]
