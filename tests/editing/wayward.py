"""A server on this machine that answers as it is told, byte by byte, well or badly."""

from __future__ import annotations

import contextlib
import gzip
import socket
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Answer = bytes | Callable[[socket.socket], None]


PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>The bridge costs more | Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette"><meta name="author" content="Harbour desk">
<meta property="article:published_time" content="2024-03-05T08:00:00+01:00"></head>
<body><nav><a href="/">Start</a> <a href="/sport">Sport</a></nav><div class="cookie-banner">We use cookies.</div>
<article><h1>The bridge costs more</h1>
<p>The whole operation came to more than five million euros, the city told the press on Tuesday in the town hall.</p>
<p>The works took eleven weeks; the detour is counted in, as the report of the building department says.</p></article>
<section class="comments"><p>I do not believe a word, writes somebody below.</p></section>
<footer>Imprint</footer></body></html>"""


class Server:
    """Answers each path as `answers` says; `asked` has what was asked, head by head."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        self.answers = answers
        self.asked: list[str] = []
        self.is_closed = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.home = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        self.is_closed.set()
        with contextlib.suppress(OSError), socket.create_connection(self._listening.getsockname()):
            pass  # wakes the one that waits for a connection
        self._thread.join()
        self._listening.close()

    def _serve(self) -> None:
        while not self.is_closed.is_set():
            connection, _ = self._listening.accept()
            with connection, contextlib.suppress(OSError):
                self._answer(connection)

    def _answer(self, connection: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            if not (read := connection.recv(65536)):
                return
            head += read
        self.asked.append(head.decode())
        answer = self.answers[head.decode().split(" ")[1]]
        if isinstance(answer, bytes):
            connection.sendall(answer)
        else:
            answer(connection)


@contextlib.contextmanager
def serving(answers: dict[str, Answer] | None = None) -> Iterator[Server]:
    """Give a server that is closed afterwards."""
    server = Server(answers or {})
    try:
        yield server
    finally:
        server.close()


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """Give an answer of HTTP/1.1; the names of headers have `_` for `-`."""
    told = {"Content-Type": "text/html", "Content-Length": str(len(body))}
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in told.items() if value)
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body


def leading_to(address: str, status: str = "302 Found") -> bytes:
    """Give a redirect."""
    return answer(status=status, Location=address)


def packed(body: bytes) -> bytes:
    """Give an answer packed with gzip."""
    return answer(gzip.compress(body), Content_Encoding="gzip")
