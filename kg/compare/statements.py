"""Claims made ready for comparison: their words as senses, their polarity, places, party and time."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.compare.agents import Agent, Agents
from kg.compare.clauses import content_senses, denied, first_clause, negated_word, negators_in
from kg.compare.clocks import Clock, clocks
from kg.compare.deeds import Deed, deed
from kg.compare.happenings import Happening, happening
from kg.compare.lexicon import lexicon, stem, tokens
from kg.compare.moments import Moment, moment, uttered
from kg.compare.places import Places, Where
from kg.compare.sayings import Saying, never_said, points_back, said
from kg.model import Article, Claim, Entity, EntityKind, Modality, Polarity

_NAME = re.compile(r"(?<=\s)[A-Z][\w-]+")
_VOICED = frozenset(
    stem(word)
    for word in (
        "attack",
        "criticism",
        "complaint",
        "concern",
        "rumours",
        "speculation",
        "suspicion",
    )
)
_NEAR = 4  # words in which the noun of an accusation stands
PRONOUNS = frozenset(["i", "he", "she", "it", "they", "we", "him", "her", "them", "us", "me"])
_SAME_DAY = re.compile(
    r"\bthat (?:same )?(?:day|night|evening|morning|afternoon|week|month|year)\b", re.IGNORECASE
)


@dataclass(frozen=True, eq=False)
class Statement:
    """A claim with what the rules ask of it.

    Attributes:
        claim: The claim.
        article: Its article.
        sentence: The words of the sentence or sentences that it stands in.
        before: The words of the paragraph in front of that sentence.
        senses: What its content words mean, figures, dates and idle words left out.
        clause: The senses of its first clause that says something.
        denied: The senses of its first negated clause; empty where no clause is negated.
        negated: The first of these behind the negator, of which the clause says that it is not so; empty where there is none.
        speaker: The senses of its speaker's name and role, where a pronoun in it may mean the speaker.
        name: The telling words of its speaker's name, in lower case; empty where nobody is named.
        negative: Whether it denies what its words say, in its modality or its main clause.
        party: Ids of those who answer for it: the speaker and the bodies that the speaker acts for.
        places: Ids of the places that its sentence names.
        home: Ids of the places that its article is about: those that its title and opening name.
        told: The happening that it plainly tells of, if it is one that happens once.
        subject: Ids of the person or body, and of those that it belongs to, with whose name it begins.
        where: Where that was; None where it tells of none.
        deed: What it plainly says that somebody did, if that has one doer.
        agent: Who did it; None where that is not known.
        scene: Ids of the places that tell which deed it was.
        moment: The time that its figures hold for; None where unknown.
        uttered: The day or days on which it was said; that of publication where the text tells none.
        published: When its article, or the one that it copies, appeared, in ISO 8601; empty where unknown.
        origin: The article that its article is copied from in the end, or its article.
        preceding: Where the sentence right before its own begins, if a claim stands there; None otherwise.
        closes: Whether no claim follows it in its sentence, so that a denial behind it is of this one.
        answers: Where the sentence begins that its speaker denies by "rejected that account" or the like, right before going on with
            this; None where there is none.
    """

    claim: Claim
    article: Article
    sentence: str
    before: str
    senses: frozenset[str]
    clause: frozenset[str]
    denied: frozenset[str]
    negated: str
    speaker: frozenset[str]
    name: frozenset[str]
    negative: bool
    party: frozenset[str]
    places: frozenset[str]
    home: frozenset[str]
    told: Happening | None
    subject: frozenset[str]
    where: Where | None
    deed: Deed | None
    agent: Agent | None
    scene: frozenset[str]
    moment: Moment | None
    uttered: Moment | None
    published: str
    origin: str
    preceding: int | None = field(default=None)
    closes: bool = field(default=True)
    answers: int | None = field(default=None)
    dated: bool = field(default=False)

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @cached_property
    def clocks(self) -> tuple[Clock, ...]:
        """The times of day in the claim's words."""
        return clocks(self.claim.text)

    @cached_property
    def named(self) -> frozenset[str]:
        """The senses of its names, which tell of whom something is said, but not what."""
        return content_senses(" ".join(_NAME.findall(self.claim.text)))

    @cached_property
    def never_said(self) -> Saying | None:
        """What its speaker says never to have been said; None where it speaks of something else."""
        cue = self.claim.cue.cut(self.article.text) if self.claim.cue else ""
        return never_said(self.claim.text, cue, denied=self.claim.modality is Modality.DENIED)

    @cached_property
    def points_back(self) -> bool:
        """Whether it denies what was said before it without saying that again."""
        return self.claim.modality is Modality.DENIED and points_back(self.claim.text)

    @cached_property
    def said(self) -> Saying | None:
        """What it says that somebody said; None where it speaks of something else."""
        return said(self.claim.text)

    @cached_property
    def begins_with_pronoun(self) -> bool:
        """Whether the first word of the claim is a pronoun."""
        return next(iter(tokens(self.claim.text)), "") in PRONOUNS


