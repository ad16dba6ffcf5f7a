import socket
import ssl
import urllib.error
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from kg.errors import InputError
from kg.read import web
from kg.read.web import fetch, is_address

Answer = tuple[int, dict[str, str], bytes]
PAGES: dict[str, Answer] = {
    "/page": (200, {"Content-Type": "text/html; charset=iso-8859-1"}, b"caf\xe9"),
    "/caf%C3%A9?q=d%C3%A9": (200, {"Content-Type": "text/html"}, b"accents"),
    "/text": (200, {"Content-Type": "text/plain"}, b"words"),
    "/moved": (302, {"Location": "/page"}, b""),
    "/ftp": (302, {"Location": "ftp://127.0.0.1/a"}, b""),
    "/file": (302, {"Location": "file:///etc/hostname"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-"),
    "/large": (200, {"Content-Type": "text/html"}, b"x" * 2000),
    "/short": (200, {"Content-Type": "text/html", "Content-Length": "99"}, b"x"),
    "/gone": (410, {}, b""),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, headers, body = PAGES.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        """Keep the test's output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


def test_a_page_comes_with_its_encoding_and_its_reader(site: str) -> None:
    document, reader = fetch(f"{site}/page")
    assert (document.data(), document.charset) == (b"caf\xe9", "iso-8859-1")
    assert (document.path, document.file, document.url) == (f"{site}/page",) * 3
    assert reader.name == "html"


def test_plain_text_is_read_as_such(site: str) -> None:
    assert fetch(f"{site}/text")[1].name == "plain"


def test_redirections_are_followed_and_the_last_address_is_kept(site: str) -> None:
    document, _ = fetch(f"{site}/moved")
    assert (document.path, document.url) == (f"{site}/moved", f"{site}/page")


def test_letters_beyond_ascii_are_encoded(site: str) -> None:
    assert fetch(f"{site}/café?q=dé#part")[0].data() == b"accents"
    assert fetch(f"{site}/caf%C3%A9?q=d%C3%A9")[0].data() == b"accents"


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("/none", "the server answered 404 Not Found"),
        ("/gone", "the server answered 410 Gone"),
        ("/ftp", "unknown url type: ftp"),
        ("/file", "leads elsewhere"),
        ("/loop", "leads elsewhere"),
        ("/pdf", "is application/pdf, not a page of text"),
        ("/short", "broke off"),
    ],
)
def test_an_answer_that_is_no_page_is_one_clear_sentence(
    site: str, path: str, problem: str
) -> None:
    with pytest.raises(InputError, match=problem) as raised:
        fetch(site + path)
    assert raised.value.path == site + path
    assert raised.value.remedy
    assert "\n" not in str(raised.value)


def test_a_page_above_the_limit_is_not_read_to_its_end(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "MAX_ARTICLE_BYTES", 1000)
    with pytest.raises(InputError, match="is larger than"):
        fetch(f"{site}/large")


def test_a_page_that_takes_too_long_altogether_is_given_up(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web, "WHOLE_TIMEOUT_S", -1.0)
    with pytest.raises(InputError, match="took too long"):
        fetch(f"{site}/page")


def test_a_server_that_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "SILENCE_TIMEOUT_S", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(InputError, match="took too long to answer; try again"):
            fetch(address)


def test_nobody_listening_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(InputError, match=r"cannot be reached \(Connection refused\)"):
        fetch(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    ("cause", "problem"),
    [
        (
            urllib.error.URLError(socket.gaierror(-2, "Name or service not known")),
            "Name or service not known",
        ),
        (urllib.error.URLError(TimeoutError("timed out")), "took too long"),
        (
            urllib.error.URLError(ssl.SSLCertVerificationError(1, "certificate has expired")),
            "has expired",
        ),
    ],
)
def test_faults_of_the_network_are_told_in_its_words(
    monkeypatch: pytest.MonkeyPatch, cause: urllib.error.URLError, problem: str
) -> None:
    class Opener:
        def open(self, *_request: object, timeout: float) -> None:
            assert timeout
            raise cause

    opener: Callable[[], Opener] = Opener
    monkeypatch.setattr(web, "_opener", opener)
    with pytest.raises(InputError, match=problem):
        fetch("https://post.example/a")


@pytest.mark.parametrize("address", ["ftp://post.example/a", "file:///etc/hostname", "HTTPX://a"])
def test_only_http_and_https_are_addresses_of_pages(address: str) -> None:
    with pytest.raises(InputError, match="give one that begins with https://"):
        fetch(address)


@pytest.mark.parametrize("address", ["http://", "http://[::1", "http://a..b/é", "http://x:port/"])
def test_an_address_that_is_none_is_an_error(address: str) -> None:
    with pytest.raises(InputError):
        fetch(address)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("https://a.example", True),
        ("ftp://a", True),
        ("a/b.txt", False),
        ("C:\\a.txt", False),
        ("", False),
    ],
)
def test_addresses_are_told_from_paths(written: str, *, expected: bool) -> None:
    assert is_address(written) is expected
