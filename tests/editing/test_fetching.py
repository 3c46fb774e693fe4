"""What is fetched comes back as a value, whatever the other side does."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from site_src.editing import fetching
from site_src.editing.fetched import Fetched, Hop, Limits
from site_src.editing.fetching import fetch, is_public
from tests.editing.wayward import Server, answer, leading_to, packed, serving

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as made:
        yield made


def test_a_document_comes_with_its_type_and_its_character_set(server: Server) -> None:
    server.answers["/a%20b?c=%C3%A9"] = answer(b"<p>Bridge", Content_Type='text/html; charset="ISO-8859-1"')
    got = fetch(f"{server.home}/a%20b?c=é#part")
    assert got == Fetched(
        f"{server.home}/a%20b?c=é#part", status=200, type="text/html", charset="iso-8859-1", body=b"<p>Bridge"
    )


def test_the_program_says_who_it_is_and_sends_nothing_else_of_the_editor(server: Server) -> None:
    server.answers["/"] = answer(b"x")
    fetch(f"{server.home}/")
    names = {line.partition(":")[0] for line in server.asked[0].split("\r\n")[1:] if line}
    assert names == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}
    assert "User-Agent: Touchstone/" in server.asked[0]


def test_redirects_are_followed_and_told(server: Server) -> None:
    server.answers |= {
        "/old": leading_to("/new%20", "301 Moved Permanently"),
        "/new%20": leading_to("dernière?x=1"),
        "/derni%C3%A8re?x=1": answer(b"here"),
    }
    got = fetch(f"{server.home}/old")
    assert (got.body, got.status, got.address) == (b"here", 200, f"{server.home}/dernière?x=1")
    assert got.hops == (Hop(301, f"{server.home}/new%20"), Hop(302, f"{server.home}/dernière?x=1"))


def test_head_asks_for_no_body(server: Server) -> None:
    server.answers["/"] = answer(b"", Content_Length="12345")
    got = fetch(f"{server.home}/", method="HEAD")
    assert (got.status, got.body, got.failure, got.complete) == (200, b"", "", True)
    assert server.asked[0].startswith("HEAD / ")


def test_a_packed_answer_is_unpacked(server: Server) -> None:
    server.answers["/"] = packed(b"bridge " * 1000)
    assert fetch(f"{server.home}/").body == b"bridge " * 1000


def test_an_answer_in_chunks_is_put_together(server: Server) -> None:
    server.answers["/"] = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nbri\r\n3\r\ndge\r\n0\r\n\r\n"
    assert fetch(f"{server.home}/").body == b"bridge"


@pytest.mark.parametrize("body", [answer(b"x" * 5000), packed(b"x" * 5_000_000)], ids=["plain", "packed"])
def test_no_more_is_read_than_is_allowed(server: Server, body: bytes) -> None:
    server.answers["/"] = body
    got = fetch(f"{server.home}/", limits=Limits(size=1000))
    assert (got.body, got.complete, got.failure) == (b"x" * 1000, False, "")


@pytest.mark.parametrize(
    ("told", "failure"),
    [
        (answer(status="404 Not Found"), "The server answers 404 (Not Found)."),
        (answer(status="799 Whatever"), "The server answers 799."),
        (answer(status="304 Not Modified"), "The server answers 304 (Not Modified)."),
        (leading_to("", "302 Found"), "The server answers 302 (Found)."),
        (leading_to("file:///etc/passwd"), "It leads to “file:///etc/passwd”, which is not a complete web address."),
        (
            leading_to("http://me:secret@example.org/"),
            "It leads to “http://me:secret@example.org/”, which holds a user name or password.",
        ),
        (answer(b"x", Content_Encoding="br"), "The server packs its answer in a way that was not asked for (br)."),
        (answer(b"not packed", Content_Encoding="gzip"), "The answer cannot be unpacked."),
        (packed(b"x" * 9999)[:-9], "The answer broke off before its end."),
        (answer(b"short", Content_Length="500"), "The answer broke off before its end."),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nshort",
            "The answer broke off before its end.",
        ),
        (b"", "The server closes the connection without an answer."),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "What the server answers is not HTTP."),
        (b"HTTP/1.1 abc OK\r\n\r\n", "What the server answers is not HTTP."),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 1000 + b"\r\n", "What the server answers is not HTTP."),
        (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 99_999 + b"\r\n\r\n", "What the server answers is not HTTP."),
    ],
)
def test_why_there_is_no_document_is_said_in_words(server: Server, told: bytes, failure: str) -> None:
    server.answers["/"] = told
    assert fetch(f"{server.home}/").failure == failure


def test_a_server_that_sends_a_byte_now_and_then_does_not_hold_anybody_up(server: Server) -> None:
    def drip(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        while not server.is_closed.wait(0.05):
            connection.sendall(b"x")

    server.answers["/"] = drip
    got = fetch(f"{server.home}/", limits=Limits(seconds=0.4))
    assert got.failure == "The server did not finish within 0.4 seconds."
    assert not got.complete


def test_nor_does_one_that_never_ends_its_head_or_says_nothing(server: Server) -> None:
    def mutter(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while not server.is_closed.wait(0.05):
            connection.sendall(b"A")

    def say_nothing(_: socket.socket) -> None:
        server.is_closed.wait(2)

    server.answers |= {"/head": mutter, "/silent": say_nothing}
    for path in ("/head", "/silent"):
        got = fetch(server.home + path, limits=Limits(seconds=0.4))
        assert (got.body, got.failure) == (b"", "The server did not finish within 0.4 seconds.")


def test_redirects_end_where_they_go_in_a_circle_or_on_and_on(server: Server) -> None:
    server.answers |= {"/a": leading_to("/b"), "/b": leading_to("/a")}
    assert fetch(f"{server.home}/a").failure == "It leads in a circle."
    server.answers |= {f"/{number}": leading_to(f"/{number + 1}") for number in range(20)}
    got = fetch(f"{server.home}/0", limits=Limits(redirects=3))
    assert (got.failure, len(got.hops)) == ("It leads on more than 3 times.", 4)


def test_the_public_web_cannot_lead_inside(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers |= {"/": leading_to("/inside"), "/inside": answer(b"secret")}
    assert fetch(f"{server.home}/").body == b"secret"
    # As if the first server were on the public web, and the second again on this machine.
    kinds = iter([True, False])
    monkeypatch.setattr(fetching, "is_public", lambda _: next(kinds))
    got = fetch(f"{server.home}/")
    assert got.failure == "It leads from the public web to an address inside this network, which is not asked."
    assert got.body == b""
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False), ("10.1.2.3", False), ("169.254.169.254", False), ("100.64.0.1", False),
        ("::1", False), ("fe80::1%eth0", False), ("::ffff:192.168.0.1", False), ("192.0.2.1", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address: str, *, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("address", "failure"),
    [
        ("http://127.0.0.1:1/", "The server refuses the connection."),
        ("http://nowhere.invalid/", "There is no server of that name, or no network."),
        (f"http://{'a' * 70}.example.org/", "There can be no server of that name."),
        ("ftp://example.org/", "“ftp://example.org/” is not a complete web address."),
    ],
)
def test_where_nobody_answers_that_is_said(address: str, failure: str) -> None:
    assert fetch(address) == Fetched(address, failure=failure)


def test_where_a_secure_connection_is_asked_of_a_server_that_has_none() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        assert fetch(f"https://127.0.0.1:{port}/", limits=Limits(seconds=0.4)).failure == (
            "The server did not finish within 0.4 seconds."
        )
