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

from kg.extract.attribution.phrases import without_time
from kg.extract.discourse import Discourse
from kg.extract.genders import genders
from kg.extract.interviews import Interview, is_own
from kg.extract.lexicon import terms
from kg.extract.mentions import BODIES, BODY_NOUNS, COMPANY_NOUNS, PEOPLE, Mentions
from kg.extract.speaker_words import (
    AUTHOR,
    COMPANY,
    DOCUMENTS,
    FUNCTIONARIES,
    GROUP,
    MOUTHPIECES,
    OUTLET,
    PERSONAL,
    RELATIVE,
    SINGLE_COMPANIES,
    SINGULAR_PERSON,
    TEAMS,
    THING,
    gender_of,
)
from kg.extract.unnamed import (
    Unnamed,
    before_clause,
    content_words,
    core,
    head_of,
    is_outlet,
    phrase_of,
)
from kg.model import Article, EntityKind, Referent, Span

_NOUNS = frozenset({"NOUN", "PROPN"})
_DEFINITE = frozenset({"the", "that", "this"})
_INDEFINITE = frozenset({"a", "an", "one", "another"})
_OF_BODY = frozenset({"for", "of", "from", "at", "with"})
_TITLED = 3  # tokens: "the chief executive", "the interior minister"
_BARE = 2  # tokens: "a spokeswoman" speaks for whom the article just spoke of, "an army spokeswoman" for the army
_TRADES = terms("persons", "experts", "officers", "others")
_AGED = re.compile(r"\d+-year-old")


