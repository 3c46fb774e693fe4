"""Documents from the web, for the commands that an editor calls for it: http and https only, bounded in every way.

What comes back is a value, whatever the other side does: the status, where it led, the bytes, or why there are none.
No cookies, no proxy, no credentials. What lies on the public web cannot lead into the editor's own network.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import zlib
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, Self
from urllib.parse import urlsplit

from site_src import __version__
from site_src.editing.fetched import Fetched, Hop, Limits
from site_src.elsewhere import led_to, request_target
from site_src.models.texts import url_problem

if TYPE_CHECKING:
    from types import TracebackType

USER_AGENT = f"Touchstone/{__version__} (a fact-checking tool; asked for by an editor)"


def fetch(address: str, *, method: Literal["GET", "HEAD"] = "GET", limits: Limits | None = None) -> Fetched:
    """Ask for a document and follow where it leads; whatever happens is told in what is returned."""
    within = limits or Limits()
    hops: list[Hop] = []
    with _Visit(within) as visit:
        while True:
            got, to = _asked(hops[-1].address if hops else address, method, visit)
            if got.failure or not to:
                return replace(got, hops=tuple(hops))
            seen = [address, *(hop.address for hop in hops)]
            hops.append(Hop(got.status or 0, to))
            if to in seen:
                return replace(got, hops=tuple(hops), failure="It leads in a circle.")
            if len(hops) > within.redirects:
                return replace(got, hops=tuple(hops), failure=f"It leads on more than {within.redirects} times.")


def is_public(address: str) -> bool:
    """Tell whether an IP address is one of the public web, by IANA's registries."""
    found = ipaddress.ip_address(address.partition("%")[0])
    return (getattr(found, "ipv4_mapped", None) or found).is_global


_LEADS_ON = (301, 302, 303, 307, 308)
_CHUNK = 65_536
_STEP = 15.0  # seconds for one step of the conversation, such as the connection
_ACCEPT = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5"


class _InsideError(OSError):
    """The public web led to an address inside the editor's own network."""


@dataclass(slots=True)
class _Visit:
    """One errand over all its redirects: ends the connection when the time is up, and knows where it has been."""

    limits: Limits
    been_outside: bool = False
    is_over: bool = False
    _socket: socket.socket | None = None
    _alarm: threading.Timer = field(init=False)
    _context: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def __enter__(self) -> Self:
        self._alarm = threading.Timer(self.limits.seconds, self._end)
        self._alarm.daemon = True
        self._alarm.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._alarm.cancel()

    def secured(self, plain: socket.socket, host: str) -> ssl.SSLSocket:
        """Wrap a connection; the handshake is still to be made, and the alarm watches it."""
        wrapped = self._context.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)
        try:
            self.watch(wrapped)
            wrapped.do_handshake()
        except BaseException:
            wrapped.close()
            raise
        return wrapped

    def watch(self, connection: socket.socket) -> None:
        """Take a connection under the alarm; raises where it leads inside from outside."""
        is_outside = is_public(connection.getpeername()[0])
        if self.been_outside and not is_outside:
            raise _InsideError
        self.been_outside |= is_outside
        self._socket = connection
        if self.is_over:
            self._end()

    def _end(self) -> None:
        self.is_over = True
        if self._socket is not None:
            with suppress(OSError):
                # Not SSLSocket's own, which would take the connection apart under the hands of the one that reads.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


class _Plain(http.client.HTTPConnection):
    """A connection under the alarm."""

    visit: _Visit

    def connect(self) -> None:
        super().connect()
        self.visit.watch(self.sock)


class _Secure(http.client.HTTPSConnection):
    """The same, over TLS."""

    visit: _Visit

    def connect(self) -> None:
        http.client.HTTPConnection.connect(self)
        self.sock = self.visit.secured(self.sock, self.host)


