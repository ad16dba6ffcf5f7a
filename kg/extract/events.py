"""The happenings that an article speaks of: nouns of ontology/measures.ttl that name one happening among all.

"The flood in Lower Sarn", "Thursday's earthquake" and "the 1997 flood" name one; "floods" and "the flood warning" do not.
Mentions of one kind become one referent unless their times or their places exclude one another. A happening that is
mentioned once, without place, time or name, is left out: "the deal" alone says too little to be a node.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from kg.extract.lexemes import word_set
from kg.extract.surroundings import Surroundings, surroundings
from kg.language.paragraphs import sentence_start
from kg.model import Article, EntityKind, Measures, Referent, Span, When

_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_NOUN_TAGS = frozenset({"NOUN", "PROPN"})
# Plural nouns that name one happening all the same.
_PLURAL_HAPPENINGS = frozenset({"talks", "layoffs", "sanctions", "olympics"})
_DEFINITE = frozenset({"the", "this", "that"})
# Words that say that some happening or none is meant, not a certain one.
_VAGUE = word_set(
    "other another such any no every each some possible potential future further similar"
)
_LINKS = word_set("in at near on of off between with against over across")
_PAST_TAGS = frozenset({"VBD", "VBN"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_LONGEST_PHRASE = 8
_NEWS_LASTS = timedelta(days=180)  # half a year: an undated mention is of something no older

_Words = dict[tuple[str, ...], str]


class _Mention(NamedTuple):
    """One mention of a happening.

    Attributes:
        kind: Local name of its kind.
        first, end: Tokens from its first modifier to its last place or date.
        name: What it is called there, without article and weekday.
        facts: How many places, dates and proper names stand in the phrase itself.
        places: Ids of the places named with it, sorted.
        when: The date named with it, or None.
        title: Whether its noun is part of a proper name ("the Cold War").
    """

    kind: str
    first: int
    end: int
    name: str
    facts: int
    places: tuple[str, ...]
    when: When | None
    title: bool


def events(
    doc: Doc,
    article: Article,
    measures: Measures,
    referents: Iterable[Referent],
    times: Iterable[tuple[Span, When]],
) -> tuple[Referent, ...]:
    """The happenings of an article in order of first mention, one for each kind, place and time.

    Args:
        doc: The parsed article.
        article: The article; its id begins the ids of the referents.
        measures: The kinds of event with their nouns.
        referents: The entities of the article; those that are places locate the happenings.
        times: Its dates.
    """
    around = surroundings(doc, referents, times)
    recent = _recent(article)
    clusters: list[list[_Mention]] = []
    for mention in _mentions(doc, _nouns(measures), around):
        cluster = next((known for known in clusters if _fits(known, mention, recent)), None)
        if cluster is None:
            clusters.append([mention])
        else:
            cluster.append(mention)
    certain = [cluster for cluster in clusters if _is_certain(cluster)]
    return tuple(_referent(doc, article, number, cluster) for number, cluster in enumerate(certain))


@cache
def _nouns(measures: Measures) -> _Words:
    """Lemmas, one or two, to the kind of event that they name."""
    return {tuple(noun.split()): kind.name for kind in measures.events for noun in kind.nouns}


def _mentions(doc: Doc, nouns: _Words, around: Surroundings) -> Iterator[_Mention]:
    for token in doc:
        kind = _kind(token, nouns) if token.pos_ in _NOUN_TAGS else None
        if kind is None or around.is_dated(token.i) or not _names_one(token):  # dated: "March"
            continue
        mention = _mention(doc, token, kind, around)
        if mention is not None:
            yield mention


def _kind(token: Token, nouns: _Words) -> str | None:
    """The kind of event that a noun names, with the word before it where the two are one term ("air strike")."""
    lemma = token.lemma_.lower()
    pair = (token.nbor(-1).lemma_.lower(), lemma) if token.i else (lemma,)
    return nouns.get(pair) or nouns.get((lemma,))


def _names_one(token: Token) -> bool:
    """Whether a noun is singular and the head of its phrase."""
    if token.tag_ in _PLURAL_TAGS and token.lower_ not in _PLURAL_HAPPENINGS:
        return False
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    if following is None:
        return True
    modifies = following.pos_ in _NOUN_TAGS and following.i == token.head.i
    return (
        not modifies
        and following.text not in {"-", "'s", "’s"}
        and token.dep_ not in {"compound", "amod"}
    )


def _mention(doc: Doc, noun: Token, kind: str, around: Surroundings) -> _Mention | None:
    """The mention with this noun as its head, or None where it names no certain happening."""
    first = _phrase_start(doc, noun)
    end = _phrase_end(doc, noun.i + 1, around)
    words = {token.lower_ for token in doc[first : noun.i]}
    if words & _VAGUE:
        return None
    verb = noun.head if noun.dep_ in _SUBJECTS and noun.head.pos_ == "VERB" else None
    own_places, own_dates = around.places_within(first, end), around.dates_within(first, end)
    proper = any(token.pos_ == "PROPN" for token in doc[first : noun.i])
    definite = bool(words & _DEFINITE) or any(
        token.tag_ in {"POS", "PRP$"} for token in doc[first : noun.i]
    )
    told = verb is not None and verb.tag_ in _PAST_TAGS  # "a fire swept through the works"
    if not (definite or proper or own_places or own_dates or told):
        return None
    places, when = own_places, next(iter(own_dates), None)
    if verb is not None and verb.tag_ in _PAST_TAGS:
        places = places or around.places_of(verb)
        when = when or around.date_of(verb)
    named = _name_start(doc, first, end, around)
    facts = len(around.places_within(named, end)) + len(around.dates_within(named, end))
    facts += any(token.pos_ == "PROPN" for token in doc[named : noun.i])
    return _Mention(
        kind, first, end, doc[named:end].text, facts, places, when, noun.pos_ == "PROPN"
    )


def _phrase_start(doc: Doc, noun: Token) -> int:
    """Where the noun phrase begins, from the tags of the words before its noun."""
    at = noun.i
    while at > max(sentence_start(noun), noun.i - _LONGEST_PHRASE):
        before = doc[at - 1]
        if before.is_space:
            break
        if before.pos_ == "DET" or before.tag_ == "PRP$":
            return at - 1
        inside = before.pos_ in {"ADJ", "NOUN", "PROPN", "NUM"} or before.tag_ in {
            "POS",
            "HYPH",
            "VBN",
        }
        if not inside:
            break
        at -= 1
    while doc[at].tag_ in {"POS", "HYPH", "VBN"} and at < noun.i:
        at += 1
    return at


def _phrase_end(doc: Doc, at: int, around: Surroundings) -> int:
    """Where the mention ends: behind the places and dates that prepositions tie to its noun."""
    while at + 1 < len(doc) and doc[at].lower_ in _LINKS:
        step = at + 2 if doc[at + 1].pos_ == "DET" else at + 1
        end = (
            around.end_of_place(step)
            if doc[at].lower_ != "of" and doc[at].lower_ != "in"
            else around.end_of_fact(step)
        )
        if end is None:
            break
        at = end
    return at


def _name_start(doc: Doc, first: int, end: int, around: Surroundings) -> int:
    """Where the name begins, without what only the day of reading makes clear: the article, "Thursday's"."""
    while first < end - 1 and (doc[first].pos_ == "DET" or doc[first].tag_ in {"PRP$", "POS"}):
        first += 1
    after = around.end_of_date(first)
    return after + 1 if after is not None and after < end and doc[after].tag_ == "POS" else first


def _recent(article: Article) -> date | None:
    """The first day of what an article without a date for it can mean by "the flood", or None if unpublished."""
    try:
        published = date.fromisoformat((article.published or "")[: len("2024-10-21")])
    except ValueError:
        return None
    return published - _NEWS_LASTS


def _fits(cluster: list[_Mention], mention: _Mention, recent: date | None) -> bool:
    """Whether a mention can be of the same happening: of its kind, and neither time nor place speaks against it.

    What has no date is news, and not a happening of years ago that the article recalls.
    """
    if cluster[0].kind != mention.kind:
        return False
    if mention.title and mention.name not in {known.name for known in cluster}:
        return False
    when = next((known.when for known in cluster if known.when), None)
    if (when is None) != (mention.when is None):
        known = when or mention.when
        if known is not None and recent is not None and known.latest < recent:
            return False
    elif when is not None and mention.when is not None and not when.overlaps(mention.when):
        return False
    places = {place for known in cluster for place in known.places}
    return not places or not mention.places or bool(places & set(mention.places))


def _is_certain(cluster: list[_Mention]) -> bool:
    """Whether a happening is mentioned twice, or with a place, a time or a name."""
    return len(cluster) > 1 or any(
        mention.facts or mention.places or mention.when for mention in cluster
    )


def _referent(doc: Doc, article: Article, number: int, cluster: list[_Mention]) -> Referent:
    """The happening, called by the mention that tells most."""
    fullest = max(cluster, key=lambda mention: (mention.facts, len(mention.name), -mention.first))
    names = {mention.name for mention in cluster} - {fullest.name}
    return Referent(
        id=f"{article.id}#event{number}",
        kind=EntityKind.EVENT,
        name=fullest.name,
        aliases=tuple(sorted(names)),
        mentions=tuple(_span(doc, mention) for mention in cluster),
        located_in=tuple(sorted({place for mention in cluster for place in mention.places})),
        event=cluster[0].kind,
        when=next((mention.when for mention in cluster if mention.when), None),
    )


def _span(doc: Doc, mention: _Mention) -> Span:
    phrase = doc[mention.first : mention.end]
    return Span.of(phrase.start_char, phrase.end_char)
