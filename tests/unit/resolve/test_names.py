import pytest

from kg.resolve.names import (
    demonym_of,
    fold,
    initials,
    is_acronym,
    normal,
    person_words,
    plain,
    unowned,
    words,
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Tide Office", "tide office"),
        ("  Tide\tOffice ", "tide office"),
        ("Café-Órgano", "cafe organo"),
        ("Tide Office’s", "tide office"),
        ("the", "the"),
        ("Ministry of Defence", "ministry of defense"),
    ],
)
def test_a_name_is_compared_without_case_accents_articles_and_possessives(
    name: str, expected: str
) -> None:
    assert normal(name) == expected


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("kyiv", "kiev"),
        ("marchenko", "marchenkko"),
        ("yuri", "yuriy"),
        ("velmskyy", "velmsky"),
        ("velmskyi", "velmsky"),
        ("khorvat", "horvat"),
        ("ratzov", "ratsov"),
    ],
)
def test_transliterations_of_one_word_fold_to_one_form(left: str, right: str) -> None:
    assert fold(left) == fold(right)


@pytest.mark.parametrize(("left", "right"), [("petra", "pavla"), ("un", "il"), ("velm", "valm")])
def test_different_words_stay_different_when_folded(left: str, right: str) -> None:
    assert fold(left) != fold(right)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Prof. Ada Quill", ("ada", "quill")),
        ("Deputy Prime Minister Ada Quill", ("ada", "quill")),
        ("Ada B. Quill", ("ada", "quill")),
        ("A. Quill", ("a", "quill")),
        ("Mayor", ("mayor",)),
        ("Sun Mi-rae", ("sun", "mi", "rae")),
    ],
)
def test_a_person_is_compared_without_titles_and_middle_initials(
    name: str, expected: tuple[str, ...]
) -> None:
    assert person_words(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("TWO", True),
        ("T.W.O.", True),
        ("Two", False),
        ("T", False),
        ("T20", False),
        ("TOOLONGG", False),
    ],
)
def test_acronyms_are_two_to_six_capitals(name: str, *, expected: bool) -> None:
    assert is_acronym(name) is expected


def test_initials_are_taken_with_and_without_linking_words() -> None:
    assert initials("Office of Tidal Records") == {"ootr", "otr"}


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("norwegian", "norway"),
        ("dutch", "netherlands"),
        ("portuguese", "portugal"),
        ("japanese", "japan"),
        ("nigerian", "nigeria"),
        ("austrian", "austria"),
        ("korean", "korea"),
        ("norway", "norway"),
        ("stately", None),
        ("martian", None),
        ("an", None),
    ],
)
def test_demonyms_stand_for_their_country(phrase: str, country: str | None) -> None:
    found = demonym_of(phrase)
    assert found == country


@pytest.mark.parametrize(
    ("name", "core", "owner"),
    [
        ("Norway's Tide Service", "tide service", "norway"),
        ("Tide Service of Norway", "tide service", "norway"),
        ("Japanese Tide Service", "tide service", "japan"),
        ("South Korea’s Tide Service", "tide service", "south korea"),
        ("Velmland's Tide Service", "tide service", "velmland"),
        ("Ministry of the Interior", "interior ministry", None),
        ("Tide Service", "tide service", None),
        ("Norway Bank", "norway bank", None),
    ],
)
def test_a_body_is_parted_from_its_country(name: str, core: str, owner: str | None) -> None:
    assert unowned(name) == (core, owner)


def test_words_and_plain_agree_on_what_a_letter_is() -> None:
    assert words("Ōta-Bay") == tuple(plain("Ōta-Bay").split()) == ("ota", "bay")
