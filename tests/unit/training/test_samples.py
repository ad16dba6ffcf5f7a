"""Samples for the network, of invented sentences."""

import numpy as np

from kg.language.labels.features import Alphabet
from kg.language.labels.tags import begin, inside
from training.entities import Tagged
from training.labels.samples import attribution_sample, entity_sample, groups, set_text

ALPHABET = Alphabet(["the"], ["NN"], ["det"])
TEXT = "The dam will hold, the mayor said.\n\nNobody else spoke."


def labelled(**parts: str) -> dict[str, list[list[int]]]:
    return {
        role: [[TEXT.index(words), TEXT.index(words) + len(words)]] for role, words in parts.items()
    }


def test_tokens_of_an_attribution_have_the_tags_of_their_roles() -> None:
    row = labelled(source="the mayor", cue="said", content="The dam will hold")
    sample = attribution_sample(TEXT, [row], ALPHABET)
    content, source, cue = begin("content"), begin("source"), begin("cue")
    assert sample.tags[:9].tolist() == [
        content,
        inside("content"),
        inside("content"),
        inside("content"),
        0,
        source,
        inside("source"),
        cue,
        0,
    ]
    assert not sample.tags[9:].any()
    (frame,) = sample.frames
    assert (frame.cue, frame.source, frame.content) == ((7, 8), ((5, 7),), ((0, 4),))


def test_an_attribution_without_a_cue_has_tags_but_no_frame() -> None:
    sample = attribution_sample(TEXT, [labelled(content="The dam will hold")], ALPHABET)
    assert sample.frames == ()
    assert sample.tags.any()


def test_a_span_that_cuts_a_word_takes_the_whole_word() -> None:
    sample = attribution_sample(TEXT, [labelled(cue="sai", content="dam will")], ALPHABET)
    assert sample.frames[0].cue == (7, 8)


def test_paragraphs_are_kept_apart() -> None:
    assert attribution_sample(TEXT, [], ALPHABET).lengths == (9, 4)


def test_names_have_tags_where_they_stand_in_running_text() -> None:
    sentences = [
        Tagged(("Ada", "Lind", "left", "Brenik", "."), ((0, 2, "PER"), (3, 4, "LOC"))),
        Tagged(("Nobody", "else", "."), ()),
    ]
    sample = entity_sample(sentences, ALPHABET)
    assert sample.tags.tolist() == [1, 2, 0, 5, 0, 0, 0, 0]


def test_sentences_become_lines_of_running_text_and_names_keep_their_places() -> None:
    sentences = [Tagged((f"Ada{number}", "left", "."), ((0, 1, "PER"),)) for number in range(10)]
    text, spans = set_text(sentences)
    assert text.startswith("Ada0 left. Ada1 left.")
    assert text.count("\n") == 1
    assert [text[start:end] for start, end, _ in spans] == [f"Ada{n}" for n in range(10)]


def test_no_sentence_is_lost_when_a_corpus_is_cut_into_documents() -> None:
    sentences = [Tagged((str(number),), ()) for number in range(200)]
    assert [s for group in groups(sentences) for s in group] == sentences


def test_shapes_in_capitals_and_in_small_letters_are_kept_for_noise() -> None:
    sample = attribution_sample("NATO said so.", [], ALPHABET)
    assert sample.shapes.shape == (len(sample.tags), 2)
    assert np.array_equal(sample.shapes[1], attribution_sample("Nato SAID", [], ALPHABET).shapes[1])
