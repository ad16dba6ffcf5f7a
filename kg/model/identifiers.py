"""Stable, readable identifiers, the same on every machine and in every format.

An identifier is a path below the base IRI that the user chooses: the kind, a slug for the reader, and a short
hash of what makes the thing what it is, such as ``claim/nine-people-have-died-3f6c1a09be``.
"""

import hashlib
import re
import unicodedata

SLUG_LENGTH = 40
HASH_LENGTH = 10


def slug(label: str) -> str:
    """The label in lower-case ASCII words joined by hyphens, cut at a word within SLUG_LENGTH characters.

    >>> slug("Nine dead, 31 missing as Orlava bursts its banks")
    'nine-dead-31-missing-as-orlava-bursts'
    >>> slug("김정은")
    ''
    """
    folded = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", folded)
    kept = ""
    for word in words:
        longer = f"{kept}-{word}" if kept else word[:SLUG_LENGTH]
        if len(longer) > SLUG_LENGTH:
            break
        kept = longer
    return kept


def digest(*facts: str) -> str:
    """The first HASH_LENGTH hexadecimal digits of the SHA-256 of the facts."""
    return hashlib.sha256("\x1f".join(facts).encode()).hexdigest()[:HASH_LENGTH]


def mint(kind: str, label: str, *identity: str) -> str:
    """An identifier of a thing of this kind.

    Args:
        kind: The node kind, such as ``Claim``; lower-cased in the result.
        label: What a reader would call it; becomes the slug and is no part of the identity.
        identity: The facts that tell it from all others of its kind.

    >>> mint("Person", "Ostap Verin", "ostap verin")
    'person/ostap-verin-bca2c2b915'
    """
    name = slug(label)
    tail = digest(kind, *identity)
    return f"{kind.lower()}/{name}-{tail}" if name else f"{kind.lower()}/{tail}"
