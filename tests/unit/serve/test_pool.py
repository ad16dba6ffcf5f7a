import asyncio
import json
import os
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from kg.errors import LimitError, ServeError
from kg.serve import pool as pools
from kg.serve.jobs import Job, Outcome
from kg.serve.pool import Answer, Pool
from kg.serve.settings import Settings

ENDLESS = Job("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
QUICK = Job("ASK { ?claim a kg:Claim }")


def run(
    folder: Path, work: Callable[[Pool], Awaitable[None]], timeout_s: float = 5.0, size: int = 2
) -> None:
    async def inside() -> None:
        async with Pool(folder, Settings(timeout_s=timeout_s), size) as pool:
            await work(pool)

    asyncio.run(inside())


def said(answer: Answer) -> object:
    with answer.body:
        return json.loads(answer.body.read())["boolean"]


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def test_queries_are_answered_one_after_the_other_and_side_by_side(folder: Path) -> None:
    async def work(pool: Pool) -> None:
        answers = await asyncio.gather(*(pool.ask(QUICK) for _ in range(20)))
        assert [said(answer) for answer in answers] == [True] * 20

    run(folder, work)


def test_a_query_past_its_time_is_stopped_with_its_process_and_another_takes_its_place(
    folder: Path,
) -> None:
    async def work(pool: Pool) -> None:
        (before,) = pool.processes
        started = time.monotonic()
        with pytest.raises(LimitError, match=r"longer than 0.5 seconds; make it narrower"):
            await pool.ask(ENDLESS)
        assert time.monotonic() - started < 2
        assert said(await pool.ask(QUICK)) is True
        assert before not in pool.processes
        assert not is_alive(before)

    run(folder, work, timeout_s=0.5, size=1)


def test_a_slow_query_keeps_no_other_waiting(folder: Path) -> None:
    async def work(pool: Pool) -> None:
        slow = asyncio.create_task(pool.ask(ENDLESS))
        await asyncio.sleep(0.2)
        started = time.monotonic()
        assert said(await pool.ask(QUICK)) is True
        assert time.monotonic() - started < 1
        slow.cancel()
        with pytest.raises(asyncio.CancelledError):
            await slow

    run(folder, work)


def test_what_a_client_no_longer_waits_for_is_stopped(folder: Path) -> None:
    async def work(pool: Pool) -> None:
        (before,) = pool.processes
        slow = asyncio.create_task(pool.ask(ENDLESS))
        await asyncio.sleep(0.2)
        slow.cancel()
        await asyncio.gather(slow, return_exceptions=True)
        assert said(await pool.ask(QUICK)) is True
        assert not is_alive(before)

    run(folder, work, size=1)


def test_a_query_that_takes_too_much_memory_is_stopped(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pools, "MAX_MEMORY", 64 * 2**20)
    sorting = Job("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i LIMIT 5")

    async def work(pool: Pool) -> None:
        with pytest.raises(LimitError, match="more than 64 MB of memory"):
            await pool.ask(sorting)
        assert said(await pool.ask(QUICK)) is True

    run(folder, work, timeout_s=60, size=1)


def test_who_comes_when_too_many_wait_is_told_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pools, "MAX_WAITING", 0)

    async def work(pool: Pool) -> None:
        with pytest.raises(LimitError, match="too many queries at once"):
            await pool.ask(QUICK)

    run(folder, work)


def test_who_waits_too_long_for_a_process_is_told(folder: Path) -> None:
    async def work(pool: Pool) -> None:
        slow = [asyncio.create_task(pool.ask(ENDLESS)) for _ in range(3)]
        messages = [str(error) for error in await asyncio.gather(*slow, return_exceptions=True)]
        assert all("stopped" in message or "at once" in message for message in messages)

    run(folder, work, timeout_s=0.3, size=1)


def test_all_processes_end_with_the_pool(folder: Path) -> None:
    processes: list[int] = []

    async def work(pool: Pool) -> None:
        slow = asyncio.create_task(pool.ask(ENDLESS))
        await asyncio.sleep(0.2)
        processes.extend(pool.processes)
        pool.kill()
        with pytest.raises(LimitError, match="the server is being stopped"):
            await slow

    run(folder, work)
    assert len(processes) == 2
    assert not any(map(is_alive, processes))


def test_an_answer_longer_than_a_pipe_comes_whole(folder: Path) -> None:
    async def work(pool: Pool) -> None:
        values = " ".join(f'"{n:0100}"' for n in range(9000))
        answer = await pool.ask(Job(f"SELECT ?v {{ VALUES ?v {{ {values} }} }}", solutions="tsv"))
        with answer.body:
            body = answer.body.read()
        assert answer.head.outcome is Outcome.WELL
        assert (len(body), body.count(b"\n")) == (answer.head.size, 9001)

    run(folder, work)


def test_a_process_that_does_not_start_is_an_error(tmp_path: Path) -> None:
    async def work(_: Pool) -> None:
        raise AssertionError("there is nothing to ask")

    with pytest.raises(ServeError, match="did not start"):
        run(tmp_path / "nowhere", work)
