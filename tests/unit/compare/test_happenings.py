import pytest

from kg.compare.happenings import happening


@pytest.mark.parametrize(
    ("text", "verb", "who", "where"),
    [
        ("police arrested Dhiren Pasal in Harrow", "arrest", {"dhiren", "pasal"}, "in Harrow"),
        ("that Jonas Pell had died in the town of Harrow, in Sarn", "die", {"jonas", "pell"}, "in the town of Harrow"),
        ("The ferry went down in the strait", "sink", {"ship"}, "in the strait"),
        ("the owner, Dhiren Pasal, was detained at the airport", "arrest", {"dhiren", "pasal"}, "at the airport"),
    ],
)  # fmt: skip
def test_what_happened_once_is_read_from_plain_sentences(
    text: str, verb: str, who: set[str], where: str
) -> None:
    found = happening(text)
    assert found is not None
    assert (found.verb, set(found.who), found.where) == (verb, who, where)


@pytest.mark.parametrize(
    "text",
    [
        "the wife of Jonas Pell was killed in Harrow",
        "Pell and Ilves were arrested in Harrow",
        "Nine people were killed in Harrow",
        "the man was arrested in Harrow",
        "the fires began in Harrow",
        "She died at home",
        "Jonas Pell spoke in Harrow",
    ],
)
def test_several_others_and_what_happens_again_are_left_out(text: str) -> None:
    assert happening(text) is None


def test_a_name_may_be_shorter_and_is_not_another() -> None:
    full, short, other = (
        happening(f"{name} was arrested in Harrow") for name in ("Jonas Pell", "Pell", "Mira Pell")
    )
    assert full is not None
    assert short is not None
    assert other is not None
    assert full.is_that_of(short)
    assert not full.is_that_of(other)
