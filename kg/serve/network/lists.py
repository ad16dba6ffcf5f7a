"""The lists of the page: what passes the filters, a page of it, and the rows to draw that with."""

from collections.abc import Callable

from starlette.exceptions import HTTPException

from kg.serve.network.asked import Filters
from kg.serve.network.gathering import Gathering
from kg.serve.network.parts import AT_ONCE, take_thread
from kg.serve.network.rows import HERE, Rows, listed

PAGE = 50
"""How many rows of a list are given at once."""

ENOUGH = 500
"""How many claims of threads a page of a list holds, beyond which each further thread gets LEAST."""

LEAST = 10


def list_of(rows: Rows, name: str, wanted: Filters) -> bytes:
    """A page of a list.

    Raises:
        HTTPException: 404 if there is no such list.
    """
    maker = _LISTS.get(name)
    if maker is None:
        raise HTTPException(404, f"There is no list “{name}”; there are {', '.join(_LISTS)}.")
    return maker(rows, name, wanted)


def _threads(rows: Rows, name: str, wanted: Filters) -> bytes:
    """Threads with a relation between claims that pass; figures are listed whatever their claims are like."""
    passes = "section = ?"
    if name != "figures" and not wanted.are_open:
        passes += (
            " AND EXISTS (SELECT 1 FROM thread_relation JOIN relation ON relation.place = relation"
            f" WHERE thread = thread.place AND {wanted.condition('relation')})"
        )
    total = rows.count(f"SELECT COUNT(*) FROM thread WHERE {passes}", name)
    page = rows.numbers(
        f"SELECT place FROM thread WHERE {passes} ORDER BY rank LIMIT ? OFFSET ?",
        *(name, PAGE, wanted.start),
    )
    found = Gathering(rows)
    left = ENOUGH
    for thread in page:
        left -= take_thread(rows, found, thread, max(LEAST, min(AT_ONCE, left)))
    ids = rows.ids(page)
    return found.body(total=total, order=[ids[place] for place in page])


def _claims(rows: Rows, _: str, wanted: Filters) -> bytes:
    """Claims in the order of any column; the other way round, also those that are equal in it."""
    column = "published" if wanted.order == "published" else f"by_{wanted.order}"
    passes, way = wanted.condition(), "DESC" if wanted.is_down else "ASC"
    total = rows.count(f"SELECT COUNT(*) FROM claim WHERE {passes}")
    page = rows.numbers(
        f"SELECT place FROM claim WHERE {passes} ORDER BY {column} {way} LIMIT ? OFFSET ?",
        *(PAGE, wanted.start),
    )
    found = Gathering(rows)
    found.claims(page)
    ids = rows.ids(page)
    return found.body(total=total, order=[ids[place] for place in page])


def _voices(rows: Rows, _: str, wanted: Filters) -> bytes:
    """Those who said or passed on a claim that passes, and how many of these each did."""
    passes = (
        "EXISTS (SELECT 1 FROM part WHERE section IN ('said', 'passed')"
        f" AND entity = voice.entity AND {wanted.condition('part')})"
    )
    total = rows.count(f"SELECT COUNT(*) FROM voice WHERE {passes}")
    page = rows.numbers(
        f"SELECT entity FROM voice WHERE {passes} ORDER BY rank LIMIT ? OFFSET ?",
        *(PAGE, wanted.start),
    )
    counts = {
        entity: {"said": said, "passed": passed, "disputed": disputed, "papers": papers}
        for entity, said, passed, disputed, papers in rows.all(
            "SELECT entity, SUM(section = 'said'), SUM(section = 'passed'),"
            " SUM(section = 'said' AND disputed), COUNT(DISTINCT article) FROM part"
            f" WHERE section IN ('said', 'passed') AND entity {HERE} AND {wanted.condition()}"
            " GROUP BY entity",
            listed(page),
        )
    }
    found = Gathering(rows)
    found.things(page)
    ids = rows.ids(page)
    order = [{"id": ids[one], **counts[one]} for one in page]
    return found.body(total=total, order=order)


def _articles(rows: Rows, _: str, wanted: Filters) -> bytes:
    """Articles of the days in view; of disputed claims alone, those that have one that passes."""
    tests = ["TRUE"]
    if wanted.day is not None:
        tests.append(f"day < {wanted.day:d}")
    if wanted.is_disputed:
        condition = wanted.condition("claim")
        tests.append(f"EXISTS (SELECT 1 FROM claim WHERE article = article.place AND {condition})")
    passes = " AND ".join(tests)
    total = rows.count(f"SELECT COUNT(*) FROM article WHERE {passes}")
    page = rows.numbers(
        f"SELECT place FROM article WHERE {passes} ORDER BY rank LIMIT ? OFFSET ?",
        *(PAGE, wanted.start),
    )
    counts = {
        article: {"claims": claims, "disputed": disputed}
        for article, claims, disputed in rows.all(
            "SELECT article, COUNT(*), SUM(disputed) FROM claim"
            f" WHERE article {HERE} AND {wanted.condition()} GROUP BY article",
            listed(page),
        )
    }
    found = Gathering(rows)
    found.things(page)
    none = {"claims": 0, "disputed": 0}
    ids = rows.ids(page)
    order = [{"id": ids[one], **counts.get(one, none)} for one in page]
    return found.body(total=total, order=order)


_LISTS: dict[str, Callable[[Rows, str, Filters], bytes]] = {
    "disputes": _threads,
    "developments": _threads,
    "figures": _threads,
    "claims": _claims,
    "voices": _voices,
    "articles": _articles,
}
