import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.extract.quantities import quantities
from kg.model import Quantity, Scope
from kg.vocabulary import load_measures
from tests.parsed import parsed

MEASURES = load_measures()

DIED_AND_MISSING = (
    "Nine/CD/nummod/2 people/NNS/nsubj/4 have/VBP/aux/4 died=die/VBN/root/0 and/CC/cc/8 31/CD/nsubj/8 are=be/VBP/cop/8"
    " missing/JJ/conj/4 ././punct/4"
)
MISPARSED_MISSING = (
    "Nine/CD/nummod/2 people/NNS/nsubj/4 have/VBP/aux/4 died=die/VBN/root/0 and/CC/cc/6 31/CD/conj/4 are=be/VBP/aux/8"
    " missing/JJ/conj/4 ././punct/4"
)
KILLED_OR_WOUNDED = (
    "Some/DT/det/3 3,000/CD/nummod/3 marines=marine/NNS/nsubj:pass/6 were=be/VBD/aux:pass/6 either/CC/cc:preconj/6"
    " killed=kill/VBN/root/0 or/CC/cc/8 wounded=wound/VBN/conj/6 ././punct/6"
)
FEARED_DEAD = (
    "At/IN/case/2 least/JJS/nmod/3 40/CD/nummod/4 miners=miner/NNS/nsubj:pass/6 are=be/VBP/aux:pass/6"
    " feared=fear/VBN/root/0 dead/JJ/xcomp/6 ././punct/6"
)
REPORTED_INJURED = "Rescuers=rescuer/NNS/nsubj/2 reported=report/VBD/root/0 22/CD/dep/2 injured=injure/VBN/xcomp/2 ././punct/2"
TOLL = "The/DT/det/2 toll/NN/nsubj/3 rose=rise/VBD/root/0 to/IN/case/5 17/CD/obl/3 dead/JJ/obl/3 ././punct/3"
CAPTURED = (
    "The/DT/det/2 army/NN/nsubj/3 captured=capture/VBD/root/0 60/CD/nummod/6 North/NNP/compound/6 rebels=rebel/NNS/obj/3"
    " near/IN/case/9 the/DT/det/9 bridge/NN/nmod/6 ././punct/3"
)
SENT = (
    "The/DT/det/2 brigade/NN/nsubj/3 sent=send/VBD/root/0 300/CD/nummod/5 sappers=sapper/NNS/obj/3 to/IN/case/8"
    " 12/CD/nummod/8 villages=village/NNS/obl/3 ././punct/3"
)
ACCOUNTABLE = (
    "Twelve/CD/nummod/2 dockers=docker/NNS/nsubj:pass/4 were=be/VBD/aux:pass/4 held=hold/VBN/root/0"
    " accountable/JJ/xcomp/4 ././punct/4"
)
JOBS = (
    "The/DT/det/2 company/NN/nsubj/4 will/MD/aux/4 cut/VB/root/0 700/CD/nummod/6 jobs=job/NNS/obj/4 ,/,/punct/10 or/CC/cc/10"
    " 9/CD/nummod/10 percent/NN/conj/4 of/IN/case/13 its/PRP$/nmod:poss/13 workforce/NN/nmod/10 ././punct/4"
)
DROWNED = "Two/CD/nsubj/6 of/IN/case/4 the/DT/det/4 dead/JJ/nmod/1 were=be/VBD/cop/6 cousins=cousin/NNS/root/0 ././punct/6"
OF_WHICH = (
    "It/PRP/nsubj/2 deployed=deploy/VBD/root/0 900/CD/nummod/4 troops/NNS/obj/2 ,/,/punct/10 of/IN/case/7 which/WDT/obl/10"
    " 80/CD/nsubj:pass/10 were=be/VBD/aux:pass/10 wounded=wound/VBN/acl:relcl/4 ././punct/2"
)
INCLUDING = (
    "Five/CD/nummod/2 people/NNS/nsubj:pass/8 ,/,/punct/6 including=include/VBG/case/6 two/CD/nummod/6 children=child/NNS/nmod/2"
    " were=be/VBD/aux:pass/8 killed=kill/VBN/root/0 ././punct/8"
)
AMONG_THEM = (
    "Nine/CD/nummod/2 people/NNS/nsubj/3 died=die/VBD/root/0 ,/,/punct/6 among/IN/case/6 them=they/PRP/obl/3"
    " three/CD/nummod/8 children=child/NNS/obj/3 ././punct/3"
)
ATTENDED = "Fifty/CD/nummod/2 people/NNS/nsubj/3 attended=attend/VBD/root/0 the/DT/det/5 rally/NN/obj/3 ././punct/3"
RISK = (
    "It/PRP/nsubj/2 cut/VBD/root/0 the/DT/det/4 risk/NN/obj/2 of/IN/case/6 death/NN/nmod/4 by/IN/case/9 27/CD/nummod/9"
    " percent/NN/obl/2 ././punct/2"
)
ON_BOARD = "About/RB/advmod/2 70/CD/nummod/3 people/NNS/nsubj/6 were=be/VBD/cop/6 on/IN/case/6 board/NN/root/0 ././punct/6"
LICENSED = (
    "The/DT/det/2 hall/NN/nsubj:pass/4 was=be/VBD/aux:pass/4 licensed=license/VBN/root/0 for/IN/case/7 250/CD/nummod/7"
    " guests=guest/NNS/obl/4 ././punct/4"
)
DEPTH = (
    "The/DT/det/2 quake/NN/nsubj/3 had=have/VBD/root/0 a/DT/det/5 depth/NN/obj/3 of/IN/case/8 14/CD/nummod/8"
    " km=kilometer/NNS/nmod/5 ././punct/3"
)
CHARGE = (
    "The/DT/det/2 port/NN/nsubj/3 booked=book/VBD/root/0 a/DT/det/5 charge/NN/obj/3 of/IN/case/9 60/CD/compound/8"
    " million/CD/nummod/9 florins=florin/NNS/nmod/5 ././punct/3"
)
TURNOUT = "The/DT/det/2 turnout/NN/nsubj/5 was=be/VBD/cop/5 61.5/CD/nummod/5 percent/NN/root/0 ././punct/5"
FELL = "Shares=share/NNS/nsubj/2 fell=fall/VBD/root/0 by/IN/case/5 8/CD/nummod/5 percent/NN/obl/2 ././punct/2"
ARRESTS = (
    "The/DT/det/2 number/NN/nsubj/5 of/IN/case/4 arrests=arrest/NNS/nmod/2 climbed=climb/VBD/root/0 to/IN/case/7"
    " 212/CD/obl/5 ././punct/5"
)
GAUGE = (
    "The/DT/det/2 river/NN/nsubj/3 reached=reach/VBD/root/0 6.2/CD/nummod/5 metres=metre/NNS/obj/3 at/IN/case/8 the/DT/det/8"
    " gauge/NN/nmod/5 ././punct/3"
)
ATTENDANCE = "The/DT/det/2 police/NNS/nsubj/3 put/VBD/root/0 attendance/NN/obj/3 at/IN/case/6 18,000/CD/obl/3 ././punct/3"
RESCUED = (
    "The/DT/det/2 number/NN/nsubj/5 of/IN/case/4 people/NNS/nmod/2 rescued=rescue/VBD/root/0 had=have/VBD/aux/7"
    " reached=reach/VBN/ccomp/5 101/CD/obj/7 ././punct/5"
)
FIREFIGHTERS = (
    "The/DT/det/3 40/CD/nummod/3 firefighters=firefighter/NNS/nsubj/4 rescued=rescue/VBD/root/0 a/DT/det/6 boy/NN/obj/4"
    " ././punct/4"
)
LOST_LIVES = (
    "Some/DT/det/3 12/CD/nummod/3 miners=miner/NNS/nsubj/4 lost=lose/VBD/root/0 their/PRP$/nmod:poss/6 lives=life/NNS/obj/4"
    " ././punct/4"
)
MAGNITUDE = "It/PRP/nsubj/3 had=have/VBD/aux/3 magnitude/NN/root/0 5.8/CD/nummod/3 ././punct/3"

