"""The preview listens on this machine alone, under its own name alone, and ends at once."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from site_src.serving.desk import Desk
from site_src.serving.server import PortRefused, listen
from tests.modules import ROOT
from tests.serving.preview import COST, COST_PAGE, Office, previewed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.client import HTTPResponse
    from pathlib import Path


@pytest.fixture
def host(office: Office) -> Iterator[str]:
    """Gives name and port of a preview."""
    with previewed(Desk(office.press())) as origin:
        yield origin.removeprefix("http://")


def ask(host: str, target: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    """Asks once, and gives the answer with its body."""
    connection = HTTPConnection(host, timeout=30)
    connection.request(method, target, headers=headers)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_a_page_and_its_head_are_given(host: str) -> None:
    whole, page = ask(host, "/harbour/")
    head, nothing = ask(host, "/harbour/", "HEAD")
    assert (whole.status, head.status, nothing) == (200, 200, b"")
    assert head.headers["Content-Length"] == whole.headers["Content-Length"] == str(len(page))
    assert head.headers["Cache-Control"] == "no-store"


def test_a_part_is_given(host: str) -> None:
    part, body = ask(host, "/harbour/data/claims.csv", Range="bytes=0-5")
    assert (part.status, body) == (206, b'"slug"')
    assert part.headers["Content-Range"].startswith("bytes 0-5/")


@pytest.mark.parametrize("name", ["example.org", "example.org:8000", "127.0.0.1.example.org:8000", "10.0.0.1:80", ""])
def test_under_another_name_nothing_is_told(host: str, name: str) -> None:
    refused, body = ask(host, "/harbour/", Host=name)
    assert refused.status == 403
    assert b"Harbour" not in body


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST"])
def test_under_this_machines_names_all_is(host: str, name: str) -> None:
    port = host.rpartition(":")[2]
    assert ask(host, "/harbour/", Host=f"{name}:{port}")[0].status == 200


def test_nothing_can_be_sent_to_it(host: str) -> None:
    refused, _ = ask(host, "/harbour/", "POST")
    assert (refused.status, refused.headers["Allow"]) == (405, "GET, HEAD")


def test_several_questions_go_over_one_connection(host: str) -> None:
    connection = HTTPConnection(host, timeout=30)
    for target in ("/harbour/", "/harbour/nowhere/", "/harbour/assets/site.css"):
        connection.request("GET", target)
        assert connection.getresponse().read()
    connection.close()


def test_an_open_page_is_told_to_load_again_or_what_is_wrong(office: Office) -> None:
    with previewed(Desk(office.press())) as origin:
        host = origin.removeprefix("http://")
        _, page = ask(host, f"/harbour/{COST_PAGE}")
        seen = re.search(rb'data-site="(\d+)" data-problems="(\d+)"', page)
        assert seen
        target = f"/__touchstone/events?page=/harbour/{COST_PAGE}&site={seen[1].decode()}&problems={seen[2].decode()}"
        connection = HTTPConnection(host, timeout=30)
        connection.request("GET", target)
        stream = connection.getresponse()
        assert stream.headers["Content-Type"] == "text/event-stream"
        office.edit(COST, "rating: partly-supported", "rating: nearly")
        name, told = event(stream)
        assert name == "problems"
        assert "nearly" in told
        office.edit(COST, "rating: nearly", "rating: supported")
        assert event(stream) == ("site", "")
        connection.close()


def test_an_answer_that_fails_is_told_as_ours(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(office.press())
    monkeypatch.setattr(desk, "sheet", None)
    with previewed(desk) as origin:
        response, body = ask(origin.removeprefix("http://"), "/harbour/")
    assert response.status == 500
    assert b"mistake" in body


def test_a_port_that_is_taken_is_refused_with_a_sentence(office: Office) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(PortRefused, match=f"Port {port} cannot be had"):
            listen(Desk(office.press()), port)


def test_without_a_port_the_next_free_one_is_taken(office: Office) -> None:
    with listen(Desk(office.press())) as first, listen(Desk(office.press())) as second:
        assert first.server_port < second.server_port < 8020


@pytest.mark.parametrize("listeners", [0, 2])
def test_an_interrupt_ends_it_at_once_and_quietly(office: Office, tmp_path: Path, listeners: int) -> None:
    command = [sys.executable, str(ROOT / "build.py"), "serve", "--content", str(office.content), "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout
        told = program.stdout.readline()
        assert program.stdout.readline() == "Ctrl-C ends it.\n"
        host = told.removeprefix("Preview: http://").partition("/")[0]
        streams = [HTTPConnection(host, timeout=30) for _ in range(listeners)]
        for stream in streams:
            stream.request("GET", "/__touchstone/events?page=/harbour/")
            assert stream.getresponse().readline() == b"retry: 1000\n"
        program.send_signal(signal.SIGINT)
        output, errors = program.communicate(timeout=30)
        for stream in streams:
            stream.close()
    assert told.endswith("/harbour/\n")
    assert (program.returncode, output, errors) == (0, "", "")


def event(stream: HTTPResponse) -> tuple[str, str]:
    """Gives name and data of the next event."""
    lines: dict[str, str] = {}
    while line := stream.readline().decode():
        name, _, value = line.rstrip("\n").partition(":")
        lines[name] = value.strip()
        if not name and "event" in lines:
            return lines["event"], json.loads(lines["data"]) if lines["data"] else ""
    raise EOFError(lines)
