"""Brings a Neo4j database that is running to the state of a build, over Bolt.

What is sent is what stands in the build's ``neo4j/`` folder: rows that are new or have changed go out in batches, and what an
earlier push brought and the build no longer has is removed. So a push can be broken off and taken up again, a second one
changes nothing, and other data in the database is left alone.
"""

from kg.push.database import Access
from kg.push.push import Pushed, Stage, push

__all__ = ["Access", "Pushed", "Stage", "push"]
