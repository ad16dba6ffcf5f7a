import pytest

from kg.serve.guard import HEADERS, POLICY, host_name


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("localhost", "localhost"),
        ("LOCALHOST:8000", "localhost"),
        ("127.0.0.1:1", "127.0.0.1"),
        ("[::1]", "::1"),
        ("[::1]:8000", "::1"),
        ("evil.test:8000", "evil.test"),
        ("", ""),
    ],
)
def test_the_host_is_told_without_its_port(header: str, name: str) -> None:
    assert host_name(header) == name


def test_no_script_may_be_inline_and_nothing_may_come_from_elsewhere() -> None:
    rules = dict(rule.strip().split(" ", 1) for rule in POLICY.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["connect-src"] == "'self'"
    assert "http" not in POLICY
    assert HEADERS["X-Content-Type-Options"] == "nosniff"