def _office(role: Sequence[str]) -> str:
    """The noun of a role that says what somebody is: "head of the harbour board" is a head, "army spokesman" a spokesman."""
    before = next((i for i, word in enumerate(role) if word in _OF_BODY), len(role))
    return role[before - 1] if before else ""


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
        self._mentions = Mentions(doc, referents)
        self._unnamed = Unnamed(article, doc)
        self._voices: dict[int, str | None] = {}  # where a mouthpiece speaks: its gender
        self._stands: dict[str, str] = {}  # "the team": the body that it is of
        self._discourse = Discourse(doc, self._mentions.rows, quoted)
        people = [referent for referent in referents if referent.kind in PEOPLE]
        self._interview = Interview(article, people)
        self._gender = genders(doc, people)

    @property
    def met(self) -> tuple[Referent, ...]:
        """The sources met on the way, in order of their first mention."""
        return self._unnamed.met

    @property
    def persons(self) -> tuple[str, ...]:
        """Those of them that are one person."""
        return tuple(who.id for who in self.met if self._unnamed.is_person(who.id))

    def resolve(self, source: Span) -> str | None:
        """The id of the referent that a source names, a new one for a source without a name.

        None where the source is a pronoun or label and it cannot be told who is meant.
        """
        tokens = self._tokens(source)
        found = None if tokens is None else self._known(tokens)
        if found is None:
            if tokens is None or self._is_open(tokens):
                return None
            found = self._new_source(tokens)
        self._discourse.speaks(source.start, found)
        return found

    def _tokens(self, source: Span) -> Tokens | None:
        """The words of a source, without what only seems to belong to it."""
        tokens = self._doc.char_span(source.start, source.end, alignment_mode="expand")
        if tokens is None:
            return None
        bare = core(tokens)
        start, end = without_time(self._doc, (bare.start, bare.end))
        return self._doc[start:end] if start < end else bare

    def _is_open(self, tokens: Tokens) -> bool:
        """Whether the words name nobody by themselves: a pronoun, the label of an answer, what the author knows."""
        word = tokens.text.lower()
        pronoun = word in PERSONAL or word in RELATIVE
        return pronoun or self._interview.is_answer(tokens) or is_own(tokens)

    def outlet(self, addressee: Span) -> str | None:
        """The outlet among whom something was said to ("told state television"), or None if it was none."""
        tokens = self._tokens(addressee)
        if tokens is None:
            return None
        behind = self._mentions.at(self._doc[tokens.end]) if tokens.end < len(self._doc) else None
        if tokens[-1].lower_ in OUTLET and behind is not None and self.kind(behind) in BODIES:
            return behind  # "told the broadcaster NRK"
        found = self._known(tokens)
        if found is not None and self.kind(found) is EntityKind.SOURCE:
            return found if found not in self._unnamed or is_outlet(tokens) else None
        return found or self._new_source(tokens) if is_outlet(tokens) else None

    def kind(self, referent_id: str) -> EntityKind:
        """The kind of a referent, named or not."""
        return self._mentions.kind(referent_id)

    def _known(self, tokens: Tokens) -> str | None:
        head = head_of(tokens)
        if self._interview.is_answer(tokens):
            return self._interview.interviewed(tokens)
        if is_own(tokens):
            return self._interview.author()
        if head.pos_ == "PRON" or head.lower_ in GROUP:
            return self._pronoun(head)
        return (
            self._interview.labelled(tokens)
            or self._mentions.named(head, tokens)
            or self._owner(head, tokens)
            or self._mouthpiece(tokens)
            or self._definite(head, tokens)
        )

    def _owner(self, head: Token, tokens: Tokens) -> str | None:
        """Whose figures, report or letter a source is: "the board's own figures" are the board's word."""
        mark = next((token.i for token in tokens if token.tag_ == "POS"), None)
        if mark is None or head.lower_ not in DOCUMENTS or not tokens.start < mark < head.i:
            return None
        whose = self._doc[tokens.start : mark]
        return self._known(whose) or self._new_source(whose)

    def _mouthpiece(self, tokens: Tokens) -> str | None:
        """The organization that an unnamed spokesperson, a statement or a team speaks for."""
        at = next((t for t in tokens if t.lower_ in MOUTHPIECES or t.lower_ in TEAMS), None)
        if at is None or any(token.text == "," for token in tokens[: at.i - tokens.start]):
            return None
        of_body = at.i + 1 < tokens.end and at.nbor(1).lower_ in _OF_BODY
        if at.lower_ in TEAMS and not of_body:
            return None
        found = self._body_beside(at, tokens)
        bare = tokens[0].lower_ in {"the", "a", "another"} or at.i == tokens.start
        if found is None and of_body:
            found = self._body_of(self._doc[at.i + 2 : tokens.end])
        if found is None and bare and len(tokens) <= _BARE:
            found = self._subject_body(at) or self._role(at.lemma_.lower(), frozenset(), at.idx)
            found = found or self._last(at, BODIES)
        if found is not None:
            self._stands[at.lemma_.lower()] = found
            self._voices[tokens.start_char] = gender_of({at.lower_})
        return found

    def _subject_body(self, at: Token) -> str | None:
        """The body that the sentence itself is about: "Ghara's finance ministry was not told, a spokeswoman said"."""
        for noun in self._discourse.subjects_before(at):
            if noun.i < at.sent.start:
                break
            known = self._mentions.at(noun)
            if known is not None:
                return known if self.kind(known) in BODIES else None
            if noun.lower_ in BODY_NOUNS:
                phrase = phrase_of(noun)
                company = self._company(noun) if noun.lower_ in COMPANY_NOUNS else None
                return self._known(phrase) or company or self._new_source(phrase)
        return None

    def _body_beside(self, at: Token, tokens: Tokens) -> str | None:
        """The body named in a phrase with its mouthpiece: "its spokesman", "a company spokeswoman"."""
        for token in tokens:
            found = self._pronoun(token) if token.lower_ == "its" else self._mentions.at(token)
            if found is not None and token != at and self.kind(found) is not EntityKind.EVENT:
                return found
        before = at.nbor(-1) if at.i > tokens.start else at
        return self._company(before) if before.lower_ in COMPANY else None

    def _body_of(self, phrase: Tokens) -> str | None:
        """The body that nothing but common nouns tell: "a spokeswoman for the coast guard"."""
        if not phrase or phrase[0].lower_ not in _DEFINITE:
            return None
        return self._definite(head_of(phrase), phrase) or self._new_source(phrase)

    def _definite(self, head: Token, tokens: Tokens) -> str | None:
        """The referent with this role or head noun that was mentioned last: the minister, the company."""
        if tokens[0].lower_ not in _DEFINITE and not (
            len(tokens) == 1 and head.tag_ in {"NN", "NNS", "NNP"}
        ):
            return None
        noun, words = head.lemma_.lower(), content_words(before_clause(tokens))
        found = self._role(noun, words, head.idx)
        if found is None and words <= {noun, head.lower_}:
            found = self._stands.get(noun)
        if found is not None:
            return found
        if noun in COMPANY and words <= {noun, head.lower_}:
            return self._company(head)
        if noun in SINGLE_COMPANIES and words <= {noun, head.lower_}:
            return self._only_company(head)
        if noun in OUTLET and not any(token.pos_ == "PROPN" for token in tokens):
            return (
                self._last(head, frozenset({EntityKind.SOURCE}), far=True)
                or self._mentions.only_outlet()
            )
        return self._in_focus(head, tokens) or self._brought_up(head, words)

    def _brought_up(self, head: Token, words: frozenset[str]) -> str | None:
        """Somebody without a name whom a subject nearby brought up: "A second clerk left ... the second clerk said"."""
        for noun in self._discourse.subjects_before(head):
            if noun.lemma_ == head.lemma_ and self._mentions.at(noun) is None:
                phrase = phrase_of(noun)
                new = phrase[0].lower_ in _INDEFINITE
                return self._new_source(phrase) if new and words <= content_words(phrase) else None
        return None

    def _role(self, noun: str, words: frozenset[str], offset: int) -> str | None:
        """Whoever has a role, a name or a description with this noun and these words, nearest first."""
        for who in self._discourse.before(offset):
            referent = self._referents.get(who)
            if referent is None:
                if self._unnamed.is_meant(who, noun, words):
                    return who
                continue
            role = (referent.role or "").lower().split()
            names = referent.name.lower().split()
            if noun == _office(role) and words <= {*role, noun}:
                return who
            if referent.kind in BODIES and names[-1] == noun and words <= set(names):
                return who
        return None

    def _company(self, token: Token) -> str | None:
        """The company in focus: the body named last, else a lone name that the recognizer took for a person's."""
        found = self._role(token.lemma_.lower(), frozenset(), token.idx)
        found = found or self._discourse.last(
            token, lambda who, _: self._mentions.is_company(who), far=True
        )
        if found is not None:
            return found
        bodies = set(self._unnamed.bodies())
        return self._discourse.last(
            token, lambda who, _: who in bodies or self._is_lone(who), far=True
        )

    def _only_company(self, head: Token) -> str | None:
        """The company that a trade tells ("the carmaker"), if only one body was named before."""
        found = {
            who
            for who in self._discourse.before(head.idx)
            if who in self._referents and self.kind(who) is EntityKind.ORGANIZATION
        }
        return found.pop() if len(found) == 1 else None

    def _is_lone(self, who: str) -> bool:
        """Whether a person is called by one word and by no title, or has a spokesperson, as persons hardly are."""
        known = self._referents.get(who)
        if known is None or known.kind not in PEOPLE or known.role or who in self._gender:
            return False
        return " " not in known.name or who in self._stands.values()

    def _in_focus(self, head: Token, tokens: Tokens) -> str | None:
        """Whom a phrase of age or trade goes on with: "the 51-year-old", "the midfielder".

        The person who spoke or was the subject right before in the same paragraph, of whom no trade is known.
        """
        aged = _AGED.fullmatch(tokens[1:].text) is not None
        trade = head.lower_ in _TRADES and head.lower_ not in FUNCTIONARIES
        plain = tokens[0].lower_ == "the" and len(tokens) <= _TITLED and tokens[1:].text.islower()
        if not aged and not (trade and plain):
            return None
        paragraph = self._article.text.rfind("\n", 0, head.idx)

        def may_be(who: str, at: int) -> bool:
            return at > paragraph and self.kind(who) in PEOPLE

        found = self._discourse.last(head, may_be)
        return None if found is None or (trade and self._referents[found].role) else found

    def _pronoun(self, token: Token) -> str | None:
        word = token.lower_
        if word in RELATIVE:
            return self._antecedent(token)
        if word in AUTHOR:
            return self._interview.author()
        if word in SINGULAR_PERSON:
            return self._person(token)
        if word in THING:
            return self._last(token, BODIES, unnamed=True) or self._last(
                token, frozenset({EntityKind.PLACE})
            )
        if word in GROUP:
            return self._group(token)
        return None

    def _person(self, token: Token) -> str | None:
        """Who "he" or "she" is: nobody who was called by a title or pronoun of the other gender."""
        gender = gender_of({token.lower_})
        found = self._last(token, PEOPLE, gender, unnamed=True)
        if found is None or gender is None:
            return found
        if found in self._stands.values():
            self._voices[token.idx] = gender  # the mouthpiece of a body goes on speaking
        else:
            self._gender.setdefault(found, gender)
        return found

    def _antecedent(self, token: Token) -> str | None:
        """Who a relative pronoun stands for: the person named before its comma, else the noun that its clause belongs to."""
        if token.i > 1 and token.nbor(-1).text == ",":
            named = self._mentions.at(token.nbor(-2))
            if named is not None and self.kind(named) in PEOPLE:
                return named
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
        phrase = phrase_of(noun)
        return self._known(phrase) or self._new_source(phrase)

    def _group(self, token: Token) -> str | None:
        """Who "they" are: the unnamed source that spoke last nearby, else the plural subject before."""
        if token.lower_ != "both":
            for who in self._discourse.speakers_before(token):
                if self.kind(who) not in PEOPLE and not self._unnamed.is_person(who):
                    return who
        for noun in self._discourse.subjects_before(token):
            if noun.tag_ in {"NNS", "NNPS"}:
                return self._mentions.at(noun) or self._new_source(phrase_of(noun))
        return None

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

        def may_be(who: str, at: int) -> bool:
            if at in self._voices and kinds == PEOPLE:
                return self._voices[at] in {None, gender}
            if who in self._unnamed:
                fits = unnamed and self._unnamed.may_be(who, kinds)
            else:
                fits = self.kind(who) in kinds
            return fits and gender in {None, self._gender.get(who, gender)}

        return self._discourse.last(token, may_be, far=far)

    def _new_source(self, tokens: Tokens) -> str:
        """The referent of a source that nobody known is."""
        return self._unnamed.add(Span.of(tokens.start_char, tokens.end_char), tokens)
