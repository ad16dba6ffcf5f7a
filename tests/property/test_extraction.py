"""Whatever the text, extraction reads it to the end and everything it gives is cut from it."""

from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.extract import extract
from kg.model import Claim, Extraction, Measures, Span
from kg.vocabulary import load_measures
from tests.factory import article

WORDS = [
    "The",
    "mayor",
    "said",
    "that",
    "nine",
    "people",
    "told",
    "Reuters",
    "he",
    "she",
    "it",
    "they",
    "denied",
    "according",
    "to",
    "citing",
    "quoted",
    "as",
    "saying",
    "by",
    "on",
    "Friday",
    ",",
    ".",
    ";",
    ":",
    "?",
    "!",
    '"',
    "'",
    "“",
    "”",
    "‘",
    "’",
    "``",
    "''",
    "(",
    ")",
    "[",
    "]",
    "-",
    "—",
    "\n",
    "\n\n",
    "\t",
    "9",
    "3,000",
    "£4m",
    "30%",
    "🌊",
    "Zoë",
    "김",
    "and",
    "but",
    "who",
]
TEXTS = st.one_of(
    st.text(alphabet="abC ,.;\"'“”‘’`\n\t0%—🌊é", min_size=1, max_size=120),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join),
).filter(str.strip)
QUICK = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def measures() -> Measures:
    return load_measures()


def read(text: str) -> Extraction:
    return extract(article(text), measures())


def spans(claim: Claim) -> list[Span]:
    named = [span for span in (claim.cue, claim.source) if span is not None]
    return [claim.content, claim.sentence, *named, *(figure.span for figure in claim.quantities)]


@QUICK
@given(TEXTS)
def test_every_span_lies_in_the_text_and_every_claim_is_cut_from_it(text: str) -> None:
    found = read(text)
    for claim in found.claims:
        assert claim.text == claim.content.cut(text)
        assert claim.text.strip()
        assert all(span.end <= len(text) for span in spans(claim))
    mentions = [mention for who in found.referents for mention in who.mentions]
    assert all(span.end <= len(text) for span in mentions)
    assert all(finding.span.end <= len(text) for finding in found.findings)


@QUICK
@given(TEXTS)
def test_ids_are_unique_and_known(text: str) -> None:
    found = read(text)
    claims = [claim.id for claim in found.claims]
    referents = [who.id for who in found.referents]
    assert len(set(claims)) == len(claims)
    assert len(set(referents)) == len(referents)
    for claim in found.claims:
        assert {claim.speaker, *claim.via, *claim.about} - {None} <= set(referents)


@QUICK
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)
