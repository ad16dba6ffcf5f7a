"""What an exit status says."""

from enum import IntEnum

from kg.errors import ExtractionError, GraphError, InputError, KgError


class Exit(IntEnum):
    """Exit statuses; 2 is also click's for a wrong command line."""

    WELL = 0
    LEFT_OUT = 1  # some inputs were left out, or with --strict one ended the build
    USAGE = 2  # nothing could be done as asked
    INVALID = 3  # the output breaks its own rules
    FAULT = 70  # a fault of the program (EX_SOFTWARE in sysexits.h)
    INTERRUPTED = 130  # as shells give it for Ctrl-C


_BY_ERROR: tuple[tuple[type[KgError], Exit], ...] = (
    (InputError, Exit.LEFT_OUT),
    (ExtractionError, Exit.LEFT_OUT),
    (GraphError, Exit.INVALID),
    (KgError, Exit.USAGE),
)


def exit_code(error: KgError) -> Exit:
    """The status for an error that ended a command."""
    return next(code for kind, code in _BY_ERROR if isinstance(error, kind))
