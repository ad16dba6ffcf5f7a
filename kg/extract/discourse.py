"""Remembers who was mentioned and who spoke where, and finds whom a later word can go back to.

The order of candidates follows centering theory (Grosz, Joshi and Weinstein, 1995): the nearest sentence first, in it
speakers and subjects before others.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc, Token

from kg.extract.attribution.phrases import SUBJECTS
from kg.extract.overlaps import Overlaps
from kg.language.paragraphs import sentence_start
from kg.model import Span

Mention = tuple[int, int, str]
"""Start and end of a mention, half-open, and the referent's id."""

# How far back a pronoun may reach. Set by hand: 4 to 10 give the same speakers on the labelled stories and reports.
_SENTENCES_BACK = 6
_NAME_PARTS = frozenset({"compound", "flat", "nmod:desc", "amod"})
_SPEAKER = 2  # the grammatical rank above a subject's


class Discourse:
    """Mentions and speakers of one article, in order of the text."""

    def __init__(self, doc: Doc, mentions: Sequence[Mention], silent: Sequence[Span]) -> None:
        """The discourse before anybody has spoken.

        Args:
            doc: The analysed text.
            mentions: Where referents are mentioned, in order.
            silent: Places such as quotations and captions; whoever is named in them is no antecedent outside.
        """
        self._doc = doc
        self._sentences = [s.start for s in doc.sents if not doc[s.start].is_space]
        quiet = Overlaps(silent)
        self._mentions = [
            (begin, who) for begin, _, who in mentions if not quiet.at(begin, begin + 1)
        ]
        self._spoke: list[tuple[int, str]] = []

    def speaks(self, offset: int, who: str) -> None:
        """Remember that somebody is said to speak at an offset."""
        insort(self._spoke, (offset, who))

    def before(self, offset: int) -> Iterator[str]:
        """Whoever was mentioned or spoke before an offset, nearest first, each once."""
        places = self._mentions[: bisect_left(self._mentions, (offset, ""))]
        places = places + self._spoke[: bisect_left(self._spoke, (offset, ""))]
        yield from dict.fromkeys(who for _, who in sorted(places, reverse=True))

    def speakers_before(self, token: Token) -> Iterator[str]:
        """Whoever spoke before a token within reach, nearest first."""
        yield from (who for _, who in reversed(self._within(self._spoke, token)))

    def subjects_before(self, token: Token) -> Iterator[Token]:
        """Subjects before a token within reach, nearest first."""
        floor = self._floor(token)
        for i in range(token.i - 1, -1, -1):
            if self._doc[i].idx < floor:
                return
            if self._doc[i].dep_ in SUBJECTS:
                yield self._doc[i]

    def last(
        self, token: Token, may_be: Callable[[str, int], bool], *, far: bool = False
    ) -> str | None:
        """Whoever was salient last before a token, or None.

        Args:
            token: The word that goes back.
            may_be: Whether somebody can be meant, by a mention or speech at an offset.
            far: Whether it may go back to the beginning of the text.
        """
        places: list[tuple[int, int, int, str]] = []
        for begin, who in self._within(self._mentions, token, far=far):
            if may_be(who, begin):
                sentence, rank, order = self._salience(begin)
                places.append((sentence, rank, order, who))
        for at, who in self._within(self._spoke, token, far=far):
            if may_be(who, at):
                sentence, _, order = self._salience(at)
                places.append((sentence, _SPEAKER, order, who))
        return max(places)[3] if places else None

    def _within(
        self, rows: Sequence[tuple[int, str]], token: Token, *, far: bool = False
    ) -> Sequence[tuple[int, str]]:
        """The rows before a token that are within its reach."""
        floor = 0 if far else self._floor(token)
        return rows[bisect_left(rows, (floor, "")) : bisect_left(rows, (token.idx, ""))]

    def _floor(self, token: Token) -> int:
        """The offset that a reference from this token does not reach behind."""
        back = bisect_left(self._sentences, sentence_start(token)) - _SENTENCES_BACK
        return self._doc[self._sentences[back]].idx if back >= 0 else 0

    def _salience(self, offset: int) -> tuple[int, int, int]:
        """Sentence, grammatical rank and place of a mention; the greater the more salient."""
        tokens = self._doc.char_span(offset, offset + 1, alignment_mode="expand")
        if tokens is None:
            return 0, 0, offset
        token = tokens[0]
        while token.dep_ in _NAME_PARTS and token.head != token:
            token = token.head
        return sentence_start(token), int(token.dep_ in SUBJECTS), -offset