def _asked(address: str, method: str, visit: _Visit) -> tuple[Fetched, str]:
    """Ask one server once; gives what it answered, and the address to which that leads, empty where it is the end."""
    if problem := url_problem(address):
        return Fetched(address, failure=f"“{address}” {problem}."), ""
    connection = _connection(address, visit)
    try:
        headers = {"User-Agent": USER_AGENT, "Accept": _ACCEPT, "Accept-Encoding": "gzip", "Connection": "close"}
        connection.request(method, request_target(address), headers=headers)
        return _answered(address, connection.getresponse(), visit)
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        return Fetched(address, failure=_why(error, visit)), ""
    finally:
        connection.close()


def _connection(address: str, visit: _Visit) -> _Plain | _Secure:
    parts = urlsplit(address)
    make = _Secure if parts.scheme.lower() == "https" else _Plain
    connection = make(parts.hostname or "", parts.port, timeout=min(_STEP, visit.limits.seconds))
    connection.visit = visit
    return connection


def _answered(address: str, response: http.client.HTTPResponse, visit: _Visit) -> tuple[Fetched, str]:
    headers, status = response.headers, response.status
    got = Fetched(address, (), status, headers.get_content_type(), headers.get_content_charset("") or "")
    if status in _LEADS_ON and (location := headers.get("Location", "")):
        to = led_to(address, _as_utf8(location))
        problem = url_problem(to)
        return (replace(got, failure=f"It leads to “{to}”, which {problem}."), "") if problem else (got, to)
    if not 200 <= status < 300:
        return replace(got, failure=f"The server answers {status}{_phrase(status)}."), ""
    return _with_body(got, response, visit), ""


def _with_body(got: Fetched, response: http.client.HTTPResponse, visit: _Visit) -> Fetched:
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in ("identity", "gzip", "x-gzip", ""):
        return replace(got, failure=f"The server packs its answer in a way that was not asked for ({packing}).")
    unpack = zlib.decompressobj(31) if "gzip" in packing else None
    body, most = b"", visit.limits.size
    while len(body) <= most and (chunk := response.read(_CHUNK)):
        body += unpack.decompress(chunk, most + 1 - len(body)) if unpack else chunk
    whole = len(body) <= most
    if visit.is_over or (whole and (response.length or (unpack and body and not unpack.eof))):
        why = _too_long(visit) if visit.is_over else "The answer broke off before its end."
        return replace(got, body=body[:most], complete=False, failure=why)
    return replace(got, body=body[:most], complete=whole)


def _why(error: Exception, visit: _Visit) -> str:
    """Say in words why there was no answer."""
    if visit.is_over or isinstance(error, TimeoutError):
        return _too_long(visit)
    if isinstance(error, _InsideError):
        return "It leads from the public web to an address inside this network, which is not asked."
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"The server's certificate is not valid: {error.verify_message}."
    words = next((words for kind, words in _WORDS.items() if isinstance(error, kind)), "")
    return words or f"There is no way to the server: {getattr(error, 'strerror', None) or error}."


_WORDS: dict[type[Exception], str] = {
    ssl.SSLError: "No secure connection can be made to the server.",
    socket.gaierror: "There is no server of that name, or no network.",
    ConnectionRefusedError: "The server refuses the connection.",
    http.client.RemoteDisconnected: "The server closes the connection without an answer.",
    ConnectionError: "The server broke the connection off.",
    http.client.IncompleteRead: "The answer broke off before its end.",
    UnicodeError: "There can be no server of that name.",
    http.client.HTTPException: "What the server answers is not HTTP.",
    zlib.error: "The answer cannot be unpacked.",
    ValueError: "What the server answers is not HTTP.",
}


def _too_long(visit: _Visit) -> str:
    return f"The server did not finish within {visit.limits.seconds:g} seconds."


def _phrase(status: int) -> str:
    return f" ({http.client.responses[status]})" if status in http.client.responses else ""


def _as_utf8(header: str) -> str:
    """Read a header, which arrives as Latin-1, as the UTF-8 that servers mean."""
    return header.encode("latin-1", "replace").decode("utf-8", "replace").strip()
