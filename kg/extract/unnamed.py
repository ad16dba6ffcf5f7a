"""Sources without a name: what they are called, what kind of thing they are, and how a later phrase goes back to them.

"A soldier of the 9th Brigade, who was wounded" is called "A soldier of the 9th Brigade" and is meant by "the soldier"
later on. Nobody is guessed: a later phrase goes back only where its words all stand in the earlier one.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from kg.extract.lexicon import terms
from kg.extract.speaker_words import COMPANY, DOCUMENTS, MOUTHPIECES, OUTLET
from kg.model import Article, EntityKind, Referent, Span

_NOUNS = frozenset({"NOUN", "PROPN"})
_NOMINAL = _NOUNS | {"PRON"}
_BEFORE_NOUN = frozenset({"det", "amod", "compound", "nummod", "nmod:poss", "flat", "nmod:desc"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_PLURAL = frozenset({"NNS", "NNPS"})
_NAME_LENGTH = 120  # characters of a source's name
_PERSON_NOUNS = terms("persons", "experts", "officers", "relations", "others") | {
    *("man", "woman", "person", "source", "insider", "bystander", "boy", "girl", "teenager"),
}
_BODY_NOUNS = terms("organizations", "bodies", "companies") | COMPANY | OUTLET
_NO_PERSONS = _BODY_NOUNS | DOCUMENTS | MOUTHPIECES
_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
_NAME_FIRST = re.compile(rf"({_NAME}), (?:of|for|from|at|with) ")
_IDENTIFIED = re.compile(rf"\b(?:identified|known)(?: \w+){{0,2}} as ({_NAME})")
_DOER = re.compile(
    r"(?:er|or|ist|ian|man|woman|ant|ent|ee)$"
)  # a person, or a body: ranger, caterer
_APART = re.compile(
    r",\s+(?:an?|the|one|who|which|whose|whom|where|that|all|both|speaking|citing|quoting|identified|named|known"
    r"|led|asking|himself|herself|[a-z]+ing)\s|\s\("
)


def head_of(tokens: Tokens) -> Token:
    """The head of a source: the noun before its first preposition, wherever the parser sees the root."""
    for token in tokens[: tokens.root.i - tokens.start]:
        if token.text == ",":
            break
        if token.pos_ == "ADP" and token.i > tokens.start and token.nbor(-1).pos_ in _NOUNS:
            return token.nbor(-1)
    return tokens.root


def core(tokens: Tokens) -> Tokens:
    """A source without what only seems to belong to it: white space, marks, and words before it.

    >>> from tests.parsed import parsed
    >>> core(parsed("on/IN/case/2 Monday/NNP/obl/5 ,/,/punct/5 she/PRP/nsubj/5 said/VBD/root/0")[:4]).text
    'she'
    """
    joined = tokens[0].lower_ == "that" and tokens[0].pos_ == "SCONJ"
    if (joined or tokens[0].lower_ in {"and", "but"}) and len(tokens) > 1:
        tokens = tokens[1:]
    if tokens[0].pos_ in {"ADP", "SCONJ"}:
        ends = [token.i for token in tokens[:-1] if token.text == "," or token.text[-1] in ".?!"]
        behind = tokens.doc[ends[-1] + 1 : tokens.end] if ends else tokens
        tokens = behind if any(token.pos_ in _NOMINAL for token in behind) else tokens
    start, end = tokens.start, tokens.end
    while end - 1 > start and (tokens.doc[end - 1].is_punct or tokens.doc[end - 1].is_space):
        end -= 1
    while start < end - 1 and (tokens.doc[start].is_punct or tokens.doc[start].is_space):
        start += 1
    return tokens.doc[start:end]


class Unnamed:
    """The sources of one article that nobody is named for, in order of their first mention."""

    def __init__(self, article: Article, doc: Doc) -> None:
        """No sources yet."""
        self._article = article
        self._doc = doc
        self._met: dict[str, Referent] = {}
        self._words: dict[str, tuple[str, frozenset[str]]] = {}
        self._manner: dict[str, EntityKind | None] = {}

    @property
    def met(self) -> tuple[Referent, ...]:
        """The sources met, in order of their first mention."""
        return tuple(self._met.values())

    def __contains__(self, who: object) -> bool:
        """Whether this is the id of a source without a name that has been met."""
        return who in self._words

    def add(self, source: Span, tokens: Tokens | None) -> str:
        """The id of the source that these words name, new unless the same words were met.

        A name before an apposition ("Solvay, for the union") and one that somebody is identified by is a person's;
        nothing but a name is named, whatever it names; all others have no name.
        """
        text = " ".join(source.cut(self._article.text).split())[:_NAME_LENGTH].strip(" ,;:")
        person = _NAME_FIRST.match(text) or _IDENTIFIED.search(text)
        name = person[1] if person else _short(text)
        bare = tokens is not None and all(token.pos_ == "PROPN" for token in tokens)
        key = name.casefold()
        if key.startswith("another"):
            key += f" {source.start}"  # another one each time
        if key not in self._met:
            self._met[key] = Referent(
                id=f"{self._article.id}#source{len(self._met)}",
                kind=EntityKind.PERSON if person else EntityKind.SOURCE,
                name=name,
                named=bare or person is not None,
                mentions=(source,),
            )
            self._describe(self._met[key], tokens)
        return self._met[key].id

    def _describe(self, who: Referent, tokens: Tokens | None) -> None:
        if tokens is None:
            self._words[who.id] = ("", frozenset())
            return
        noun = head_of(tokens)
        said = frozenset(token.lower_ for token in tokens)
        self._words[who.id] = (noun.lemma_.lower(), said)
        if noun.tag_ in _PLURAL:
            return
        if who.kind is EntityKind.PERSON or not _PERSON_NOUNS.isdisjoint(said) or "who" in said:
            self._manner[who.id] = EntityKind.PERSON
        elif noun.lower_ in _NO_PERSONS or who.named:
            self._manner[who.id] = EntityKind.ORGANIZATION
        else:
            doer = _DOER.search(noun.lower_) is not None
            self._manner[who.id] = None if doer else EntityKind.ORGANIZATION

    def may_be(self, who: str, kinds: frozenset[EntityKind]) -> bool:
        """Whether a singular source can be one of these kinds; one of which nothing is known can be any."""
        if who not in self._manner:
            return False
        kind = self._manner[who]
        return kind is None or kind in kinds

    def is_meant(self, who: str, noun: str, words: frozenset[str]) -> bool:
        """Whether a definite phrase with this head and these words can go back to a source."""
        head, said = self._words.get(who, ("", frozenset()))
        return head == noun and words <= said | {noun}

    def is_person(self, who: str) -> bool:
        """Whether a source is one person."""
        return self._manner.get(who) is EntityKind.PERSON

    def bodies(self) -> Iterator[str]:
        """The sources that are called like bodies or by a name."""
        yield from (who for who, kind in self._manner.items() if kind is EntityKind.ORGANIZATION)


def content_words(tokens: Tokens) -> frozenset[str]:
    """The nouns, names, adjectives and numbers of a phrase, in lower case."""
    return frozenset(token.lower_ for token in tokens if token.pos_ in _CONTENT)


def before_clause(tokens: Tokens) -> Tokens:
    """A phrase without the relative clause or apposition behind its comma."""
    comma = next((token.i for token in tokens[1:] if token.text == ","), tokens.end)
    return tokens.doc[tokens.start : comma]


def phrase_of(noun: Token) -> Tokens:
    """A noun with what stands right before it and belongs to it, without prepositions."""
    belonging = {child.i for child in noun.children if child.dep_ in _BEFORE_NOUN}
    left = noun.i
    while left - 1 in belonging:
        left -= 1
    return noun.doc[left : noun.i + 1]


def is_outlet(tokens: Tokens) -> bool:
    """Whether words name an outlet: by a noun for one, or by the capital article of a title ("told The Plainsman")."""
    named = tokens[-1].pos_ in {"PROPN", "NUM"}
    titled = tokens[0].text == "The" and not tokens[0].is_sent_start and len(tokens) > 1
    spoken_of = any(token.lower_ in OUTLET for token in tokens)
    return tokens[-1].lower_ in OUTLET or (named and (spoken_of or titled))


def _short(text: str) -> str:
    """A source's words without relative clause and apposition: "A ranger, who asked not to be named" is a ranger."""
    apart = _APART.search(text)
    return text if apart is None or apart.start() == 0 else text[: apart.start()]