ASIDE = (
    "400/CD/nummod/2 posts=post/NNS/root/0 ,/,/punct/2 most/JJS/nsubj/9 of/IN/case/6 them/PRP/nmod/4 abroad/RB/advmod/4 ,/,/punct/9"
    " go/VB/parataxis/2 soon/RB/advmod/9 ././punct/2"
)
AT_RISK = "Some/DT/det/3 400/CD/nummod/3 posts=post/NNS/nsubj/6 are=be/VBP/cop/6 at/IN/case/6 risk/NN/root/0 ././punct/6"
OTHERS_AT_RISK = "Some/DT/det/3 400/CD/nummod/3 divers=diver/NNS/nsubj/6 are=be/VBP/cop/6 at/IN/case/6 risk/NN/root/0 ././punct/6"
VERB_BEFORE = (
    "It/PRP/nsubj/2 will/MD/root/0 axe/VB/case/5 400/CD/nummod/5 posts=post/NNS/obj/2 ././punct/2"
)
FEE = "The/DT/det/2 fee/NN/nsubj/6 was=be/VBD/cop/6 $/$/compound/5 5/CD/nummod/6 million/CD/root/0 ././punct/6"
BOUGHT = "It/PRP/nsubj/2 bought=buy/VBD/root/0 a/DT/det/4 ferry/NN/obj/2 for/IN/case/7 9/CD/nummod/7 euros=euro/NNS/obl/2 ././punct/2"
DEVALUED = "It/PRP/nsubj/2 devalued=devalue/VBD/root/0 the/DT/det/4 korvat/NN/obj/2 by/IN/case/7 9/CD/nummod/7 percent/NN/obl/2 ././punct/2"
VOTE_SHARE = "He/PRP/nsubj/2 won=win/VBD/root/0 54/CD/nummod/4 percent/NN/obj/2 of/IN/case/7 the/DT/det/7 vote/NN/nmod/4 ././punct/2"
DATA = "They/PRP/nsubj/2 stole=steal/VBD/root/0 data=datum/NNS/obj/2 of/IN/case/6 400/CD/nummod/6 divers=diver/NNS/nmod/3 ././punct/2"
CASES = "Some/DT/det/3 400/CD/nummod/3 cases=case/NNS/nsubj:pass/5 were=be/VBD/aux:pass/5 confirmed=confirm/VBN/root/0 ././punct/5"


