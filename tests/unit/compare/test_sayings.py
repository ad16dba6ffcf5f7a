import pytest

from kg.compare.sayings import Saying, never_said, said

POINTING = ""


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("I never said that the dam had failed", "I", "the dam had failed"),
        ("we did not say that the dam was safe", "we", "the dam was safe"),
        ("I didn’t say it was safe", "I", "it was safe"),
        ("She had never told reporters that the dam had failed", "She", "the dam had failed"),
        ("the firm has never ever stated that 60 people died", "the firm", "60 people died"),
        ("he hadn't said so", "he", POINTING),
        ("Mira Castel never said anything of the kind", "Mira Castel", POINTING),
        ("We never made any such statement.", "We", POINTING),
        ("she had been misquoted", "", POINTING),
        ("the Courier was putting words in her mouth", "", POINTING),
    ],
)
def test_a_claim_can_be_that_something_was_never_said(text: str, who: str, what: str) -> None:
    assert never_said(text, "said", denied=False) == Saying(who, what)


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        ("having said that the dam had failed", "", "the dam had failed"),
        ("ever saying so", "", POINTING),
        ("that he had told anyone that the dam was safe", "he", "the dam was safe"),
        ("making the remark", "", POINTING),
    ],
)
def test_having_said_something_can_be_denied(text: str, who: str, what: str) -> None:
    assert never_said(text, "denied", denied=True) == Saying(who, what)
    assert never_said(text, "said", denied=False) is None


def test_the_cue_can_deny_that_it_was_said() -> None:
    expected = Saying("", "the dam had failed")
    assert never_said("that the dam had failed", "denied telling", denied=False) == expected
    assert never_said("that the dam had failed", "has denied ever saying", denied=True) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the dam never failed",
        "I'm not saying that the dam failed",
        "he is not saying that",
        "it did not say when the dam had failed",
        "she had not been misquoted",
        "nobody said the dam had failed",
        "the dam had failed",
    ],
)
def test_other_negations_leave_open_what_was_said(text: str) -> None:
    assert never_said(text, "said", denied=False) is None


@pytest.mark.parametrize("text", ["that the dam had failed", "claims that the dam had failed"])
def test_what_is_denied_is_not_always_a_saying(text: str) -> None:
    assert never_said(text, "denied", denied=True) is None


def test_a_claim_can_be_that_somebody_said_something() -> None:
    found = said("that Mira Castel had repeatedly said the dam had failed")
    assert found == Saying("Mira Castel", "the dam had failed")
    assert said("the mayor told the council that the dam was safe") == Saying("the mayor", "the dam was safe")  # fmt: skip


@pytest.mark.parametrize(
    "text", ["he said so", "the dam, she said, had failed", "she did not say when"]
)
def test_what_names_no_saying_is_none(text: str) -> None:
    assert said(text) is None
