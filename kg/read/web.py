"""Fetches one page over HTTP. The only module that reaches a network, and only for addresses that a user names."""

import http.client
import re
import time
import urllib.error
import urllib.parse
import urllib.request

from kg.errors import InputError
from kg.read.document import MAX_ARTICLE_BYTES, Document
from kg.read.readers import BY_MEDIA_TYPE, Reader

SILENCE_TIMEOUT_S = 20.0  # how long a server may say nothing
WHOLE_TIMEOUT_S = 60.0  # how long a page may take altogether
_CHUNK = 64 * 1024
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_HEADERS = {
    "User-Agent": "kg (a reader of news articles)",
    "Accept-Encoding": "identity",
    "Accept": "text/html,*/*;q=0.5",
}
_UNSAFE = "%/:=&?~#+!$,;'@()*[]"  # what has a meaning in an address and is not to be quoted


def is_address(written: str) -> bool:
    """Whether an input is an address and not a path.

    >>> is_address("https://news.example/a"), is_address("news/a.txt")
    (True, False)
    """
    return _ADDRESS.match(written) is not None


def fetch(address: str) -> tuple[Document, Reader]:
    """The page at an address, redirections followed, and the reader for its kind.

    Raises:
        InputError: If it is not http or https, cannot be reached, is refused, takes too long, is too large, or is
            of a kind that nobody reads.
    """
    try:
        request = urllib.request.Request(_quoted(address), headers=_HEADERS)  # noqa: S310 - _quoted checks
        with _opener().open(request, timeout=SILENCE_TIMEOUT_S) as response:
            reader = _reader(address, response.headers.get_content_type())
            body = _body(address, response)
            charset = response.headers.get_content_charset()
            return Document(address, address, body, charset, response.geturl()), reader
    except urllib.error.HTTPError as error:
        error.close()
        raise InputError(_refusal(error), remedy=_SAVE, path=address) from error
    except TimeoutError as error:
        raise _too_slow(address) from error
    except urllib.error.URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise _too_slow(address) from error
        raise InputError(
            f"cannot be reached ({_reason(error.reason)})", remedy=_SAVE, path=address
        ) from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise InputError(
            f"cannot be read ({_reason(error)})", remedy=_SAVE, path=address
        ) from error


_SAVE = "check the address and the network, or save the page as a file"


def _quoted(address: str) -> str:
    """The address in ASCII: its host in IDNA, the rest percent-encoded where it has to be.

    Raises:
        InputError: If it is not http or https.
        ValueError: If it is no address.
    """
    parts = urllib.parse.urlsplit(address)
    if parts.scheme.lower() not in {"http", "https"}:
        remedy = "give one that begins with https://"
        raise InputError("is not an address of a page", remedy=remedy, path=address)
    place = (
        parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    )
    path, query = (urllib.parse.quote(part, safe=_UNSAFE) for part in (parts.path, parts.query))
    return urllib.parse.urlunsplit((parts.scheme, place, path, query, ""))


def _opener() -> urllib.request.OpenerDirector:
    """An opener that knows http and https alone, so that no redirection leads to a file or an FTP server."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
        urllib.request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _reader(address: str, media_type: str) -> Reader:
    reader = BY_MEDIA_TYPE.get(media_type)
    if reader is None:
        raise InputError(
            f"is {media_type}, not a page of text",
            remedy="give the page of the article",
            path=address,
        )
    return reader


def _body(address: str, response: http.client.HTTPResponse) -> bytes:
    """All bytes of an answer, within the limits of size and time."""
    body = bytearray()
    deadline = time.monotonic() + WHOLE_TIMEOUT_S
    while chunk := response.read(_CHUNK):
        body += chunk
        if len(body) > MAX_ARTICLE_BYTES:
            limit = f"is larger than {MAX_ARTICLE_BYTES // 1_000_000} MB"
            raise InputError(limit, remedy="save the article alone as a file", path=address)
        if time.monotonic() > deadline:
            raise _too_slow(address)
    if response.length:  # what was announced and did not come
        raise InputError("broke off", remedy="try again, or save the page as a file", path=address)
    return bytes(body)


def _refusal(error: urllib.error.HTTPError) -> str:
    """What a server answered in place of a page."""
    if error.code in range(300, 400):
        return "the server leads elsewhere and never to a page"
    return f"the server answered {error.code} {error.reason}".rstrip()


def _too_slow(address: str) -> InputError:
    return InputError(
        "took too long to answer", remedy="try again, or save the page as a file", path=address
    )


def _reason(error: object) -> str:
    """What went wrong, in the words of the system, without its number."""
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
