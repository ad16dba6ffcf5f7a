"""What a claim says happened once, to whom, and the words that tell where: "Dhiren Pasal was arrested in Harrow".

Read without a parse, and so only from the plainest sentences: a name or a definite singular, the verb, and a place behind
it in the same clause.
"""

import re
from typing import NamedTuple

from kg.compare.lexicon import lexicon, sense, stem

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*|[,;:.–—?()“”\"]")
_AUXILIARIES = frozenset(
    ["was", "is", "had", "has", "been", "being", "later", "also", "first", "then", "itself", "himself", "herself",
     "reportedly", "allegedly"]
)  # fmt: skip
_PASSIVE = frozenset({"was", "is", "been", "being"})
_PLURAL = frozenset({"were", "are", "have"})
# No part of a name or of a definite singular noun.
_UNFIT = frozenset(
    ["a", "an", "this", "that", "his", "her", "its", "their", "our", "my", "some", "any", "every", "each", "no", "not",
     "of", "in", "at", "on", "for", "with", "from", "by", "to", "near", "off", "and", "or", "nor", "but", "who", "which",
     "when", "while", "after", "before", "until", "because", "if", "he", "she", "it", "they", "we", "i", "you", "him",
     "them", "us", "me", "one", "two", "three", "several", "many", "most"]
)  # fmt: skip
_JOINING = frozenset({"and", "but", "that"})
_LONGEST = 4  # words of a name or of a noun with what describes it


class Happening(NamedTuple):
    """Something that happened once.

    Attributes:
        verb: The stem that stands for what happened.
        who: Those to whom it happened: the words of a name in lower case, or the sense of a noun.
        named: Whether they are called by name.
        where: The words behind the verb in its clause.
    """

    verb: str
    who: frozenset[str]
    named: bool
    where: str

    def is_that_of(self, other: "Happening") -> bool:
        """Whether two claims tell of one happening, as far as verb and subject go."""
        one_kind = self.verb == other.verb and self.named == other.named
        return one_kind and (self.who <= other.who or other.who <= self.who)


def happening(text: str) -> Happening | None:
    """The first happening of which a text tells plainly; None where it tells of none.

    >>> found = happening("The mill's owner, Dhiren Pasal, was arrested in Harrow on Thursday")
    >>> found.verb, sorted(found.who), found.where
    ('arrest', ['dhiren', 'pasal'], 'in Harrow on Thursday')
    """
    words = _WORD.findall(_with_phrases(text))
    for at, word in enumerate(words):
        if stem(word) in lexicon().once:
            return _told(words, at, stem(word))
    return None


def _with_phrases(text: str) -> str:
    """The text with the verbs that stand for phrases ("broke out")."""
    flat = text.casefold()
    for phrase, lemma in lexicon().phrases:
        if phrase in flat:
            text = re.sub(rf"\b{phrase}\b", lemma, text, flags=re.IGNORECASE)
    return text


def _told(words: list[str], at: int, stemmed: str) -> Happening | None:
    """What a verb tells with the words on both sides of it."""
    begins = at
    while begins and words[begins - 1] in _AUXILIARIES:
        begins -= 1
    ends = next((i for i in range(at + 1, len(words)) if not words[i][0].isalnum()), len(words))
    done = stemmed in lexicon().done and _PASSIVE.isdisjoint(words[begins:at])
    if begins and words[begins - 1] in _PLURAL:
        return None
    behind = at + 1
    if done:  # "police arrested Dhiren Pasal in Harrow"
        behind = next((i for i in range(at + 1, ends) if words[i] in {"in", "at"}), ends)
    who = words[at + 1 : behind] if done else _before(words, begins)
    named = bool(who) and who[-1][0].isupper()
    people = stemmed in lexicon().done | lexicon().living  # "the man" may be any of several
    if not _is_one(who, named=named) or (people and not named):
        return None
    known = frozenset(w.casefold() for w in who if w[0].isupper()) if named else {sense(who[-1])}
    return Happening(lexicon().once[stemmed], frozenset(known), named, " ".join(words[behind:ends]))


def _before(words: list[str], end: int) -> list[str]:
    """The words of a noun phrase that ends there, a comma behind it left out; empty where something leads on to it."""
    if end and words[end - 1] == ",":
        end -= 1
    begin = end
    while begin and words[begin - 1][0].isalnum() and words[begin - 1].casefold() not in _UNFIT:
        begin -= 1
        if words[begin].casefold() == "the":
            break
    led_on = begin and words[begin - 1][0].isalnum() and words[begin - 1] not in _JOINING
    return [] if led_on else words[begin:end]


def _is_one(who: list[str], *, named: bool) -> bool:
    """Whether a phrase is a name, or a definite singular noun."""
    if not who or len(who) > _LONGEST + 1 or not _UNFIT.isdisjoint(w.casefold() for w in who):
        return False
    plural = who[-1].endswith("s") and not who[-1].endswith("ss")
    return named or (who[0].casefold() == "the" and len(who) > 1 and not plural)