class Reader:
    """Makes statements; keeps what is asked again and again of articles and entities."""

    def __init__(
        self, articles: Sequence[Article], entities: Sequence[Entity], origins: Mapping[str, str]
    ) -> None:
        """Keep the entities by id and the places that each article names."""
        self._articles = {article.id: article for article in articles}
        self._entities = {entity.id: entity for entity in entities}
        self._origins = origins
        self._places = Places(articles, entities)
        self._agents = Agents(self._entities)
        self._ends: dict[tuple[str, int], int] = {}
        self._last: dict[tuple[str, int], int] = {}
        self._answers: dict[str, int] = {}

    def statements(self, claims: Iterable[Claim]) -> list[Statement]:
        """The statements of all claims that say something, sorted by id; attitudes are left out."""
        every = list(_dated(claims))
        kept = [claim for claim in every if claim.modality is not Modality.ATTITUDE]
        self._ends = {(claim.article, claim.sentence.end): claim.sentence.start for claim in kept}
        for claim in sorted(kept, key=lambda claim: claim.content.start):
            self._last[claim.article, claim.sentence.start] = claim.content.start
        self._answers = self._answered(
            [claim for claim in every if _is_denial_of_another(claim)], kept
        )
        return [self._statement(claim) for claim in sorted(kept, key=lambda claim: claim.id)]

    def _answered(self, denials: Iterable[Claim], kept: Sequence[Claim]) -> dict[str, int]:
        """Claims that go on after a denial that only points at what it denies, with where the sentence before that begins."""
        fellows: dict[str, list[Claim]] = {}
        for claim in kept:
            fellows.setdefault(claim.article, []).append(claim)
        found: dict[str, int] = {}
        for denial in denials:
            article = self._articles[denial.article]
            before = self._preceding(article, denial.sentence.start)
            if before is not None:
                follow = [
                    claim
                    for claim in fellows.get(article.id, ())
                    if denial.goes_on_in(claim, article.text)
                ]
                found |= {claim.id: before for claim in follow}
        return found

    def _statement(self, claim: Claim) -> Statement:
        article = self._articles[claim.article]
        first_print = self._articles[self._origins.get(article.id, article.id)]
        sentence = article.text[claim.sentence.start : claim.sentence.end]
        paragraph = article.text.rfind("\n", 0, claim.sentence.start) + 1
        senses = content_senses(claim.text)
        told = happening(claim.text)
        done = deed(claim.text, claim.cue.cut(article.text) if claim.cue else "")
        return Statement(
            claim=claim,
            article=article,
            sentence=sentence,
            before=article.text[paragraph : claim.sentence.start],
            senses=senses,
            clause=first_clause(_proposition(claim)) or senses,
            denied=denied(claim.text),
            negated=negated_word(claim.text),
            speaker=self._speaker_senses(claim),
            name=self._name(claim),
            negative=is_negative(claim),
            party=self._party(claim),
            places=self._places.named_in(article.id, sentence),
            home=self._places.home(article),
            told=told,
            subject=self._agents.subject(claim),
            where=None if told is None else self._places.where(article.id, told.where, claim.text),
            deed=done,
            agent=None if done is None else self._agents.agent(done.doer, claim),
            scene=frozenset() if done is None else self._places.named_in(article.id, done.to),
            moment=moment(claim, first_print, sentence),
            uttered=uttered(claim, first_print),
            published=first_print.published or "",
            origin=self._origins.get(article.id, article.id),
            preceding=self._preceding(article, claim.sentence.start),
            closes=self._last[claim.article, claim.sentence.start] == claim.content.start,
            answers=self._answers.get(claim.id),
            dated=claim.holds is not None,
        )

    def _preceding(self, article: Article, start: int) -> int | None:
        """Where the sentence begins that a claim stands in and that ends, but for blanks, where another starts."""
        while start and article.text[start - 1].isspace():
            start -= 1
        return self._ends.get((article.id, start))

    def _name(self, claim: Claim) -> frozenset[str]:
        if claim.speaker is None:
            return frozenset()
        return frozenset(tokens(self._entities[claim.speaker].name)) - lexicon().idle

    def _party(self, claim: Claim) -> frozenset[str]:
        if claim.speaker is None:
            return frozenset({claim.article})
        speaker = self._entities[claim.speaker]
        return frozenset({speaker.id, *speaker.affiliations}) - self._place_ids(
            speaker.affiliations
        )

    def _place_ids(self, ids: Iterable[str]) -> frozenset[str]:
        return frozenset(id_ for id_ in ids if self._entities[id_].kind is EntityKind.PLACE)

    def _speaker_senses(self, claim: Claim) -> frozenset[str]:
        """The speaker's name and role, where the content has a pronoun."""
        if claim.speaker is None or not PRONOUNS.intersection(tokens(claim.text)):
            return frozenset()
        speaker = self._entities[claim.speaker]
        return content_senses(f"{speaker.name} {speaker.role or ''}")


