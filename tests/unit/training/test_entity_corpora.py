"""Reading entity corpora, on invented sentences in their formats."""

from pathlib import Path

import pytest

from training.entities import UNER, WORLDWIDE, Tagged, spacing, tagged
from training.gum_entities import named
from training.treebank import Sentence, Word


def read(
    tmp_path: Path, text: str, labels: dict[str, str], word: int = 0, tag: int = -1
) -> list[Tagged]:
    path = tmp_path / "corpus.txt"
    path.write_text(text, encoding="utf-8")
    return list(tagged(path, labels, word=word, tag=tag))


@pytest.mark.parametrize(
    ("text", "labels", "columns", "entities"),
    [
        ("Ada\tB-Person\nLind\tI-Person\nleft\tO\n", WORLDWIDE, (0, -1), ((0, 2, "PER"),)),
        (
            "Brenik\tB-Location\nDam\tB-Facility\n",
            WORLDWIDE,
            (0, -1),
            ((0, 1, "LOC"), (1, 2, "LOC")),
        ),
        ("Dutch\tB-NORP\nMonday\tB-Date\n", WORLDWIDE, (0, -1), ()),
        ("Ada I-PER\nleft O\nBrenik I-LOC\n", UNER, (0, -1), ((0, 1, "PER"), (2, 3, "LOC"))),
        (
            "1\tAda\tB-PER\t-\tx\n2\tBrenik\tI-LOC\t-\tx\n",
            UNER,
            (1, 2),
            ((0, 1, "PER"), (1, 2, "LOC")),
        ),
        ("@\tB-PER\nada\tB-PER\n#dam\tB-LOC\nhttp://a.example\tB-ORG\n", UNER, (0, -1), ()),
        ("https://a.example/flood\tO\nAda\tB-PER\nwent\t\n", UNER, (0, -1), ((1, 2, "PER"),)),
    ],
)
def test_columns_become_entities_with_our_labels(
    tmp_path: Path,
    text: str,
    labels: dict[str, str],
    columns: tuple[int, int],
    entities: tuple[object, ...],
) -> None:
    (sentence,) = read(tmp_path, text, labels, *columns)
    assert sentence.entities == entities


def test_blank_lines_divide_sentences_and_comments_do_not(tmp_path: Path) -> None:
    found = read(
        tmp_path, "# newdoc id = a\n# text = a\nAda O\n\n\n# sent_id = 2\nleft O\n#dam O\n", UNER
    )
    assert [sentence.words for sentence in found] == [("Ada",), ("left", "#dam")]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ('" No , " he said ( twice ) .', '"No," he said (twice).'),
        ("“ No ” , Ada 's son did n't pay $ 5 , or 5 % .", "“No”, Ada's son didn't pay $5, or 5%."),
    ],
)
def test_spacing_follows_the_habits_of_print(words: str, text: str) -> None:
    forms = words.split()
    spaced = "".join(form + " " * space for form, space in zip(forms, spacing(forms), strict=True))
    assert spaced.strip() == text


def gum(*rows: tuple[str, str, int, str, str], tag: str = "NNP") -> list[Tagged]:
    words = [
        Word(
            form,
            form,
            pos,
            tag if pos == "PROPN" else "XX",
            "",
            head,
            relation,
            misc=f"Entity={entity}" if entity else "_",
        )
        for form, pos, head, relation, entity in rows
    ]
    return list(named([Sentence(tuple(words), "GUM_news_dam")]))


def test_a_named_mention_of_gum_gives_its_name_without_title_and_determiner() -> None:
    (sentence,) = gum(
        ("the", "DET", 4, "det", "(1-person-new-cf1-4"),
        ("new", "ADJ", 4, "amod", ""),
        ("Mayor", "PROPN", 4, "nmod:desc", ""),
        ("Ada", "PROPN", 4, "compound", ""),
        ("Lind", "PROPN", 5, "nsubj", "1)"),
        ("runs", "VERB", 5, "root", ""),
        ("the", "DET", 7, "det", "(2-organization-new-cf2-2"),
        ("Bank", "PROPN", 5, "obj", ""),
        ("of", "ADP", 10, "case", ""),
        ("the", "DET", 10, "det", ""),
        ("West", "PROPN", 7, "nmod", "(3-place-new-cf3-1)2)"),
    )
    assert sentence.entities == ((3, 5, "PER"), (7, 11, "ORG"))


def test_pronouns_nouns_and_peoples_are_no_names() -> None:
    rows = (
        ("Lowlanders", "PROPN", 1, "nsubj", "(1-person-new-cf1-1)"),
        ("left", "VERB", 1, "root", ""),
    )
    assert gum(*rows, tag="NNPS")[0].entities == ()
    assert gum(("she", "PRON", 0, "root", "(1-person-giv-cf1-1)"))[0].entities == ()
    assert gum(("dam", "NOUN", 0, "root", "(1-place-giv-cf1-1)"))[0].entities == ()
    assert gum(("1", "PROPN", 0, "root", "(1-time-giv-cf1-1)"))[0].entities == ()


def test_names_keep_the_capitals_and_links_before_their_head() -> None:
    (sentence,) = gum(
        ("of", "ADP", 5, "case", ""),
        ("United", "VERB", 5, "amod", "(1-organization-new-cf1-5"),
        ("Roads", "PROPN", 5, "compound", ""),
        ("and", "CCONJ", 4, "cc", ""),
        ("Rail", "PROPN", 2, "conj", ""),
        ("Union", "PROPN", 5, "root", "1)"),
    )
    assert sentence.entities == ((1, 6, "ORG"),)


def test_a_mention_that_is_never_closed_or_opened_is_left_out() -> None:
    (sentence,) = gum(
        ("Ada", "PROPN", 0, "root", "(1-person-new-cf1-1"), ("Lind", "PROPN", 0, "flat", "2)")
    )
    assert sentence.entities == ()
