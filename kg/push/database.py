"""The one place that knows the Neo4j driver: a connection whose faults are ours, in one sentence and without secrets."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kg.errors import PushError

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction

SCHEMES = frozenset({"bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc"})


@dataclass(frozen=True, slots=True)
class Access:
    """Where a database is and how to be let in.

    Attributes:
        uri: Where it listens, as in ``bolt://localhost:7687``, without user or password.
        user, password: Who asks; never shown. Without a password nobody is told.
        database: Its name; the user's home database where None.

    Raises:
        PushError: If the address is none, or has a user or password in it, so that it can be shown wherever it is held.
    """

    uri: str
    user: str = "neo4j"
    password: str | None = field(default=None, repr=False)
    database: str | None = None

    def __post_init__(self) -> None:
        """Check the address."""
        _refuse_address(self.uri)


class Database:
    """A database that is open."""

    def __init__(self, driver: "Driver", name: str | None) -> None:
        """Keep the driver, which somebody else closes."""
        self._driver = driver
        self._name = name

    def run(self, statement: str) -> None:
        """Run a statement in a transaction of its own."""
        self._driver.execute_query(statement, database_=self._name)

    def send(self, statement: str, rows: Sequence[object]) -> None:
        """Run a statement over rows, all of them or none; tried again where the server's trouble passes."""

        def work(transaction: "ManagedTransaction") -> None:
            transaction.run(statement, rows=rows).consume()

        with self._driver.session(database=self._name) as session:
            session.execute_write(work)

    def records(self, statement: str) -> Iterator[Sequence[Any]]:
        """What a query finds, as it comes."""
        with self._driver.session(database=self._name, default_access_mode="READ") as session:
            for record in session.run(statement):
                yield record.values()


@contextmanager
def connected(access: Access) -> Iterator[Database]:
    """A database to work with until the block ends; the driver's errors in it become ours.

    Raises:
        PushError: If the driver is missing, nobody answers there, it lets us not in, or it refuses what is asked of it.
    """
    try:
        import neo4j  # noqa: PLC0415 - only a push needs the driver, which is optional
        from neo4j import exceptions  # noqa: PLC0415
    except ImportError as error:
        raise PushError(
            "the Neo4j driver is not installed", remedy="pip install 'kg[neo4j]'"
        ) from error
    credentials = None if access.password is None else (access.user, access.password)
    try:
        with neo4j.GraphDatabase.driver(
            access.uri,
            auth=credentials,
            notifications_min_severity="OFF",
            user_agent="kg",
        ) as driver:
            driver.verify_connectivity()
            yield Database(driver, access.database)
    except exceptions.AuthError as error:
        remedy = "give --user and NEO4J_PASSWORD"
        raise PushError(
            "does not let this user in with this password", remedy=remedy, path=access.uri
        ) from error
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired) as error:
        remedy = "start Neo4j there, or check the address; what was sent stays, and a new push goes on from there"
        raise PushError("does not answer", remedy=remedy, path=access.uri) from error
    except exceptions.Neo4jError as error:
        reason = (error.message or error.code or "no reason given").splitlines()[0]
        raise PushError(f"refuses it ({reason})", path=access.uri) from error
    except exceptions.DriverError as error:
        raise PushError(f"cannot be used ({error})", path=access.uri) from error


def _refuse_address(uri: str) -> None:
    """Refuse what is no address, and one with a password, which lands in histories and logs, without repeating it."""
    try:
        parts = urlsplit(uri)
        named = parts.username is not None or parts.password is not None
        valid = parts.scheme in SCHEMES and bool(parts.hostname)
    except ValueError:
        named = valid = False
    if named or "@" in uri:
        raise PushError(
            "the address has a user or password in it",
            remedy="give them by --user and NEO4J_PASSWORD",
        )
    if not valid:
        remedy = "give one as in bolt://localhost:7687"
        raise PushError("is no address of a Neo4j database", remedy=remedy, path=uri)
