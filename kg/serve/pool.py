"""Keeps processes that answer queries, kills those that take too long, and starts new ones in their place."""

import asyncio
import contextlib
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import IO, Self

from kg.errors import LimitError, ServeError
from kg.serve.answering import SPOOLED
from kg.serve.jobs import Head, Job, Outcome
from kg.serve.settings import MAX_MEMORY, MAX_RESULT, MAX_WAITING, WORKERS, Settings
from kg.serve.worker import READY
from kg.vocabulary import PREFIXES

RETRY_S = 1.0
"""How long to wait before a process is started again that did not start, in seconds."""

_PIECE = 2**16


@dataclass(frozen=True, slots=True)
class Answer:
    """What a process answered.

    Attributes:
        head: How it went.
        body: The bytes, if all went well; whoever reads them closes it.
    """

    head: Head
    body: IO[bytes]


class _Gone(Exception):  # noqa: N818 - not an error yet: the server may have killed it
    """The process has ended."""


class _Worker:
    """A process, seen from the server."""

    def __init__(self, process: Process) -> None:
        self.process = process

    async def answer(self, job: Job) -> Answer:
        """What it answers.

        Raises:
            _Gone: If it ends before.
        """
        body: IO[bytes] = SpooledTemporaryFile(SPOOLED)  # noqa: SIM115 - the reader closes it
        try:
            head = await self._answer(job, body)
        except BaseException as error:
            body.close()
            if isinstance(error, (ConnectionError, asyncio.IncompleteReadError)):
                raise _Gone from error
            raise
        body.seek(0)
        return Answer(head, body)

    async def _answer(self, job: Job, body: IO[bytes]) -> Head:
        tell, hear = self.process.stdin, self.process.stdout
        if tell is None or hear is None:
            raise TypeError("the process was started without pipes")
        tell.write(job.line())
        await tell.drain()
        head = Head.read(await hear.readuntil(b"\n"))
        left = head.size
        while left:
            piece = await hear.readexactly(min(left, _PIECE))
            body.write(piece)
            left -= len(piece)
        return head

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()

    async def end(self) -> None:
        """Kill it, and let go of its pipes."""
        self.kill()
        with contextlib.suppress(ConnectionError):
            await self.process.communicate()


class Pool:
    """The processes of one server; to be entered before it is asked.

    Attributes:
        settings: The limits.
    """

    def __init__(self, folder: Path, settings: Settings, size: int = WORKERS) -> None:
        """Take the folder of the store, which must stay as long as the pool."""
        self.settings = settings
        self._folder = folder
        self._size = size
        self._workers: set[_Worker] = set()
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._waiting = 0
        self._is_open = False
        self._renewals: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        """Start the processes.

        Raises:
            ServeError: If one does not start.
        """
        self._is_open = True
        starting = (self._start() for _ in range(self._size))
        for started in await asyncio.gather(*starting, return_exceptions=True):
            if isinstance(started, BaseException):
                await self._end()
                raise started
            self._idle.put_nowait(started)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End them all."""
        await self._end()

    async def _end(self) -> None:
        self.kill()
        await asyncio.gather(*self._renewals)
        await asyncio.gather(*(worker.end() for worker in self._workers))

    def kill(self) -> None:
        """End all processes at once; what they were asked stays unanswered."""
        self._is_open = False
        for worker in self._workers:
            worker.kill()

    @property
    def processes(self) -> tuple[int, ...]:
        """Their ids, sorted."""
        return tuple(sorted(worker.process.pid for worker in self._workers))

    async def ask(self, job: Job) -> Answer:
        """The answer to a job, as soon as a process is free.

        Raises:
            LimitError: If it takes too long, takes too much memory, or too many wait already.
        """
        worker = await self._free()
        try:
            async with asyncio.timeout(self.settings.timeout_s):
                answer = await worker.answer(job)
        except TimeoutError:
            self._replace(worker)
            raise LimitError(
                f"the query was stopped, as it took longer than {self.settings.timeout_s:g} seconds",
                remedy="make it narrower, or start kg serve with a longer --timeout",
            ) from None
        except _Gone:
            self._replace(worker)
            raise self._unanswered() from None
        except (
            BaseException
        ):  # the client is gone, and what the process writes next would be for another
            self._replace(worker)
            raise
        if answer.head.outcome is Outcome.TOO_LARGE:  # memory that was short once is short again
            self._replace(worker)
            raise self._unanswered()
        self._idle.put_nowait(worker)
        return answer

    def _unanswered(self) -> LimitError:
        if not self._is_open:
            return LimitError("the server is being stopped", remedy="ask again when it is back")
        return LimitError(
            f"the query was stopped, as it needed more than {MAX_MEMORY // 2**20} MB of memory",
            remedy="make it narrower, or sort and group less",
        )

    async def _free(self) -> _Worker:
        """A process that has nothing to do."""
        busy = LimitError("too many queries at once", remedy="ask again in a moment")
        if self._waiting >= MAX_WAITING:
            raise busy
        with self._counted_in():
            try:
                async with asyncio.timeout(self.settings.timeout_s):
                    return await self._idle.get()
            except TimeoutError:
                raise busy from None

    @contextlib.contextmanager
    def _counted_in(self) -> Iterator[None]:
        self._waiting += 1
        try:
            yield
        finally:
            self._waiting -= 1

    def _replace(self, worker: _Worker) -> None:
        """End a process, and have another one started."""
        worker.kill()
        task = asyncio.create_task(self._renew(worker))
        self._renewals.add(task)
        task.add_done_callback(self._renewals.discard)

    async def _renew(self, worker: _Worker) -> None:
        self._workers.discard(worker)
        await worker.end()
        while self._is_open:
            try:
                self._idle.put_nowait(await self._start())
            except ServeError:
                await asyncio.sleep(RETRY_S)
            else:
                return

    async def _start(self) -> _Worker:
        """A process that is ready."""
        limits = (self.settings.max_rows, MAX_RESULT, MAX_MEMORY)
        prefixes = (part for pair in PREFIXES.items() for part in pair)
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", "kg.serve.worker", str(self._folder)),
            *(*map(str, limits), *prefixes),
            stdin=PIPE,
            stdout=PIPE,
            stderr=DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        worker = _Worker(process)
        self._workers.add(worker)
        if process.stdout is None or await process.stdout.readline() != READY:
            self._workers.discard(worker)
            await worker.end()
            raise ServeError("a process for queries did not start", remedy="install kg again")
        return worker
