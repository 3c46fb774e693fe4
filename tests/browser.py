"""The browser that the tests drive: one that is installed here, or else Playwright's own.

`python -m tests.browser` gets a machine ready and installs one where none starts; `tests/conftest.py` asks
`launch_options` in every run. Without a browser the tests fail; nothing is skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from playwright.sync_api import Error, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from playwright.sync_api import Playwright

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MACOS_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)


class NoBrowserError(Exception):
    """No browser starts on this machine; the message lists what was tried."""


class LaunchOptions(TypedDict, total=False):
    """What Playwright's `launch` is told; without `executable_path` it takes its own browser."""

    executable_path: str
    args: list[str]
    chromium_sandbox: bool
    timeout: float


def launch_options(playwright: Playwright) -> LaunchOptions:
    """Give the options under which a browser starts here; raise NoBrowserError where none does."""
    return first_that_starts(playwright, [*_installed(), None])


def first_that_starts(playwright: Playwright, executables: Iterable[str | None]) -> LaunchOptions:
    """Give the options for the first that starts (None: Playwright's own), or raise NoBrowserError."""
    refusals = []
    for executable in executables:
        options = _options(executable)
        try:
            playwright.chromium.launch(**options).close()
        except Error as refusal:
            refusals.append(f"  {executable or 'Playwright’s own'}: {refusal.message.splitlines()[0]}")
        else:
            return options
    raise NoBrowserError(
        "The tests need Chromium or Chrome, and none starts here.\n"
        + "\n".join(refusals)
        + "\nInstall one, or let `.venv/bin/python -m tests.browser` do it."
    )


def main() -> None:
    """Make sure that a browser starts here, and say which; end with status 1 if none can be had."""
    if not _driver_starts():
        _install("libatomic1")  # what Playwright's node needs and does not bring along
    if not _driver_starts():
        raise SystemExit("Playwright, which drives the browser, does not start here. What it says is above.")
    with sync_playwright() as playwright:
        for install in (_install_chromium, _install_playwrights_own):
            if not _any_starts(playwright):
                install()
        try:
            options = launch_options(playwright)
        except NoBrowserError as missing:
            raise SystemExit(str(missing)) from None
    print("Browser for the tests:", options.get("executable_path", "Playwright’s own Chromium"), flush=True)


def _any_starts(playwright: Playwright) -> bool:
    try:
        launch_options(playwright)
    except NoBrowserError:
        return False
    return True


def _options(executable: str | None) -> LaunchOptions:
    # Chromium's sandbox does not start for root or in most containers; the pages that are opened are our own.
    options = LaunchOptions(args=["--disable-quic"], chromium_sandbox=False, timeout=60_000)
    if executable:
        options["executable_path"] = executable
    return options


def _installed() -> Iterator[str]:
    yield from filter(None, map(shutil.which, COMMANDS))
    yield from (application for application in MACOS_APPLICATIONS if Path(application).exists())


def _driver_starts() -> bool:
    asked = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(asked, check=False, stdout=subprocess.DEVNULL).returncode == 0


def _install_chromium() -> None:
    _install("chromium")


def _install(package: str) -> None:
    """Install one of the distribution's packages, where apt has it and we may; else do nothing."""
    root = _as_root()
    if root is None or not shutil.which("apt-get"):
        return
    _run([*root, "apt-get", "-q", "update"])
    if _apt_has(package):
        quiet = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120")
        _run([*root, *quiet, "install", "-y", "--no-install-recommends", package])


def _install_playwrights_own() -> None:
    """Let Playwright download its Chromium, with the libraries it needs where that is possible."""
    libraries = ["--with-deps"] if sys.platform == "linux" and _as_root() is not None else []
    _run([sys.executable, "-m", "playwright", "install", *libraries, "chromium"])


def _as_root() -> Sequence[str] | None:
    """Give what to put before a command to run it as root: nothing, or sudo; None where neither works."""
    if os.geteuid() == 0:
        return ()
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
    return ("sudo", "-n") if asked.returncode == 0 else None


def _apt_has(package: str) -> bool:
    # Ubuntu's package only asks for a snap, which containers cannot run; its version says so.
    asked = ["env", "LC_ALL=C", "apt-cache", "policy", package]
    answer = subprocess.run(asked, check=False, capture_output=True, text=True).stdout
    candidates = [line.split()[-1] for line in answer.splitlines() if "Candidate:" in line]
    return any(version != "(none)" and "snap" not in version for version in candidates)


def _run(command: Sequence[str]) -> None:
    """Run a command that may fail: whether a browser starts afterwards is what counts."""
    print("$", *command, flush=True)
    subprocess.run(command, check=False, stdin=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
