"""Only claims of one story that share something are paired, however many stories a pile has."""

import random
from itertools import combinations

from kg.compare.blocking import blocks, pairs
from kg.compare.statements import Reader, Statement
from kg.compare.stories import Stories
from kg.model import Article, Claim
from tests.factory import article, claim, quantity
from tests.unit.compare.scenes import MEASURES

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _told(number: int) -> tuple[list[Article], list[Claim]]:
    """Two articles of a story that shares no word but "dead" with others, each with a figure and a statement."""
    letter = LETTERS[number]
    words = [f"{letter}{vowel}{other}ton" for vowel in "aeiou" for other in LETTERS[:8]]
    articles, claims = [], []
    for teller in range(2):
        random.Random(teller).shuffle(words)  # noqa: S311
        lines = [f"9 dead at {words[0]}", f"{words[1]} failed {words[2]}", " ".join(words)]
        made = article("\n".join(lines), f"{number}-{teller}.txt", published="2031-03-04")
        articles.append(made)
        claims.append(
            claim(
                made,
                lines[0],
                quantities=(quantity(made, "9", 9, 9, unit="person", measure="killed"),),
            )
        )
        claims.append(claim(made, lines[1]))
    return articles, claims


def _pile(stories: int) -> tuple[list[Article], list[Statement]]:
    told = [_told(number) for number in range(stories)]
    articles = [one for articles, _ in told for one in articles]
    claims = [one for _, claims in told for one in claims]
    return articles, Reader(articles, (), {}).statements(claims)


def _paired(stories: int) -> list[tuple[Statement, Statement]]:
    articles, statements = _pile(stories)
    return list(pairs(statements, MEASURES, Stories(articles)))


def test_pairs_grow_with_stories_and_not_with_their_square() -> None:
    assert len(_paired(1)) > 0
    assert len(_paired(20)) == 20 * len(_paired(1))


def test_pairs_are_those_of_all_blocks_that_are_of_one_story_each_once_and_in_order() -> None:
    articles, statements = _pile(5)
    stories = Stories(articles)
    expected = {
        (left, right)
        for members in blocks(statements, MEASURES).values()
        for left, right in combinations(members, 2)
        if stories.one(statements[left].article.id, statements[right].article.id)
    }
    found = list(pairs(statements, MEASURES, stories))
    assert found == [(statements[left], statements[right]) for left, right in sorted(expected)]


def test_who_is_related_is_who_is_of_one_story() -> None:
    dice = random.Random(3)  # noqa: S311
    words = [f"{first}{second}rin" for first in LETTERS for second in LETTERS[:6]]
    pile = [
        article(" ".join(dice.choices(words, k=dice.randint(1, 60))), f"{number}.txt")
        for number in range(40)
    ]
    stories = Stories([*pile, article("It is.", "idle.txt")])
    ids = [one.id for one in pile]
    found = {(a, b) for a in ids for b in ids if b in stories.related(a)}
    assert found == {(a, b) for a in ids for b in ids if stories.one(a, b)}
    assert len(ids) < len(found) < len(ids) ** 2
