import pytest

from kg.compare.lexicon import lexicon, sense, stem, tokens


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        ("stop stops stopped stopping", "stop"),
        ("city cities", "city"),
        ("deny denied denies", "deny"),
        ("begin began begun beginning", "begin"),
        ("crash crashes crashed", "crash"),
        ("close closes closed closing", "clos"),
        ("bus", "bus"),
    ],
)
def test_forms_of_one_word_have_one_stem(forms: str, expected: str) -> None:
    assert {stem(form) for form in forms.split()} == {expected}


@pytest.mark.parametrize(
    ("left", "right"),
    [("shut", "closed"), ("blaze", "fires"), ("padlocked", "locked"), ("troops", "soldiers")],
)
def test_synonyms_have_one_sense(left: str, right: str) -> None:
    assert sense(left) == sense(right)


@pytest.mark.parametrize(("left", "right"), [("open", "close"), ("killed", "injured")])
def test_other_words_have_other_senses(left: str, right: str) -> None:
    assert sense(left) != sense(right)


def test_phrases_count_as_one_word() -> None:
    assert tokens("She went down at 3 a.m.") == ["she", "sink", "at", "a.m"]


def test_possessives_and_figures_are_no_words() -> None:
    assert tokens("the town’s 3 horns didn’t") == ["the", "town", "horns", "didn't"]


def test_opposites_hold_both_ways() -> None:
    opposites = lexicon().opposite
    assert opposites
    assert all(word in opposites[other] for word, others in opposites.items() for other in others)


def test_no_word_is_its_own_opposite() -> None:
    assert not [word for word, others in lexicon().opposite.items() if word in others]


def test_idle_words_are_no_synonyms_of_telling_ones() -> None:
    assert not lexicon().idle & lexicon().group.keys()
