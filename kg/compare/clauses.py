"""What the clauses of a text say, as senses, and which of them are negated."""

import re

from kg.compare.lexicon import NEGATORS, NOT_NEGATIONS, lexicon, sense, stem, tokens

# A clause begins behind these; what a later clause negates is not what the claim negates.
_CLAUSES = re.compile(
    r"[,;:–—]\s|\b(?:that|which|who|whom|when|while|because|before|after|although|but|and)\b"
)
_BEFORE_VERB = frozenset(["to", "be", "been", "being", "ever", "even", "yet"])
_SAYING = frozenset(sense(word) for word in ("say", "tell", "ask"))


def content_senses(text: str) -> frozenset[str]:
    """The senses of the words that tell what a text is about.

    >>> sorted(content_senses("On Monday the mayor shut about 20 schools."))
    ['clos', 'mayor', 'school']
    """
    idle = lexicon().idle
    return frozenset(
        sense(word) for word in tokens(text) if word not in idle and stem(word) not in idle
    )


def first_clause(text: str) -> frozenset[str]:
    """The senses of the first clause that says something."""
    return next(
        (found for part in _CLAUSES.split(text) if (found := content_senses(part))), frozenset()
    )


def negators_in(text: str) -> bool:
    """Whether the first clause of a text is negated.

    >>> negators_in("no fewer than 60 died"), negators_in("Nobody was told, and 60 died")
    (False, True)
    """
    main = ""
    for part in _clauses(text):
        main += f" {part}"
        if content_senses(part):
            break
    return _negated(main)


def denied(text: str) -> frozenset[str]:
    """The senses of the first negated clause; empty where no clause is negated."""
    return next((content_senses(part) for part in _clauses(text) if _negated(part)), frozenset())


def negated_word(text: str) -> str:
    """The sense of the first telling word behind the negator of the first negated clause; empty where there is none.

    >>> negated_word("The hospital was not hit by the strike") == sense("hit")
    True
    """
    clause = next((part for part in _clauses(text) if _negated(part)), "")
    words = tokens(clause)
    at = next((i for i, word in enumerate(words) if _is_negator(word)), len(words))
    behind = [word for word in words[at + 1 :] if word not in _BEFORE_VERB]
    # "not to say such things to the mayor" tells nothing of a mayor
    if behind and sense(behind[0]) in _SAYING:
        return sense(behind[0])
    told = (content_senses(word) for word in behind)
    return next((next(iter(senses)) for senses in told if senses), "")


def _clauses(text: str) -> list[str]:
    return _CLAUSES.split(NOT_NEGATIONS.sub(" ", text))


def _negated(clause: str) -> bool:
    return any(_is_negator(word) for word in tokens(clause))


def _is_negator(word: str) -> bool:
    return word in NEGATORS or word.endswith("n't")