@pytest.mark.parametrize(
    ("sentence", "measured"),
    [
        (DIED_AND_MISSING, ["killed", "missing"]),
        (MISPARSED_MISSING, ["killed", "missing"]),
        (KILLED_OR_WOUNDED, ["casualties"]),
        (FEARED_DEAD, ["killed"]),
        (REPORTED_INJURED, ["injured"]),
        (TOLL, ["killed"]),
        (CAPTURED, ["captured"]),
        (SENT, ["deployed", None]),
        (ACCOUNTABLE, [None]),
        (JOBS, ["jobsCut", "workforceShareCut"]),
        (DROWNED, ["killed"]),
        (OF_WHICH, ["deployed", "injured"]),
        (INCLUDING, ["killed", "killed"]),
        (AMONG_THEM, ["killed", "killed"]),
        (ATTENDED, ["attended"]),
        (RISK, [None]),
        (ON_BOARD, ["onBoard"]),
        (LICENSED, ["capacity"]),
        (DEPTH, ["depth"]),
        (CHARGE, ["charge"]),
        (TURNOUT, ["turnout"]),
        (FELL, ["change"]),
        (ARRESTS, ["arrested"]),
        (GAUGE, ["waterLevel"]),
        (ATTENDANCE, ["attended"]),
        (RESCUED, ["rescued"]),
        (FIREFIGHTERS, [None]),
        (LOST_LIVES, ["killed"]),
        (MAGNITUDE, ["magnitude"]),
        (ASIDE, ["jobsCut"]),
        (AT_RISK, ["jobsAtRisk"]),
        (OTHERS_AT_RISK, [None]),
        (VERB_BEFORE, ["jobsCut"]),
        (FEE, ["price"]),
        (BOUGHT, ["dealValue"]),
        (DEVALUED, ["change"]),
        (VOTE_SHARE, ["voteShare"]),
        (DATA, ["dataExposed"]),
        (CASES, ["infected"]),
    ],
)
def test_the_words_around_a_figure_tell_its_measure(
    sentence: str, measured: list[str | None]
) -> None:
    assert [found.measure for found in quantities(parsed(sentence), MEASURES)] == measured


