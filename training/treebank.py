"""Reads CoNLL-U treebanks and turns their sentences into spaCy documents.

Follows the CoNLL-U format of Universal Dependencies (https://universaldependencies.org/format.html): multiword tokens
give the spacing, empty nodes are left out, and ``# newdoc`` and ``# newpar`` begin a new document and paragraph.
"""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

# Relations of older releases, renamed as the current English guidelines name them.
RELATIONS = {
    "nmod:npmod": "nmod:unmarked",
    "nmod:tmod": "nmod:unmarked",
    "obl:npmod": "obl:unmarked",
    "obl:tmod": "obl:unmarked",
}
_COLUMNS = 10


@dataclass(frozen=True)
class Word:
    """A syntactic word.

    Attributes:
        head: Index of the head in the sentence, counted from 0; the word's own index where it is the root.
        space: Whether white space follows.
        misc: The tenth column, unparsed.
    """

    form: str
    lemma: str
    pos: str
    tag: str
    morph: str
    head: int
    relation: str
    space: bool = True
    misc: str = "_"


@dataclass(frozen=True)
class Sentence:
    """A sentence of a treebank, and whether it begins a paragraph or a document.

    Attributes:
        document: The id of the document; in GUM its second part is the genre.
    """

    words: tuple[Word, ...]
    document: str
    new_paragraph: bool = False
    new_document: bool = False

    @property
    def root(self) -> int:
        """The index of the root."""
        return next(at for at, word in enumerate(self.words) if word.head == at)

    def text(self) -> str:
        """The words with the white space between them."""
        return "".join(word.form + " " * word.space for word in self.words).strip()


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, in order."""
    document, new_document, new_paragraph = path.stem, False, False
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newdoc"):
            document, new_document, new_paragraph = line.rpartition("=")[2].strip(), True, True
        elif re.match(r"# newpar(?!_block)", line):
            new_paragraph = True
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield Sentence(_words(rows), document, new_paragraph, new_document)
            rows, new_document, new_paragraph = [], False, False


def _words(rows: Sequence[Sequence[str]]) -> tuple[Word, ...]:
    found: list[Word] = []
    joined_until, joined_space = 0, True
    for row in rows:
        if len(row) != _COLUMNS:
            raise ValueError(f"a row of {len(row)} columns instead of {_COLUMNS}: {row}")
        spaced = "SpaceAfter=No" not in row[9]
        if "." in row[0]:
            continue
        if "-" in row[0]:
            joined_until, joined_space = int(row[0].partition("-")[2]), spaced
            continue
        number = int(row[0])
        if number <= joined_until:
            spaced = joined_space and number == joined_until
        head = int(row[6])
        found.append(
            Word(
                form=row[1],
                lemma=row[1] if row[2] == "_" else row[2],
                pos=row[3],
                tag=row[4],
                morph="" if row[5] == "_" else row[5],
                head=head - 1 if head else number - 1,
                relation="root" if not head else RELATIONS.get(row[7], row[7]),
                space=spaced,
                misc=row[9],
            )
        )
    return tuple(found)


def paragraphs(treebank: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences, gathered by paragraph."""
    gathered: list[Sentence] = []
    for sentence in treebank:
        if gathered and sentence.new_paragraph:
            yield gathered
            gathered = []
        gathered.append(sentence)
    if gathered:
        yield gathered


def curly(sentence: Sentence) -> Sentence:
    """The sentence with typographic quotation marks and apostrophes in place of straight ones."""
    opening = True
    words = []
    for word in sentence.words:
        form = word.form
        if form == '"':
            form, opening = "“" if opening else "”", not opening
        else:
            form = {"``": "“", "''": "”"}.get(form, form.replace("'", "’"))
        words.append(replace(word, form=form))
    return replace(sentence, words=tuple(words))


def document(vocab: Vocab, group: Sequence[Sentence]) -> Doc:
    """One document of several sentences, with everything that the treebank says of them."""
    words = [word for sentence in group for word in sentence.words]
    spaces = [word.space for word in words]
    heads: list[int] = []
    for sentence in group:
        offset = len(heads)
        heads += [offset + word.head for word in sentence.words]
        spaces[len(heads) - 1] = True
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=spaces,
        tags=[word.tag for word in words],
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=["ROOT" if word.relation == "root" else word.relation for word in words],
    )


def documents(
    vocab: Vocab, treebank: Sequence[Sentence], *, size: int, curly_share: float, seed: int
) -> Iterator[Doc]:
    """Documents of up to ``size`` sentences each, never across two documents of the treebank.

    Args:
        vocab: The vocabulary of the documents.
        treebank: The sentences, in order.
        size: How many sentences a document has at most.
        curly_share: The share of documents, 0 to 1, whose quotation marks become typographic.
        seed: Of the choice which documents those are.
    """
    dice = random.Random(seed)
    group: list[Sentence] = []
    for sentence in [*treebank, None]:
        if group and (sentence is None or sentence.new_document or len(group) == size):
            yield document(
                vocab, [curly(s) for s in group] if dice.random() < curly_share else group
            )
            group = []
        if sentence is not None:
            group.append(sentence)
