"""How many threads numpy is given, in interpreters of their own."""

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(("users", "kept"), [({}, "1"), ({"OPENBLAS_NUM_THREADS": "3"}, "3")])
def test_matrices_are_multiplied_on_one_thread_unless_the_user_says_otherwise(
    users: dict[str, str], kept: str
) -> None:
    others = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    told = subprocess.run(
        [sys.executable, "-c", "import kg, os; print(os.environ['OPENBLAS_NUM_THREADS'])"],
        env=others | users,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == kept
