"""Who speaks where no sentence says so: behind the labels of an interview, and as "I"."""

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Span as Tokens

from kg.extract.attribution.transcripts import ANSWERING
from kg.extract.layout import bylines
from kg.extract.speaker_words import ENQUIRERS, KNOWLEDGE
from kg.model import Article, Referent

_FIRST_LABEL = re.compile(r"^\W*(?:Q|A|Question|Answer)\W*:", re.MULTILINE)


class Interview:
    """The persons of an article by their part in it: author, whoever is interviewed, whoever is labelled."""

    def __init__(self, article: Article, people: Sequence[Referent]) -> None:
        """An interview with the persons whom an article names."""
        self._article = article
        self._people = people

    def is_answer(self, tokens: Tokens) -> bool:
        """Whether a source is the label of an answer."""
        return self._is_label(tokens) and tokens.text.lower() in ANSWERING

    def _is_label(self, tokens: Tokens) -> bool:
        return self._article.text[tokens.end_char : tokens.end_char + 1] == ":"

    def labelled(self, tokens: Tokens) -> str | None:
        """The person that the label of a turn names: "HOLM:", "Petra Holm:"; None if several have the name."""
        if not self._is_label(tokens):
            return None
        label = tokens.text.casefold()
        names = {who.id: who.name.casefold() for who in self._people}
        longer = [who for who, name in names.items() if name.endswith(f" {label}")]
        return _only(longer or [who for who, name in names.items() if name == label])

    def interviewed(self, tokens: Tokens) -> str | None:
        """Who answers: the only person but the author whom the article names before its first label."""
        label = _FIRST_LABEL.search(self._article.text)
        first = tokens.start_char if label is None else label.start()
        named = {who.id for who in self._people if any(m.start < first for m in who.mentions)}
        return _only(named - {self.author()})

    def author(self) -> str | None:
        """The article's author, if there is exactly one."""
        names = {name.casefold() for name in self._article.authors or bylines(self._article.text)}
        return _only(who.id for who in self._people if who.name.casefold() in names)


def is_own(tokens: Tokens) -> bool:
    """Whether words name what the author found out: "information I obtained"."""
    noun = next((token.lower_ for token in tokens if token.pos_ == "NOUN"), "")
    return noun in KNOWLEDGE and any(token.lower_ in ENQUIRERS for token in tokens)


def _only(found: Iterable[str]) -> str | None:
    few = list(found)
    return few[0] if len(few) == 1 else None
