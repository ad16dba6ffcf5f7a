import pytest

from kg.compare.deeds import FIRST_SHOT, SPEAKER, deed


@pytest.mark.parametrize(
    ("text", "cue", "doer", "to"),
    [
        ("Ukraine for the strike on the refinery", "blamed", "Ukraine", "the strike on the refinery"),
        ("the strike on the refinery on the Harrow Brigade", "blames", "the Harrow Brigade", "the strike on the refinery"),
        ("Russia of blowing up the dam", "has accused", "Russia", "the dam"),
        ("responsibility for the attack on the station", "claimed", SPEAKER, "the attack on the station"),
        ("Russia carried out the strike on the refinery itself", "said", "Russia", "the strike on the refinery"),
        ("that Velm Front was behind the attack on the bank", "said", "Velm Front", "the attack on the bank"),
        ("The attack on the bank was the work of Velm Front", "said", "Velm Front", "The attack on the bank"),
        ("The fire was set at dusk by Jonas Pell", "said", "Jonas Pell", "The fire"),
        ("It was Jonas Pell who set the fire", "said", "Jonas Pell", "the fire"),
        ("Jonas Pell, a mill hand, had set the fire at the mill", "said", "Jonas Pell", "the fire at the mill"),
        ("Mira Castel was killed by Jonas Pell on Monday", "said", "Jonas Pell", "Mira Castel"),
    ],
)  # fmt: skip
def test_who_did_what_is_read_from_the_main_clause_and_the_cue(
    text: str, cue: str, doer: str, to: str
) -> None:
    found = deed(text, cue)
    assert found is not None
    assert (found.doer, found.to, found.joint) == (doer, to, False)


@pytest.mark.parametrize("text", ["Armenia fired first", "Armenia had fired the first shot"])
def test_who_began_to_shoot_is_a_deed(text: str) -> None:
    found = deed(text, "said")
    assert found is not None
    assert (found.doer, found.act) == ("Armenia", FIRST_SHOT)


@pytest.mark.parametrize(
    "text",
    [
        "Jonas Pell set the fires",
        "Jonas Pell set a fire",
        "Jonas Pell set the table",
        "nine people were killed by the flood",
        "the fire was set at dusk",
        "the state is responsible for the school",
        "the strike by nurses hit hospitals",
    ],
)
def test_several_deeds_and_other_matters_are_left_out(text: str) -> None:
    assert deed(text, "said") is None


@pytest.mark.parametrize(
    "text",
    [
        "Jonas Pell set the fire together with others",
        "Jonas Pell was one of those who set the fire",
        "Jonas Pell may have set the fire",
        "Jonas Pell also set the fire",
        "Russia carried out the strike with Belarus",
    ],
)
def test_what_may_have_other_doers_is_no_deed_of_one(text: str) -> None:
    found = deed(text, "said")
    assert found is None or found.joint
