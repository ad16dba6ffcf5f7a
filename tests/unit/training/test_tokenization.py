"""The tokenizer, as set by training and as shipped."""

import pytest
import spacy
from spacy.language import Language

from kg.language import load
from training.tokenization import set_tokenizer


@pytest.fixture(scope="module")
def fresh() -> Language:
    nlp = spacy.blank("en")
    set_tokenizer(nlp)
    return nlp


@pytest.mark.parametrize(
    "words",
    [
        "pro-government|and|anti-aircraft|Non-EU|re-elected|ex-minister",
        "state|-|owned|18|-|year|-|old|7.4|-|metre",
        "men|—|a|cook|and|a|guard|—|left|,|non|—|never",
        "Lt.|Col.|Adu|,|Sgt.|Lind|,|Gen.|Ito|etc.",
        "On|2024.10.24|,|Feb.|7|,|the|U.S.|and|N.|Korea",
        "[|AFP|]|(|TPB|)",
        "$|1.2|m|,|€|5|,|10|%",
        "Ada|’s|son|did|n’t|.",
        "‘|No|,|’|she|said",
    ],
)
def test_words_are_cut_as_in_the_treebanks(fresh: Language, words: str) -> None:
    forms = words.split("|")
    assert [token.text for token in fresh(spaced(forms))] == forms


def spaced(forms: list[str]) -> str:
    """The words with white space only where print has it."""
    text = " ".join(forms)
    for tight in ("’s", "n’t", ",", ".", ")", "]", "%", ",’"):
        text = text.replace(f" {tight}", tight)
    for tight in ("(", "[", "$", "€", "‘"):
        text = text.replace(f"{tight} ", tight)
    for dash in (" - ", " — "):
        text = text.replace(dash, dash.strip())
    return (
        text.replace(", ’", ",’")
        .replace("1.2 m", "1.2m")
        .replace(", n", ", n")
        .replace(" ’ ", "’ ")
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("gone.”The", ["gone", ".", "”", "The"]),
        ('gone."The', ["gone", ".", '"', "The"]),
        ("“gone”.She", ["“", "gone", "”", ".", "She"]),
        ("Why?”He", ["Why", "?", "”", "He"]),
    ],
)
def test_quotation_marks_are_cut_off_where_a_space_is_missing(
    fresh: Language, text: str, words: list[str]
) -> None:
    assert [token.text for token in fresh(text)] == words


def test_the_weights_have_this_tokenizer(fresh: Language) -> None:
    text = "The pro-union Lt. Col. said.”The “dam” is 18-year-old.\"It's re-built etc."
    assert [token.text for token in load().make_doc(text)] == [token.text for token in fresh(text)]
