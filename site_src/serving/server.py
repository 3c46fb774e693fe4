"""Listens on this machine alone, and answers: files to browsers, and news to the pages that are open."""

from __future__ import annotations

import json
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from site_src.serving.answers import Answer, answer, part, problems_at
from site_src.serving.overlay import EVENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from site_src.serving.desk import Desk, News

HOST = "127.0.0.1"
PORTS = range(8000, 8020)
"""The ports that are tried in turn where none is asked for."""

# Another name that leads here is a page of somebody else's, which would read the drafts (DNS rebinding).
_NAMES = ("127.0.0.1", "localhost")
_HEARTBEAT = 5.0  # seconds between two signs of life to an open page, by which one that has gone is noticed
_LOADED_WITH_A_PAGE = ("style", "script", "image", "font")  # what browsers say that a file is for (Fetch standard)
_TEXT = "text/plain; charset=utf-8"
_FAILED = Answer(500, _TEXT, b"The program made a mistake; its terminal shows which.\n")
_ALWAYS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)


class PortRefused(Exception):
    """No port could be had: `message` says why, `hint` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        """Keep both sentences."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class Server(ThreadingHTTPServer):
    """Answers from one desk, each question in a thread of its own; none of them holds up the end."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, port: int, desk: Desk) -> None:
        """Listen on a port of this machine; 0 takes any that is free. Raises OSError."""
        super().__init__((HOST, port), _Handler)
        self.desk = desk

    def server_bind(self) -> None:
        """Take the port without asking the network for this machine's name, which can take seconds."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    @property
    def origin(self) -> str:
        """Give the address of the host, without a slash at its end."""
        return f"http://{HOST}:{self.server_port}"


def listen(desk: Desk, port: int | None = None) -> Server:
    """Listen on a port or, where none is asked for, on the first of PORTS that is free; raises PortRefused."""
    for one in PORTS if port is None else (port,):
        with suppress(OSError, OverflowError):
            return Server(one, desk)
    if port is None:
        message = f"None of the ports {PORTS.start} to {PORTS.stop - 1} is free."
        raise PortRefused(message, "End another preview, or name a port: --port 9000")
    raise PortRefused(
        f"Port {port} cannot be had: something else listens there, or it is not for everybody.",
        "Leave --port out to take one that is free, or name another above 1023.",
    )


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "touchstone"
    sys_version = ""
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = 60.0
    server: Server

    def handle(self) -> None:
        """Answer; that a browser has gone on already is no mistake."""
        with suppress(ConnectionError):
            super().handle()

    def finish(self) -> None:
        """Send what is left, if there is somebody to send it to."""
        with suppress(ConnectionError):
            super().finish()

    def do_GET(self) -> None:
        """Answer in full, with the part that is asked for, or with news."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answer with the head alone."""
        self._answer()

    def do_POST(self) -> None:
        """Refuse, as a static host does."""
        self.close_connection = True  # what comes after the head is not read
        self._send(Answer(405, _TEXT, b"", (("Allow", "GET, HEAD"),)))

    def log_message(self, *_: object) -> None:
        """Keep quiet: the terminal is for what goes wrong."""

    def _answer(self) -> None:
        if self.headers.get("Host", "").lower().rpartition(":")[0] not in _NAMES:
            where = f"This preview answers at {self.server.origin}/ alone.\n"
            self._send(Answer(403, _TEXT, where.encode()))
        elif urlsplit(self.path).path == EVENTS and self.command == "GET":
            self._tell_news()
        else:
            made = _FAILED
            try:
                with_page = self.headers["Sec-Fetch-Dest"] in _LOADED_WITH_A_PAGE
                made = part(answer(self.server.desk, self.path, with_page=with_page), self.headers["Range"])
            finally:  # a mistake of ours goes to the terminal, with its traceback; the browser hears of it
                self._send(made)

    def _send(self, made: Answer) -> None:
        self.send_response(made.status)
        headers = (("Content-Type", made.type), ("Content-Length", str(len(made.body))), ("Accept-Ranges", "bytes"))
        for name, value in (*headers, *_ALWAYS, *made.headers):
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(made.body)

    def _tell_news(self) -> None:
        """Send server-sent events (HTML standard, section 9.2) as long as the page is open."""
        self.close_connection = True
        self.send_response(200)
        for header in (("Content-Type", "text/event-stream"), ("Connection", "close"), *_ALWAYS):
            self.send_header(*header)
        self.end_headers()
        asked = {name: values[-1] for name, values in parse_qs(urlsplit(self.path).query).items()}
        with self.server.desk.listening():
            for event in _events(self.server.desk, asked.get("page", ""), asked.get("site"), asked.get("problems")):
                self.wfile.write(event)
                self.wfile.flush()


def _events(desk: Desk, page: str, site: str | None, problems: str | None) -> Iterator[bytes]:
    """Give what a page is to be told that has seen these numbers: to load again, or its problems as HTML."""
    yield b"retry: 1000\n\n"
    news: News | None = desk.news()
    while news:
        panel = "" if str(news.problems) == problems else problems_at(desk, page)
        if str(news.site) != site or panel is None:
            yield b"event: site\ndata:\n\n"
        elif str(news.problems) != problems:
            yield f"event: problems\ndata: {json.dumps(panel)}\n\n".encode()
        site, problems, before = str(news.site), str(news.problems), news
        while (news := desk.news_after(before, _HEARTBEAT)) == before:
            yield b": still here\n\n"
