"""A process that answers queries, one after the other, until it is killed or its server is gone.

The store has no time limit of its own, and a query that it is in cannot be called off from within: so it runs here, and the
server ends the process. Nothing but pyoxigraph is imported, so that the next one is ready at once.
"""

import os
import signal
import sys
from pathlib import Path
from queue import SimpleQueue
from tempfile import SpooledTemporaryFile
from threading import Thread

from pyoxigraph import Store

from kg.serve.answering import SPOOLED, Answering
from kg.serve.jobs import Job

READY = b"ready\n"
"""What a process says when it can be asked."""


def _limit_memory(extra: int) -> None:
    """Let the process take no more memory than now and so many bytes; beyond that it ends."""
    statm = Path("/proc/self/statm")
    if not statm.is_file():  # only Linux tells how much it is now
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    pages = int(statm.read_text(encoding="ascii").split()[0])
    limit = pages * resource.getpagesize() + extra
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read_jobs(jobs: "SimpleQueue[Job]") -> None:
    """Put what comes in into a queue; end the process, whatever it is in, when the server is gone."""
    for line in sys.stdin.buffer:
        jobs.put(Job.read(line))
    os._exit(0)


def main(folder: str, max_rows: int, max_bytes: int, max_memory: int, *prefixes: str) -> None:
    """Answer what comes on standard input; ``prefixes`` are names and namespaces in turn."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then ends this
    named = dict(zip(prefixes[::2], prefixes[1::2], strict=True))
    answering = Answering(Store.read_only(folder), named, max_rows, max_bytes)
    out = sys.stdout.buffer
    out.write(READY)
    out.flush()
    _limit_memory(max_memory)
    jobs: SimpleQueue[Job] = SimpleQueue()
    Thread(target=_read_jobs, args=(jobs,), daemon=True).start()
    while True:
        job = jobs.get()
        with SpooledTemporaryFile(SPOOLED) as body:
            head = answering.answer(job, body)
            out.write(head.line())
            body.seek(0)
            left = head.size
            while left and (piece := body.read(min(left, SPOOLED))):
                out.write(piece)
                left -= len(piece)
            out.flush()


if __name__ == "__main__":
    _, place, rows, size, memory, *declared = sys.argv
    main(place, int(rows), int(size), int(memory), *declared)
