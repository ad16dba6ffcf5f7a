"""Resolves the words that name a source to who is meant.

A name is looked up among the article's referents; a pronoun goes back to whoever fits and spoke or was named last; a
role or a definite noun phrase ("the minister", "the company") to the referent of that role or head noun. An
unnamed spokesperson speaks for the organization. Whoever remains unnamed stays what he or she is called: a source
without a name is a fact about the claim, and no guess is made.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from kg.extract.discourse import Discourse
from kg.extract.layout import bylines
from kg.extract.lexicon import terms
from kg.extract.speaker_words import (
    AUTHOR,
    COMPANY,
    GROUP,
    MOUTHPIECES,
    OUTLET,
    PERSONAL,
    RELATIVE,
    SINGULAR_PERSON,
    THING,
    gender_of,
)
from kg.model import Article, EntityKind, Referent, Span

_PEOPLE = frozenset({EntityKind.PERSON, EntityKind.EXPERT})
_BODIES = frozenset({EntityKind.ORGANIZATION, EntityKind.SOURCE, EntityKind.UNIT})
_NOUNS = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "flat", "nmod:desc"})
_TITLE = frozenset(
    {"PROPN", "NOUN", "ADJ", "DET", "PUNCT"}
)  # what stands before a name as its title
_BARE = 2  # tokens: "a spokeswoman" speaks for whom the article just spoke of, "an army spokeswoman" for the army
_PERSON_NOUNS = terms("persons", "experts", "officers", "relations", "others") | {
    "man",
    "woman",
    "person",
}
_NAME_FIRST = re.compile(r"((?:[A-Z][\w’'-]+ ?){1,3}), (?:of|for|from|at|with) ")
_NAME_LENGTH = 120  # characters of an unnamed source's name


def _head(tokens: Tokens) -> Token:
    """The head of a source: the noun before its first preposition, wherever the parser sees the root."""
    for token in tokens[: tokens.root.i - tokens.start]:
        if token.text == ",":
            break
        if token.pos_ == "ADP" and token.i > tokens.start and token.nbor(-1).pos_ in _NOUNS:
            return token.nbor(-1)
    return tokens.root


class Cast:
    """Everybody whom an article mentions, and a place for the unnamed sources found on the way."""

    def __init__(
        self, article: Article, doc: Doc, referents: Sequence[Referent], quoted: Sequence[Span]
    ) -> None:
        """A cast of the referents found by name; unnamed sources are added as they are met.

        Args:
            article: The article.
            doc: Its analysed text.
            referents: Those found by name.
            quoted: Quotations and captions: whoever is named in them is no antecedent for a pronoun outside.
        """
        self._article = article
        self._doc = doc
        self._referents = {referent.id: referent for referent in referents}
        self._mentions = sorted(
            (mention.start, mention.end, referent.id)
            for referent in referents
            for mention in referent.mentions
        )
        self._covering = self._mentioned()
        self._met: dict[str, Referent] = {}
        self._manner: dict[str, EntityKind] = {}  # how a pronoun speaks of a source without a name
        self._discourse = Discourse(doc, self._mentions, quoted)
        self._gender = {who: known for who in self._referents if (known := self._titled(who))}

    @property
    def met(self) -> tuple[Referent, ...]:
        """The sources met on the way, in order of their first mention."""
        return tuple(self._met.values())

    def _mentioned(self) -> dict[int, str]:
        """Token index to the referent whose mention covers it; that of the longest one."""
        found: dict[int, tuple[int, str]] = {}
        for first, last, who in self._mentions:
            for token in self._doc.char_span(first, last, alignment_mode="contract") or ():
                found[token.i] = max(found.get(token.i, (0, "")), (last - first, who))
        return {i: who for i, (_, who) in found.items()}

    def _titled(self, who: str) -> str | None:
        """The gender that titles and roles tell: ``m``, ``f`` or None."""
        known = self._referents[who]
        words = set((known.role or "").lower().split())
        for mention in known.mentions if known.kind in _PEOPLE else ():
            tokens = self._doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if tokens is not None:
                words |= {
                    token.lower_ for token in self._doc[max(tokens.start - 1, 0) : tokens.end]
                }
        return gender_of(words)

    def resolve(self, source: Span) -> str | None:
        """The id of the referent that a source names, a new one for a source without a name.

        None where the source is a pronoun and it cannot be told who is meant.
        """
        found = self.find(source)
        if found is None:
            if self._is_pronoun(source):
                return None
            found = self._new_source(source)
        self._discourse.speaks(source.start, found)
        return found

    def _is_pronoun(self, source: Span) -> bool:
        word = source.cut(self._article.text).lower()
        return word in PERSONAL or word in RELATIVE

    def find(self, source: Span) -> str | None:
        """The id of the referent that some words name, or None if they name nobody known."""
        tokens = self._doc.char_span(source.start, source.end, alignment_mode="expand")
        return None if tokens is None else self._known(tokens)

    def outlet(self, addressee: Span) -> str | None:
        """The outlet among whom something was said to ("told state television"), or None if it was none."""
        tokens = self._doc.char_span(addressee.start, addressee.end, alignment_mode="expand")
        if tokens is None:
            return None
        found = self._known(tokens)
        if found is not None and self.kind(found) is EntityKind.SOURCE:
            return found
        named = tokens[-1].pos_ == "PROPN" and any(token.lower_ in OUTLET for token in tokens)
        if tokens[-1].lower_ in OUTLET or named:
            return found or self._new_source(addressee)
        return None

    def kind(self, referent_id: str) -> EntityKind:
        """The kind of a referent, named or not."""
        known = self._referents.get(referent_id)
        return EntityKind.SOURCE if known is None else known.kind

    def _known(self, tokens: Tokens) -> str | None:
        head = _head(tokens)
        if head.pos_ == "PRON" or head.lower_ in GROUP:
            return self._pronoun(head)
        return self._named(head, tokens) or self._mouthpiece(tokens) or self._definite(head, tokens)

    def _named(self, head: Token, tokens: Tokens) -> str | None:
        """The referent mentioned at the head, in apposition to it, or where the phrase begins."""
        found = self._at(head)
        if found is not None:
            return found
        start, end = tokens.start_char, tokens.end_char
        for first, last, who in self._mentions:
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
        return self.kind(who) in _PEOPLE or (self.kind(who) in _BODIES and closing)

    def _at(self, token: Token) -> str | None:
        """The referent whose mention covers a token; that of the longest one."""
        return self._covering.get(token.i)

    def _mouthpiece(self, tokens: Tokens) -> str | None:
        """The organization that an unnamed spokesperson or a statement speaks for."""
        at = next((token for token in tokens if token.lower_ in MOUTHPIECES), None)
        if at is None or any(token.text == "," for token in tokens[: at.i - tokens.start]):
            return None
        for token in tokens:
            found = self._pronoun(token) if token.lower_ == "its" else self._at(token)
            if found is not None and token != at and self.kind(found) is not EntityKind.EVENT:
                return found
        bare = tokens[0].lower_ in {"the", "a", "another"} or at.i == tokens.start
        return self._last(at, _BODIES) if bare and len(tokens) <= _BARE else None

    def _definite(self, head: Token, tokens: Tokens) -> str | None:
        """The referent with this role or head noun that was mentioned last: the minister, the company."""
        if tokens[0].lower_ not in {"the", "that", "this"} and not (
            len(tokens) == 1 and head.tag_ in {"NN", "NNS", "NNP"}
        ):
            return None
        noun = head.lemma_.lower()
        words = {token.lower_ for token in tokens if token.pos_ in {"NOUN", "ADJ", "PROPN"}}
        for who in self._discourse.before(head.idx):
            referent = self._referents.get(who)
            if referent is None:
                continue
            role = (referent.role or "").split()
            last = referent.name.split()[-1].lower()
            if noun in role and words <= {*role, noun}:
                return who
            if (
                referent.kind in _BODIES
                and last == noun
                and words <= set(referent.name.lower().split())
            ):
                return who
        if noun in COMPANY:
            return self._last(head, frozenset({EntityKind.ORGANIZATION}), far=True)
        return (
            self._last(head, frozenset({EntityKind.SOURCE}), far=True) if noun in OUTLET else None
        )

    def _pronoun(self, token: Token) -> str | None:
        word = token.lower_
        if word in RELATIVE:
            return self._antecedent(token)
        if word in AUTHOR:
            return self._author()
        if word in SINGULAR_PERSON:
            return self._person(token)
        if word in THING:
            return self._last(token, _BODIES, unnamed=True) or self._last(
                token, frozenset({EntityKind.PLACE})
            )
        if word in GROUP:
            return self._group(token)
        return None

    def _person(self, token: Token) -> str | None:
        """Who "he" or "she" is: nobody who was called by a title or pronoun of the other gender."""
        gender = gender_of({token.lower_})
        found = self._last(token, _PEOPLE, gender, unnamed=True)
        if found is not None and gender is not None:
            self._gender.setdefault(found, gender)
        return found

    def _antecedent(self, token: Token) -> str | None:
        """Who a relative pronoun stands for: the noun that its clause belongs to."""
        clause = token
        while clause.dep_ not in {"acl:relcl", "acl"} and clause.head != clause:
            clause = clause.head
        noun = clause.head
        if noun == clause or noun.i >= token.i:
            if token.i <= 1 or token.nbor(-1).text != "," or token.nbor(-2).pos_ not in _NOUNS:
                return None
            noun = token.nbor(-2)
        if noun.pos_ == "PRON":
            return self._pronoun(noun)
        phrase = self._phrase(noun)
        return self.find(phrase) or self._new_source(phrase)

    def _author(self) -> str | None:
        """The article's author, if there is exactly one."""
        names = {name.casefold() for name in self._article.authors or bylines(self._article.text)}
        found = [
            who
            for who, known in self._referents.items()
            if known.kind in _PEOPLE and known.name.casefold() in names
        ]
        return found[0] if len(found) == 1 else None

    def _group(self, token: Token) -> str | None:
        """Who "they" are: the unnamed source that spoke last nearby, else the plural subject before."""
        if token.lower_ != "both":
            for who in self._discourse.speakers_before(token):
                if self.kind(who) not in _PEOPLE:
                    return who
        for noun in self._discourse.subjects_before(token):
            if noun.tag_ in {"NNS", "NNPS"}:
                return self._at(noun) or self._new_source(self._phrase(noun))
        return None

    def _phrase(self, noun: Token) -> Span:
        """A noun with what stands right before it and belongs to it, without prepositions."""
        belonging = {child.i for child in noun.children if child.dep_ in _BEFORE_NOUN}
        left = noun.i
        while left - 1 in belonging:
            left -= 1
        return Span.of(self._doc[left].idx, noun.idx + len(noun.text))

    def _last(
        self,
        token: Token,
        kinds: frozenset[EntityKind],
        gender: str | None = None,
        *,
        far: bool = False,
        unnamed: bool = False,
    ) -> str | None:
        """Whoever of these kinds was salient last.

        Nobody known to be of another gender, where one is given; from the whole text before if ``far``;
        sources without a name that spoke too if ``unnamed``.
        """

        def may_be(who: str) -> bool:
            known = self._gender.get(who, gender)
            kind = self.kind(who) if who in self._referents else self._manner.get(who)
            named = unnamed or who in self._referents
            return named and kind in kinds and gender in {None, known}

        return self._discourse.last(token, may_be, far=far)

    def _new_source(self, source: Span) -> str:
        """The referent of a source that nobody known is; the same words mean the same source.

        A name before an apposition ("Solvay, for the union") is a person; nothing but a name is named, whatever
        it names; all others have no name.
        """
        tokens = self._doc.char_span(source.start, source.end, alignment_mode="expand")
        bare = tokens is not None and all(token.pos_ == "PROPN" for token in tokens)
        text = " ".join(source.cut(self._article.text).split())[:_NAME_LENGTH].strip(" ,;:")
        named = _NAME_FIRST.match(text)
        name = named[1] if named else text
        key = name.casefold()
        if key not in self._met:
            self._met[key] = Referent(
                id=f"{self._article.id}#source{len(self._met)}",
                kind=EntityKind.PERSON if named else EntityKind.SOURCE,
                name=name,
                named=bare or named is not None,
                mentions=(source,),
            )
            if tokens is not None and _head(tokens).tag_ not in {"NNS", "NNPS"}:
                person = not _PERSON_NOUNS.isdisjoint(token.lower_ for token in tokens)
                kind = EntityKind.PERSON if person else EntityKind.ORGANIZATION
                self._manner[self._met[key].id] = kind
        return self._met[key].id
