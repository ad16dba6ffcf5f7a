"""Judgements hold whatever the articles say, and neither their order nor that of the articles makes a difference."""

from collections.abc import Sequence
from random import Random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kg.errors import JudgementError
from kg.model import Answer, Extraction, Judgement, Pairing, Resolution
from kg.resolve import resolve
from tests.property.test_resolve import NAMES, extractions


@st.composite
def judgements(draw: st.DrawFn) -> list[Judgement]:
    rows = draw(
        st.lists(
            st.tuples(st.sampled_from(NAMES), st.sampled_from(Answer), st.sampled_from(NAMES)),
            max_size=5,
            unique=True,
        )
    )
    return [
        Judgement(left=left, right=right, answer=answer, line=number)
        for number, (left, answer, right) in enumerate(rows, start=2)
    ]


def built(pile: list[Extraction], rows: Sequence[Judgement]) -> Resolution | None:
    """What comes of it, or None where the judgements cannot all hold."""
    try:
        return resolve(pile, rows)
    except JudgementError:
        return None


def told(found: Resolution | None) -> tuple[object, ...] | None:
    """All that a build writes of it: judgements without their lines."""
    if found is None:
        return None
    return found.entities, found.claims, tuple(map(_lineless, found.pairings))


def _lineless(row: Pairing) -> Pairing:
    said = row.judgement and row.judgement.model_copy(update={"line": 1})
    return row.model_copy(update={"judgement": said})


@given(extractions(), judgements(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_no_order_makes_a_difference(
    pile: list[Extraction], rows: list[Judgement], random: Random
) -> None:
    shuffled, turned = list(pile), list(rows)
    random.shuffle(shuffled)
    random.shuffle(turned)
    assert told(built(pile, rows)) == told(built(shuffled, turned))


@given(extractions(), judgements())
@settings(max_examples=300, deadline=None)
def test_what_is_judged_holds(pile: list[Extraction], rows: list[Judgement]) -> None:
    found = built(pile, rows)
    assume(found is not None)
    assert found is not None
    noted = {note.judgement for note in found.unheeded}
    for row in found.pairings:
        if row.judgement is None or row.judgement in noted:
            continue
        if row.judgement.answer is Answer.DIFFERENT:
            assert row.outcome == "apart"
            assert not any({row.left, row.right} <= bearing for bearing in _names(found, pile))
        elif row.judgement.answer is Answer.SAME:
            assert row.outcome == "joined"


def _names(found: Resolution, pile: list[Extraction]) -> list[set[str]]:
    """The names under which each entity is known to the articles, apart from what they call it besides."""
    names = {referent.id: referent.name for e in pile for referent in e.referents}
    names |= {f"{e.article.id}#publisher": e.article.publisher or "" for e in pile}
    return [{names[id_] for id_ in entity.referents} for entity in found.entities]


@given(extractions(), judgements())
@settings(max_examples=150, deadline=None)
def test_unsure_and_unheeded_judgements_change_nothing(
    pile: list[Extraction], rows: list[Judgement]
) -> None:
    unsure = [row.model_copy(update={"answer": Answer.UNSURE}) for row in rows]
    assert resolve(pile, unsure).entities == resolve(pile).entities


@given(extractions(), judgements())
@settings(max_examples=150, deadline=None)
def test_every_referent_stays_in_one_entity(pile: list[Extraction], rows: list[Judgement]) -> None:
    found = built(pile, rows)
    assume(found is not None)
    assert found is not None
    merged = [referent for entity in found.entities for referent in entity.referents]
    assert len(merged) == len(set(merged))
    assert {r.id for e in pile for r in e.referents} <= set(merged)
