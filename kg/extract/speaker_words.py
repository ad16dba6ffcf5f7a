"""Words that name whoever speaks without a name: pronouns, mouthpieces, what companies and outlets are called.

All are forms in lower case.
"""

from collections.abc import Collection

from kg.extract.lexicon import terms

SINGULAR_PERSON = frozenset({"he", "she", "him", "her", "himself", "herself", "his"})
GROUP = frozenset({"they", "them", "themselves", "both", "their"})
THING = frozenset({"it", "itself", "its"})
AUTHOR = frozenset({"i", "me", "my", "myself"})
PERSONAL = SINGULAR_PERSON | GROUP - {"both"} | THING | AUTHOR | {"we", "us", "you", "one"}
RELATIVE = frozenset({"who", "which", "that", "whom"})
MOUTHPIECES = frozenset(
    {
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "spokesmen",
        "spokespeople",
        "statement",
        "representative",
        "press",
    }
)
TEAMS = frozenset({"team", "delegation", "panel", "taskforce"})
KNOWLEDGE = frozenset({"information", "knowledge", "research", "reporting", "findings"})
ENQUIRERS = frozenset({"i", "we"})
DOCUMENTS = frozenset(
    [
        "report",
        "study",
        "survey",
        "poll",
        "document",
        "documents",
        "statement",
        "letter",
        "letters",
        "figures",
        "data",
        "video",
        "memo",
        "email",
        "emails",
        "review",
        "paper",
        "analysis",
        "transcript",
        "file",
        "files",
        "record",
        "records",
        "filing",
        "complaint",
        "indictment",
        "audit",
        "article",
        "census",
    ]
)
FUNCTIONARIES = frozenset(
    [
        "judge",
        "prosecutor",
        "coroner",
        "magistrate",
        "officer",
        "inspector",
        "lawyer",
        "barrister",
        "attorney",
        "solicitor",
        "defendant",
        "detective",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "official",
        "witness",
        "victim",
        "suspect",
        "source",
        "person",
    ]
)
"""Persons that a scene has by itself: "the judge" need not be anybody who was named before."""
COMPANY = frozenset(
    {
        "company",
        "firm",
        "group",
        "organization",
        "organisation",
        "operator",
        "business",
        "corporation",
    }
)
# What only one company among those of a report mostly is; banks, unions and the like come in numbers.
SINGLE_COMPANIES = frozenset(
    noun for noun in terms("organizations", "companies") if noun.endswith("maker")
) | {"airline", "retailer", "insurer", "brewer", "shipbuilder", "startup", "conglomerate"}
OUTLET = frozenset(
    {
        "newspaper",
        "television",
        "tv",
        "radio",
        "paper",
        "daily",
        "magazine",
        "broadcaster",
        "website",
        "channel",
        "outlet",
        "agency",
        "network",
    }
)
MASCULINE = frozenset(
    [
        "he",
        "him",
        "his",
        "himself",
        "mr",
        "mr.",
        "sir",
        "lord",
        "king",
        "prince",
        "spokesman",
        "chairman",
        "businessman",
        "actor",
        "father",
        "son",
        "husband",
        "brother",
    ]
)
FEMININE = frozenset(
    [
        "she",
        "her",
        "hers",
        "herself",
        "mrs",
        "mrs.",
        "ms",
        "ms.",
        "miss",
        "lady",
        "queen",
        "princess",
        "spokeswoman",
        "chairwoman",
        "businesswoman",
        "actress",
        "mother",
        "daughter",
        "wife",
        "widow",
        "sister",
    ]
)


def gender_of(words: Collection[str]) -> str | None:
    """The gender that titles, pronouns and nouns tell, unless they tell both or none.

    >>> gender_of({"Mrs.".lower(), "quill"})
    'f'
    """
    masculine, feminine = not MASCULINE.isdisjoint(words), not FEMININE.isdisjoint(words)
    return None if masculine == feminine else "m" if masculine else "f"
