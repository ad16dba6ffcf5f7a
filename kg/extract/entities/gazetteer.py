"""Places that are known everywhere: countries, large cities, seas, and what else they are called."""

from functools import cache

import pycountry

from kg.extract.lexicon import demonyms, pairs, terms

# First-level divisions of these countries have English names and appear in news without their country.
_DIVIDED = ("AU", "CA", "US")
# Names that are more often something else.
_AMBIGUOUS = frozenset({"Jersey", "Victoria", ""})


@cache
def places() -> frozenset[str]:
    """Names of places as they are written in English news."""
    found = set(terms("places", "known")) | set(pairs("places", "aliases"))
    found.update(demonyms().values())
    for country in pycountry.countries:
        found.add(country.name.split(",")[0].split(" (")[0])
        found.add(getattr(country, "common_name", country.name))
    found.update(
        division.name for division in pycountry.subdivisions if division.country_code in _DIVIDED
    )
    return frozenset(found - _AMBIGUOUS)


def standard(name: str) -> str:
    """The name under which a place is usually known.

    >>> standard("N. Korea"), standard("Oslo")
    ('North Korea', 'Oslo')
    """
    return pairs("places", "aliases").get(name, name)
