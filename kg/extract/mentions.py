"""Finds whom an article's words name where they stand: the referent that is mentioned at a token or heads a phrase."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from kg.extract.lexicon import terms
from kg.model import EntityKind, Referent

PEOPLE = frozenset({EntityKind.PERSON, EntityKind.EXPERT})
BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.SOURCE, EntityKind.UNIT})
COMPANY_NOUNS = terms("organizations", "companies")
BODY_NOUNS = COMPANY_NOUNS | terms("organizations", "bodies")
# What stands before a name as its title.
_TITLE = frozenset({"PROPN", "NOUN", "ADJ", "DET", "PUNCT"})


class Mentions:
    """The mentions by name of one article."""

    def __init__(self, doc: Doc, referents: Sequence[Referent]) -> None:
        """The mentions of some referents in an analysed text."""
        self._doc = doc
        self._referents = {referent.id: referent for referent in referents}
        self._kinds = {referent.id: referent.kind for referent in referents}
        self.rows = sorted(
            (mention.start, mention.end, referent.id)
            for referent in referents
            for mention in referent.mentions
        )
        self._covering = self._mentioned()

    def _mentioned(self) -> dict[int, str]:
        """Token index to the referent whose mention covers it; that of the longest one."""
        found: dict[int, tuple[int, str]] = {}
        for first, last, who in self.rows:
            for token in self._doc.char_span(first, last, alignment_mode="contract") or ():
                found[token.i] = max(found.get(token.i, (0, "")), (last - first, who))
        return {i: who for i, (_, who) in found.items()}

    def kind(self, referent_id: str) -> EntityKind:
        """The kind of a referent, named or not."""
        return self._kinds.get(referent_id, EntityKind.SOURCE)

    def at(self, token: Token) -> str | None:
        """The referent whose mention covers a token; that of the longest one."""
        return self._covering.get(token.i)

    def named(self, head: Token, tokens: Tokens) -> str | None:
        """The referent mentioned at the head, in apposition to it, or where the phrase begins."""
        found = self.at(head)
        if found is not None:
            return found
        start, end = tokens.start_char, tokens.end_char
        for first, last, who in self.rows:
            if start <= first and last <= end and self._may_speak(who, last, tokens):
                before = self._doc.char_span(start, first, alignment_mode="contract")
                title = list(before) if before is not None else []
                commas = [i for i, token in enumerate(title) if token.text == ","]
                if all(token.pos_ in _TITLE for token in title[commas[-1] + 1 if commas else 0 :]):
                    return who
        return None

    def _may_speak(self, who: str, last: int, tokens: Tokens) -> bool:
        """Whether a name within a phrase can be whom the phrase is of: no possessor, and no body before its end."""
        if any(token.idx == last and token.tag_ == "POS" for token in tokens):
            return False
        closing = last == tokens.end_char
        return self.kind(who) in PEOPLE or (self.kind(who) in BODIES and closing)

    def is_company(self, who: str) -> bool:
        """Whether somebody is an organization that no word with its name calls a union, a ministry or the like."""
        known = self._referents.get(who)
        if known is None or known.kind is not EntityKind.ORGANIZATION:
            return False
        names = (known.name, *known.aliases)
        behind = re.findall(rf"\b(?:{'|'.join(map(re.escape, names))}) (\w+)", self._doc.text)
        words = {name.split()[-1].lower() for name in names} | {word.lower() for word in behind}
        return words.isdisjoint(BODY_NOUNS - COMPANY_NOUNS)

    def only_outlet(self) -> str | None:
        """The one outlet that an article names, if it names it only later."""
        named = [
            who
            for who, one in self._referents.items()
            if one.kind is EntityKind.SOURCE and one.mentions
        ]
        return named[0] if len(named) == 1 else None
