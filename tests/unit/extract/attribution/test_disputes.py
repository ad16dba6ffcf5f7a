import pytest

from kg.extract import extract
from kg.extract.attribution.combined import attributions
from kg.extract.attribution.disputes import disputes
from kg.language import parse
from kg.language.quotations import quotations
from kg.model import Article, Modality, Polarity
from kg.vocabulary import load_measures


def found(text: str) -> dict[str, bool]:
    """Each content, and whether it disputes what others said."""
    doc = parse(text)
    return {
        row.content.cut(text): disputes(doc, row)
        for row in attributions(doc, quotations(text).quotations)
    }


@pytest.mark.parametrize(
    "text",
    [
        "The company rejected the allegation.",
        "The mayor called the allegation absurd.",
        "Beijing dismissed the claims as nonsense.",
        "The minister called it a lie.",
        "The operator rejected this.",
        "The spokesman described the reports as pure fabrication.",
    ],
)
def test_who_denies_what_others_said_without_saying_it_again_disputes_it(text: str) -> None:
    assert list(found(text).values()) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The union called the report useful.",
        "The court rejected the appeal.",
        "The mayor rejected the plan.",
        "The firm denied that it had bribed officials.",
        "She called it a success.",
    ],
)
def test_what_is_no_denial_or_says_what_it_denies_does_not_point(text: str) -> None:
    assert not any(found(text).values())


def modalities(text: str) -> list[tuple[str, Modality, Polarity]]:
    article = Article.of(text, "a.txt")
    return [
        (row.text, row.modality, row.polarity)
        for row in extract(article, load_measures()).claims
        if row.cue
    ]


def test_a_denial_by_itself_denies() -> None:
    text = "Mira Castel said the sluice was open. The operator called the claim absurd."
    assert modalities(text)[1] == ("the claim absurd", Modality.DENIED, Polarity.NEGATIVE)


def test_a_denial_that_goes_on_to_say_how_things_were_is_a_stance() -> None:
    text = "Mira Castel said the sluice was open. The operator rejected that account, saying its staff had shut the sluice."
    assert modalities(text)[1] == ("that account", Modality.ATTITUDE, Polarity.NEGATIVE)


def test_rejecting_claims_that_something_was_so_denies_it() -> None:
    text = (
        "The transport ministry rejected claims that it had asked the army to keep supplies moving."
    )
    assert [row[1:] for row in modalities(text)] == [(Modality.DENIED, Polarity.NEGATIVE)]