def only(sentence: str) -> Quantity:
    (found,) = quantities(parsed(sentence), MEASURES)
    return found


@pytest.mark.parametrize(
    ("sentence", "unit", "counted"),
    [
        (CAPTURED, "rebel", "North rebels"),
        (ON_BOARD, "person", "people"),
        (CHARGE, "florin", "florins"),
        (DEPTH, "kilometre", ""),
        (TURNOUT, "percent", ""),
        (TOLL, "person", ""),
        (MAGNITUDE, "magnitude", ""),
        (DROWNED, "person", "the dead"),
        (RESCUED, "person", ""),
    ],
)
def test_the_unit_is_what_is_counted_or_measured(sentence: str, unit: str, counted: str) -> None:
    found = only(sentence)
    assert (found.unit, found.counted) == (unit, counted)


def test_a_figure_without_a_noun_counts_what_the_one_before_it_counts() -> None:
    assert [found.unit for found in quantities(parsed(DIED_AND_MISSING), MEASURES)] == [
        "person",
        "person",
    ]
    assert [found.unit for found in quantities(parsed(OF_WHICH), MEASURES)] == [
        "soldier",
        "soldier",
    ]


def test_hedge_and_unit_belong_to_the_span() -> None:
    doc = parsed(KILLED_OR_WOUNDED)
    (found,) = quantities(doc, MEASURES)
    assert (found.span.cut(doc.text), found.hedge, found.min, found.max) == (
        "Some 3,000",
        "some",
        3000,
        3000,
    )


def test_a_part_of_a_known_whole_is_a_part() -> None:
    assert only(DROWNED).scope is Scope.PART
    assert [found.scope for found in quantities(parsed(OF_WHICH), MEASURES)] == [
        Scope.TOTAL,
        Scope.PART,
    ]


@pytest.mark.parametrize("sentence", [INCLUDING, AMONG_THEM])
def test_what_a_whole_includes_is_a_part(sentence: str) -> None:
    found = quantities(parsed(sentence), MEASURES)
    assert [one.scope for one in found] == [Scope.TOTAL, Scope.PART]


def test_what_one_place_alone_counts_is_a_part() -> None:
    found = only(
        "Some/DT/det/3 60/CD/nummod/3 people/NNS/nsubj/4 died=die/VBD/root/0 in/IN/case/7 the/DT/det/7 capital/NN/obl/4"
        " alone/RB/advmod/4 ././punct/4"
    )
    assert (found.measure, found.scope) == ("killed", Scope.PART)


@pytest.mark.parametrize(
    "sentence",
    [
        "Another/DT/det/3 500/CD/nummod/3 nurses=nurse/NNS/nsubj:pass/5 were=be/VBD/aux:pass/5 deployed=deploy/VBN/root/0",
        "500/CD/nummod/2 nurses=nurse/NNS/nsubj:pass/5 were=be/VBD/aux:pass/5 newly/RB/advmod/5 deployed=deploy/VBN/root/0",
        "500/CD/nummod/3 more/JJR/amod/3 nurses=nurse/NNS/nsubj:pass/5 were=be/VBD/aux:pass/5 deployed=deploy/VBN/root/0",
    ],
)
def test_what_comes_on_top_is_an_addition(sentence: str) -> None:
    found = only(sentence)
    assert (found.measure, found.scope, found.unit) == ("deployed", Scope.ADDITION, "nurse")


