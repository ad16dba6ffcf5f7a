import pytest

from kg.compare import compare
from kg.compare.propositions import coverage, opposed, telling, weigh
from kg.compare.rules import rules
from kg.compare.stories import Stories
from kg.model import RelationKind
from kg.vocabulary import load_measures
from tests.factory import article, quantity, sample_collection
from tests.unit.compare.scenes import MEASURES, Scene, background

NINE = "Nine people had died by noon at the mill behind the weir of the upper valley farms"
THIRTEEN = "Thirteen people had died by noon"


def _dispute(copies: int = 0) -> Scene:
    scene = Scene()
    report = scene.report(
        f"{NINE}, the Velm Fire Service said on the day that the old wall gave way."
    )
    nine = quantity(report, "Nine", 9, 9, unit="person", measure="killed")
    scene.say("a", report, NINE, "Velm Fire Service", nine)
    for number in range(copies):
        copied = article(
            report.text + " " * (number + 1), f"copy{number}.md", published="2031-03-05"
        )
        scene.articles.append(copied)
        scene.say(f"a{number}", copied, NINE, "Velm Fire Service", nine)
    other = scene.report(f"{THIRTEEN}, the hospital said.")
    thirteen = quantity(other, "Thirteen", 13, 13, unit="person", measure="killed")
    scene.say("b", other, THIRTEEN, "Rivermouth Hospital", thirteen)
    return scene


def test_a_reason_quotes_both_sides() -> None:
    relation = _dispute().compare().relations[0]
    assert NINE in relation.why
    assert THIRTEEN in relation.why
    assert relation.why.endswith(".")


def test_a_score_counts_the_confidence_of_the_weaker_claim() -> None:
    scene = _dispute()
    sure = scene.compare().relations[0].score
    scene.claims[0] = scene.claims[0].model_copy(update={"confidence": 0.5})
    assert scene.compare().relations[0].score == pytest.approx(sure / 2)


def test_copies_stand_as_their_original_does_and_not_to_it() -> None:
    scene = _dispute(copies=2)
    assert len(scene.compare().origins) == 2
    assert scene.found() == {("contradicts", name, "b") for name in ("a", "a0", "a1")}


def test_claims_of_one_upstream_source_are_not_independent() -> None:
    scene = _dispute()
    source = scene.speaker("A rescuer")
    scene.claims = [c.model_copy(update={"via": (source,)}) for c in scene.claims]
    assert [relation.independent for relation in scene.compare().relations] == [False]
    assert [relation.independent for relation in _dispute().compare().relations] == [True]


def test_articles_of_two_stories_are_not_compared() -> None:
    scene = _dispute()
    texts = {c.id: c.text for c in scene.claims}
    other = article(
        f"{THIRTEEN} in a tram crash near the opera of Lisk, say its surgeons.", "lisk.md"
    )
    moved = scene.claims[1].model_copy(update={"article": other.id})
    assert texts[moved.id] == THIRTEEN
    found = compare(
        [scene.articles[0], other], [scene.claims[0], moved], scene.known_entities(), MEASURES
    )
    assert found.relations == ()


def test_nothing_compared_gives_nothing() -> None:
    assert compare([], [], [], MEASURES).relations == ()


def test_the_sample_pile_holds_its_dispute_its_update_and_its_reprint() -> None:
    pile = sample_collection()
    found = compare(pile.articles, pile.claims, pile.entities, load_measures())
    assert found.origins == pile.origins
    kinds = [relation.kind for relation in found.relations]
    assert kinds.count(RelationKind.UPDATES) == 1
    assert RelationKind.CONTRADICTS in kinds


def test_every_rule_has_a_name_of_its_own_and_a_purpose() -> None:
    table = rules(MEASURES, {})
    assert len({rule.name for rule in table}) == len(table)
    assert all(rule.purpose.endswith(".") for rule in table)


def test_rare_senses_weigh_more_than_common_ones() -> None:
    scene = Scene()
    report = scene.report("The dam holds. The dam leaks. The dam cracked.")
    for words in ("The dam holds", "The dam leaks", "The dam cracked"):
        scene.say(words, report, words, None)
    weights = weigh(scene.statements())
    assert 0 < weights["dam"] < weights["leak"] <= 1


def test_two_rare_senses_tell_and_one_does_not() -> None:
    weights = {"dam": 0.3, "leak": 0.9, "weir": 0.8}
    assert telling(frozenset({"leak", "weir"}), weights)
    assert not telling(frozenset({"leak"}), weights)


def test_nothing_covers_nothing() -> None:
    assert coverage(frozenset(), frozenset({"dam"}), {}) == 0


def test_opposites_need_a_subject_in_common() -> None:
    left, right = frozenset({"school", "mill", "empty"}), frozenset({"school", "mill", "full"})
    assert opposed(left, right, {}, 0.5)
    assert not opposed(frozenset({"empty"}), frozenset({"full"}), {}, 0.0)


def test_articles_are_of_one_story_by_the_words_they_share() -> None:
    one, two = (article(f"Report {n}{background(n)}", f"{n}.md") for n in (1, 2))
    other = article("Shares of a maker of test equipment fell in early trading.", "3.md")
    stories = Stories([one, two, other])
    assert stories.one(one.id, two.id)
    assert stories.one(other.id, other.id)
    assert not stories.one(one.id, other.id)
    assert stories.alike(one.id, other.id) == stories.alike(other.id, one.id) < 0.05


def test_an_article_of_idle_words_is_like_no_other() -> None:
    empty, full = article("And so it is.", "a.md"), article("A dam broke.", "b.md")
    assert Stories([empty, full]).alike(empty.id, full.id) == 0
