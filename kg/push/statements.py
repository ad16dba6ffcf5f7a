"""The Cypher of a push (Cypher Manual, version 5): merging by id, and removing what is no longer there.

``+=`` with a null removes the property, so that a row sets all columns of its file and leaves a user's own properties.
"""

from kg.push.tables import Table

HELD_EDGES = (
    "MATCH (left)-[it]->(right) WHERE it.digest IS NOT NULL "
    "RETURN type(it), left.id, right.id, it.digest, elementId(it)"
)
"""Which relationships earlier pushes brought."""

REMOVE_EDGES = "UNWIND $rows AS id MATCH ()-[it]->() WHERE elementId(it) = id DELETE it"

ONLINE = "CALL db.awaitIndexes(3600)"
"""Waits until what was sent can be searched, an hour at most."""


def held_nodes(space: str) -> str:
    """Which nodes of an id space earlier pushes brought."""
    return f"MATCH (it:{space}) WHERE it.digest IS NOT NULL RETURN it.id, it.digest"


def remove_nodes(space: str) -> str:
    """Removes nodes of an id space with all their relationships."""
    return f"UNWIND $rows AS id MATCH (it:{space} {{id: id}}) DETACH DELETE it"


def merge(table: Table) -> str:
    """Makes or changes the nodes or relationships of a table."""
    if table.is_of_nodes:
        (space,) = table.spaces
        labels = "".join(f":{name}" for name in table.names if name != space)
        found = f"MERGE (it:{space} {{id: row.id}})"
        return f"UNWIND $rows AS row {found} SET it += row.values" + (labels and f", it{labels}")
    left, right = table.spaces
    (kind,) = table.names
    return (
        f"UNWIND $rows AS row MATCH (left:{left} {{id: row.left}}) "
        f"MATCH (right:{right} {{id: row.right}}) "
        f"MERGE (left)-[it:{kind}]->(right) SET it += row.values"
    )