def _is_denial_of_another(claim: Claim) -> bool:
    """Whether a stance denies what was said before, without saying it again."""
    negative = claim.polarity is Polarity.NEGATIVE
    return claim.modality is Modality.ATTITUDE and negative and points_back(claim.text)


def one_passage(left: Statement, right: Statement) -> bool:
    """Whether two stand in one sentence, or in two that follow each other and tell no time of their own."""
    if left.article.id != right.article.id:
        return False
    first, second = left.claim.sentence.start, right.claim.sentence.start
    follow = left.preceding == second or right.preceding == first
    return first == second or (follow and not left.dated and not right.dated)


def _dated(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, those of "that day" with the time that the claim before them speaks of."""
    last: Claim | None = None
    for claim in sorted(claims, key=lambda claim: (claim.article, claim.content.start, claim.id)):
        known = claim
        if (
            claim.holds is None
            and last
            and last.article == claim.article
            and _SAME_DAY.search(claim.text)
        ):
            known = claim.model_copy(update={"holds": last.holds})
        yield known
        last = known


def _proposition(claim: Claim) -> str:
    """The words of a claim, of a denial of "accusations by the mayor that the dam had failed" only those behind "that"."""
    before, that, behind = claim.text.partition(" that ")
    nouns = {stem(word) for word in tokens(before)[:_NEAR]}
    accused = claim.modality is Modality.DENIED and not nouns.isdisjoint(lexicon().said | _VOICED)
    return behind if that and accused else claim.text


def is_negative(claim: Claim) -> bool:
    """Whether a claim denies its proposition, by its modality or by a negation in its main clause."""
    return claim.modality is Modality.DENIED or negators_in(claim.text)
