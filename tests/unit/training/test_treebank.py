"""Reading CoNLL-U and turning it into documents, on an invented treebank."""

from pathlib import Path

import pytest
import spacy

from training.treebank import Sentence, Word, curly, document, documents, paragraphs, sentences

TREEBANK = """\
# newdoc id = flood_news_gate
# newpar id = p1
# sent_id = 1
# text = They can't "wait".
1\tThey\tthey\tPRON\tPRP\tCase=Nom\t4\tnsubj\t_\t_
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
3.1\tgone\tgo\tVERB\tVBN\t_\t_\t_\t_\t_
4\twait\twait\tVERB\tVB\t_\t0\troot\t_\t_
5\ttoday\t_\tNOUN\tNN\t_\t4\tobl:tmod\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# sent_id = 2
1\tRain\train\tNOUN\tNN\t_\t0\troot\t_\t_

# newpar
# newpar_block = p (2 s)
# sent_id = 3
1\tDry\tdry\tADJ\tJJ\t_\t0\troot\t_\t_

# newdoc id = flood_bio_gate
# sent_id = 4
1\tMud\tmud\tNOUN\tNN\t_\t0\troot\t_\t_
"""


@pytest.fixture
def treebank(tmp_path: Path) -> list[Sentence]:
    path = tmp_path / "flood.conllu"
    path.write_text(TREEBANK, encoding="utf-8")
    return list(sentences(path))


def test_multiword_tokens_give_the_spacing_and_empty_nodes_are_left_out(
    treebank: list[Sentence],
) -> None:
    assert treebank[0].text() == "They can't wait today."
    assert [word.form for word in treebank[0].words] == ["They", "ca", "n't", "wait", "today", "."]


def test_heads_count_from_0_and_the_root_is_its_own(treebank: list[Sentence]) -> None:
    assert [word.head for word in treebank[0].words] == [3, 3, 3, 3, 3, 3]
    assert treebank[0].root == 3


def test_relations_of_older_releases_are_renamed_and_a_missing_lemma_is_the_form(
    treebank: list[Sentence],
) -> None:
    today = treebank[0].words[4]
    assert (today.relation, today.lemma) == ("obl:unmarked", "today")


def test_paragraphs_begin_where_the_treebank_says_and_at_documents(
    treebank: list[Sentence],
) -> None:
    found = [[sentence.text() for sentence in group] for group in paragraphs(treebank)]
    assert found == [["They can't wait today.", "Rain"], ["Dry"], ["Mud"]]
    assert list(paragraphs([])) == []


def test_a_row_with_a_missing_column_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.conllu"
    path.write_text("1\tRain\train\n\n", encoding="utf-8")
    with pytest.raises(ValueError, match="3 columns"):
        list(sentences(path))


def test_a_document_has_what_the_treebank_says(treebank: list[Sentence]) -> None:
    doc = document(spacy.blank("en").vocab, treebank[:2])
    assert doc.text == "They can't wait today. Rain "
    assert [token.dep_ for token in doc] == [
        "nsubj",
        "aux",
        "advmod",
        "ROOT",
        "obl:unmarked",
        "punct",
        "ROOT",
    ]
    assert [sentence.text for sentence in doc.sents] == ["They can't wait today.", "Rain"]
    assert doc[1].lemma_ == "can"


def test_documents_hold_so_many_sentences_and_never_cross_documents(
    treebank: list[Sentence],
) -> None:
    docs = documents(spacy.blank("en").vocab, treebank, size=2, curly_share=0, seed=1)
    assert [doc.text.strip() for doc in docs] == ["They can't wait today. Rain", "Dry", "Mud"]


def test_straight_marks_become_typographic_ones(treebank: list[Sentence]) -> None:
    vocab = spacy.blank("en").vocab
    (doc, *_) = documents(vocab, treebank, size=2, curly_share=1, seed=1)
    assert doc[2].text == "n’t"
    words = [Word(form, form, "PUNCT", "", "", 0, "punct") for form in ['"', "a", '"', "``", "''"]]
    forms = [word.form for word in curly(Sentence(tuple(words), "d")).words]
    assert forms == ["“", "a", "”", "“", "”"]