@pytest.mark.parametrize(
    ("sentence", "low"),
    [
        ("One/CD/nummod/2 sailor/NN/nsubj/3 drowned=drown/VBD/root/0 ././punct/3", 1),
        ("Nobody/NN/nsubj:pass/3 was=be/VBD/aux:pass/3 hurt/VBN/root/0 ././punct/3", 0),
        (
            "No/DT/det/2 deaths=death/NNS/nsubj:pass/4 were=be/VBD/aux:pass/4 reported=report/VBN/root/0 ././punct/4",
            0,
        ),
    ],
)
def test_one_and_none_are_figures_where_something_is_measured(sentence: str, low: int) -> None:
    found = only(sentence)
    assert (found.min, found.max, found.measure is None) == (low, low, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "One/CD/nummod/2 sailor/NN/nsubj/3 laughed=laugh/VBD/root/0 ././punct/3",
        "Nobody/NN/nsubj/2 laughed=laugh/VBD/root/0 ././punct/2",
        "The/DT/det/2 mayor/NN/nsubj/3 cited=cite/VBD/root/0 Order/NNP/obj/3 1066/CD/flat/4 ././punct/3",
        "They/PRP/nsubj/2 stole=steal/VBD/root/0 Apollo/NNP/obj/2 11/CD/flat/3 ././punct/2",
        "They/PRP/nsubj/2 met=meet/VBD/root/0 at/IN/case/5 Square/NNP/compound/5 Four/NNP/obl/2 ././punct/2",
        "It/PRP/nsubj/2 helps=help/VBZ/root/0 people/NNS/obj/2 under/IN/case/5 30/CD/nmod/3 ././punct/2",
        "It/PRP/nsubj/2 was=be/VBD/root/0 signed=sign/VBN/xcomp/2 1987/CD/obl/3 ././punct/2",
    ],
)
def test_pronouns_labels_ages_and_years_are_no_figures(sentence: str) -> None:
    assert quantities(parsed(sentence), MEASURES) == ()


def test_bare_digits_that_look_like_a_year_count_only_where_the_article_does_not_group_digits() -> (
    None
):
    demands = "The/DT/det/2 council/NN/nsubj/3 met=meet/VBD/root/0 1995/CD/nummod/5 demands=demand/NNS/obj/3 ././punct/3"
    assert [found.min for found in quantities(parsed(demands), MEASURES)] == [1995]
    assert [found.min for found in quantities(parsed(demands, KILLED_OR_WOUNDED), MEASURES)] == [
        3000
    ]


def test_police_and_the_like_need_no_plural() -> None:
    found = only(
        "Some/DT/det/3 1,200/CD/nummod/3 police/NN/nsubj:pass/5 were=be/VBD/aux:pass/5 deployed=deploy/VBN/root/0 ././punct/5"
    )
    assert (found.unit, found.measure) == ("police", "deployed")


def test_a_former_value_has_no_measure() -> None:
    found = quantities(
        parsed(
            "The/DT/det/2 toll/NN/nsubj/3 rose=rise/VBD/root/0 from/IN/case/5 14/CD/obl/3 to/IN/case/7 17/CD/obl/3"
        ),
        MEASURES,
    )
    assert [(row.min, row.measure) for row in found] == [(14, None), (17, "killed")]


def test_an_article_without_figures_has_none() -> None:
    assert quantities(parsed("It/PRP/nsubj/2 rained=rain/VBD/root/0 ././punct/2"), MEASURES) == ()


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "of",
                "the",
                "dead",
                "more",
                "than",
                "40",
                "1,200",
                "one",
                "people",
                "killed",
                "between",
                "and",
                "5",
                "million",
                "$",
                "%",
                ",",
                "no",
                "none",
                "other",
            ]
        ),
        min_size=1,
        max_size=14,
    )
)
def test_figures_lie_in_the_text_in_order_whatever_the_words(words: list[str]) -> None:
    doc = _flat(words)
    last = 0
    for found in quantities(doc, MEASURES):
        assert last <= found.span.start < found.span.end <= len(doc.text)
        last = found.span.end


def _flat(words: list[str]) -> Doc:
    tags = {
        "the": "DT",
        "no": "DT",
        "of": "IN",
        "than": "IN",
        "people": "NNS",
        "killed": "VBN",
        "and": "CC",
        ",": ",",
        "dead": "JJ",
    }
    rows = [
        f"{word}/{tags.get(word, 'CD')}/dep/{0 if number == 0 else 1}"
        for number, word in enumerate(words)
    ]
    return parsed(" ".join(rows))
