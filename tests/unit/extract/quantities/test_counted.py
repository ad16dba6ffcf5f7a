import pytest

from kg.extract.quantities.counted import counted, of_which
from tests.parsed import parsed


@pytest.mark.parametrize(
    ("sentence", "words", "head"),
    [
        ("40/CD/nummod/2 miners=miner/NNS/nsubj/3 left=leave/VBD/root/0", "miners", "miners"),
        ("40/CD/nummod/4 coal/NN/compound/4 mine/NN/compound/4 workers=worker/NNS/nsubj/5 left=leave/VBD/root/0", "coal mine workers", "workers"),
        ("40/CD/nummod/4 newly/RB/advmod/3 trained/VBN/amod/4 nurses=nurse/NNS/root/0", "newly trained nurses", "nurses"),
        ("40/CD/nummod/4 South/NNP/amod/4 Velmian/JJ/amod/4 nurses=nurse/NNS/root/0", "South Velmian nurses", "nurses"),
        ("4/CD/nummod/6 rotating/VBG/amod/6 battalion/NN/compound/5 -/HYPH/punct/5 sized/JJ/amod/6 units=unit/NNS/root/0", "rotating battalion-sized units", "units"),
        ("40/CD/nummod/3 sports=sport/NNS/compound/3 halls=hall/NNS/root/0", "sports halls", "halls"),
        ("40/CD/nummod/2 aircraft/NN/root/0", "aircraft", "aircraft"),
        ("dozens/CD/root/0 of/IN/case/3 places=place/NNS/nmod/1", "places", "places"),
        ("40/CD/root/0 of/IN/case/4 the/DT/det/4 guests=guest/NNS/nmod/1", "the guests", "guests"),
        ("40/CD/root/0 of/IN/case/3 them/PRP/nmod/1", "them", "them"),
        ("4/CD/root/0 of/IN/case/5 the/DT/det/5 nine/CD/nummod/5 boats=boat/NNS/nmod/1", "the nine boats", "boats"),
        ("14/CD/root/0 of/IN/case/3 rain/NN/nmod/1 fell=fall/VBD/acl/3", "rain", "rain"),
    ],
)  # fmt: skip
def test_the_noun_behind_a_figure_is_what_it_counts(sentence: str, words: str, head: str) -> None:
    doc = parsed(sentence)
    found = counted(doc, 1)
    assert found.head is not None
    assert (doc[found.first : found.end].text, found.head.text) == (words, head)


@pytest.mark.parametrize(
    "sentence",
    [
        "40/CD/nsubj/2 died=die/VBD/root/0",
        "40/CD/obl/3 Tuesday/NNP/obl/3 fell=fall/VBD/root/0",
        "40/CD/nummod/2 nationwide/NN/root/0",
        "40/CD/root/0",
        "40/CD/root/0 of/IN/case/1",
        "40/CD/root/0 newly/RB/advmod/1",
        "40/CD/root/0 killed=kill/VBN/acl/1 in/IN/case/4 May/NNP/obl/2",
    ],
)
def test_a_figure_without_a_noun_counts_nothing_that_is_said(sentence: str) -> None:
    assert counted(parsed(sentence), 1).head is None


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("40/CD/root/0 of/IN/case/4 the/DT/det/4 guests=guest/NNS/nmod/1", True),
        ("40/CD/root/0 of/IN/case/3 those/DT/nmod/1 killed=kill/VBN/acl/3", True),
        ("dozens/CD/root/0 of/IN/case/3 places=place/NNS/nmod/1", False),
        ("40/CD/nummod/2 guests=guest/NNS/root/0", False),
    ],
)
def test_only_a_known_whole_makes_a_part(sentence: str, part: bool) -> None:
    assert counted(parsed(sentence), 1).part is part


def test_of_which_takes_up_what_was_counted_before() -> None:
    doc = parsed(
        "900/CD/nummod/2 boats=boat/NNS/root/0 of/IN/case/4 which/WDT/obl/6 80/CD/nsubj/6 sank=sink/VBD/acl/2"
    )
    taken = of_which(doc, 4)
    assert taken is not None
    assert (taken.text, of_which(doc, 1)) == ("which", None)
