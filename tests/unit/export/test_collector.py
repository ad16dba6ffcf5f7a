import gc

import pytest

from kg.export.collector import resting


def test_the_collector_rests_and_goes_on_behind_a_failure() -> None:
    def fail() -> None:
        assert not gc.isenabled()
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"), resting():
        fail()
    assert gc.isenabled()


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    try:
        with resting():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
