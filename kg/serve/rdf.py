"""Writes triples with the prefixes of kg."""

from collections.abc import Iterable, Mapping

from pyoxigraph import RdfFormat, Triple, serialize

from kg.vocabulary import PREFIXES


def written(
    triples: Iterable[Triple], extension: str, prefixes: Mapping[str, str] = PREFIXES
) -> bytes:
    """The triples in the format of a file name extension.

    Raises:
        ValueError: If there is no such format.
    """
    form = RdfFormat.from_extension(extension)
    if form is None:
        raise ValueError(f"there is no RDF format {extension!r}")
    return serialize(triples, format=form, prefixes=dict(prefixes)) or b""
