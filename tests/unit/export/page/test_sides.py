from itertools import combinations

import pytest

from kg.export.page.sides import sides
from kg.export.page.threads import disputes, figures
from kg.model import Claim, RelationKind
from tests.factory import Pile, article, claim, quantity, relation, sample_collection

WORDS = ("Ten rigs stand idle.", "Eleven rigs stand idle.", "Twelve rigs stand idle.")
REPORT = article("\n\n".join((*WORDS, "The pier is open.", "The pier is shut.")))
KIND = ("idle", "rig")


def rigs(words: str, low: float | None, high: float | None) -> Claim:
    figure = quantity(REPORT, words.split(maxsplit=1)[0], low, high, unit="rig", measure="idle")
    return claim(REPORT, words.rstrip("."), quantities=(figure,))


TEN, ELEVEN, TWELVE = (
    rigs(words, count, count) for words, count in zip(WORDS, (10, 11, 12), strict=True)
)


def clashes(*pairs: tuple[Claim, Claim]) -> set[frozenset[str]]:
    return {frozenset((left.id, right.id)) for left, right in pairs}


def test_figures_that_clash_by_way_of_a_third_are_sides_of_their_own_the_smallest_first() -> None:
    found = sides((TWELVE, TEN, ELEVEN), clashes((TEN, ELEVEN), (ELEVEN, TWELVE)), KIND)
    assert found == ((TEN.id,), (ELEVEN.id,), (TWELVE.id,))


def test_an_open_range_stands_with_a_figure_within_it() -> None:
    more = rigs("Eleven rigs stand idle.", 11, None)
    found = sides((TEN, more, TWELVE), clashes((TEN, more)), KIND)
    assert found == ((TEN.id,), (more.id, TWELVE.id))


@pytest.mark.parametrize("kind", [KIND, (None, None)])
def test_nothing_clashes_within_a_side(kind: tuple[str | None, str | None]) -> None:
    at_odds = clashes((TEN, ELEVEN), (TEN, TWELVE))
    for side in sides((TEN, ELEVEN, TWELVE), at_odds, kind):
        assert not any(frozenset(pair) in at_odds for pair in combinations(side, 2))


def test_a_side_has_who_bears_it_out_with_it_and_copies_are_one_origin() -> None:
    pile = Pile()
    (found,) = disputes(sample_collection())
    assert {frozenset(side) for side in found.sides} == {
        frozenset({pile.fourteen.id, pile.copied.id}),
        frozenset({pile.eleven.id}),
    }
    assert found.origins == (1, 1)


def test_a_dispute_with_origins_on_both_sides_comes_before_one_with_more_on_one() -> None:
    pile = Pile()
    open_, shut = (claim(REPORT, words) for words in ("The pier is open", "The pier is shut"))
    others = [article(f"The pier is open. {number}", f"{number}.txt") for number in range(2)]
    echoes = [claim(other, "The pier is open") for other in others]
    sample = sample_collection()
    apart = tuple(
        relation(RelationKind.CORROBORATES, *sorted((open_, echo), key=lambda row: row.id))
        for echo in echoes
    )
    whole = sample.model_copy(
        update={
            "articles": (*sample.articles, REPORT, *others),
            "claims": (*sample.claims, open_, shut, *echoes),
            "relations": (
                *sample.relations,
                relation(RelationKind.CONTRADICTS, open_, shut),
                *apart,
            ),
        }
    )
    first, second = disputes(whole)
    assert first.origins == (3, 1)
    assert second.origins == (1, 1)
    assert pile.eleven.id in second.claims


def test_figures_gather_what_is_repeated_disputed_or_brought_up_to_date() -> None:
    pile = Pile()
    (found,) = figures(sample_collection())
    assert set(found.claims) == {pile.nine.id, pile.eleven.id, pile.fourteen.id, pile.copied.id}
    assert (found.measure, found.unit) == ("killed", "person")
