"""The house: which room may import which, which module holds which key, and how long things may be.

The tables are the rules. A line that needs a key it does not have is in the wrong room.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.modules import PACKAGE, ROOT, Module, modules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# room: what it may import besides itself and outside packages; everyone may ask for the version.
ROOMS = {
    "addresses": "",
    "elsewhere": "addresses",
    "arithmetic": "",
    "diagnostics": "",
    "models": "",
    "reading": "addresses diagnostics models",
    "checks": "arithmetic diagnostics models reading",
    "site": "models reading",
    "views": "addresses elsewhere arithmetic models site",
    "rendering": "diagnostics",
    "outputs": "addresses site views rendering",
    "building": "addresses elsewhere arithmetic diagnostics models reading checks site views rendering outputs",
    "serving": "diagnostics reading building",
    "editing": "addresses elsewhere arithmetic diagnostics models reading checks site views rendering outputs building",
    "cli": "checks diagnostics building serving editing",
}

# Rooms whose modules never import each other, save their __init__, the list of all; and what serves them all.
APART = {"checks": "", "outputs": "artifact"}

# key: who holds it, and the names that give away a line that needs it. `os.` is whatever lies in os, `.stat`
# an attribute of anything. The longest entry that fits decides; if two keys have it, either will do.
KEYS = {
    "disk": (
        """
        reading/files.py reading/scanning.py reading/named_files.py building/store.py
        building/writer.py building/exchange.py building/lock.py building/refusal.py building/tree.py
        building/search.py
        building/open_tree.py building/beside.py building/ledger.py building/uses.py
        """,
        """
        builtins.open io.open os. os.path. shutil. tempfile glob fileinput linecache fcntl msvcrt mmap
        tarfile zipfile sqlite3 dbm shelve importlib.resources .read_text .read_bytes .write_text .write_bytes
        .open .iterdir .glob .rglob .stat .lstat .exists .is_file .is_dir .is_symlink .is_mount .mkdir .rmdir
        .unlink .touch .rename .chmod .samefile .readlink .symlink_to .hardlink_to
        """,
    ),
    # Pagefind is a program of its own, which reads the pages that search.py lays out for it and writes its index.
    "processes": (
        "building/pool.py building/beside.py building/pagefind.py",
        """
        multiprocessing concurrent.futures.ProcessPoolExecutor concurrent.futures.process subprocess
        os.fork os.forkpty os.system os.popen os.posix_spawn
        os.kill os.cpu_count os.process_cpu_count os.sched_getaffinity
        """,
    ),
    "git": ("reading/revision.py", "subprocess git pygit2 dulwich"),
    "unescaped HTML": (
        "reading/body.py reading/markdown.py rendering/datafiles.py",
        "markupsafe.Markup jinja2.filters.do_mark_safe autoescape=False def:__html__",
    ),
    "addresses": (
        "addresses.py elsewhere.py",
        """
        urllib.parse.quote urllib.parse.quote_plus urllib.parse.quote_from_bytes urllib.parse.urlencode
        urllib.parse.urljoin urllib.parse.urlunsplit urllib.parse.urlunparse
        """,
    ),
    "clock, environment, terminal": (
        "cli/",
        """
        time. datetime.datetime.now datetime.datetime.today datetime.datetime.utcnow datetime.date.today
        os.environ os.environb os.getenv os.getcwd os.getlogin os.isatty os.cpu_count os.process_cpu_count
        os.get_terminal_size shutil.get_terminal_size pathlib.Path.cwd pathlib.Path.home .expanduser
        sys.argv sys.stdin sys.stdout sys.stderr sys.exit builtins.print builtins.input builtins.exit
        logging locale getpass argparse webbrowser click
        """,
    ),
    "network": (
        "editing/fetching.py serving/server.py",
        """
        socket socketserver ssl asyncio http.client http.server http.cookiejar urllib.request
        urllib.robotparser ftplib smtplib imaplib xmlrpc requests httpx aiohttp urllib3 starlette uvicorn
        websockets
        """,
    ),
    "modules of our own, loaded when they are needed": ("outputs/__init__.py", "importlib.import_module"),
    "code made while running, which nobody has": (
        "",
        """
        builtins.eval builtins.exec builtins.compile builtins.__import__ runpy
        pickle marshal shell=True
        """,
    ),
}
NEEDS_NO_KEY = """
    concurrent.futures concurrent.futures.Future concurrent.futures.ThreadPoolExecutor
    os.PathLike os.fspath os.fsencode os.fsdecode os.sep os.linesep os.strerror os.path os.path.join
    os.path.split os.path.splitext os.path.basename os.path.dirname os.path.normpath os.path.commonpath
"""

# How an address of the site begins or ends; addresses.py alone puts one together.
ADDRESS = re.compile(
    r"^/(claims|claimants|topics|sources|matrix|ratings|corrections|tags|search|embed|feeds)/"
    r"|^/(data|schema|assets|files|admin)/|\bindex\.html$"
)

FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
LONGEST_MODULE = 250
LONGEST_BODY = 40


def test_every_module_is_in_a_room() -> None:
    nothing_found_by(homeless)


def test_rooms_import_only_what_their_heading_names() -> None:
    nothing_found_by(foreign_imports)


def test_modules_hold_the_keys_that_their_lines_need() -> None:
    nothing_found_by(missing_keys)


def test_addresses_are_put_together_in_one_place() -> None:
    nothing_found_by(addresses)


def test_modules_and_bodies_are_short() -> None:
    nothing_found_by(long_parts)


def test_every_module_says_what_it_is_for() -> None:
    nothing_found_by(silent)


def test_no_module_is_named_after_a_drawer() -> None:
    nothing_found_by(drawers)


def test_no_template_switches_escaping_off() -> None:
    unescaped = re.compile(r"\|\s*safe\b|\bautoescape\b")
    templates = [path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".xml"}]
    assert [path.name for path in templates if unescaped.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("models/claim.py", "import site_src.reading.catalogue"),
        ("models/claim.py", "from site_src import reading"),
        ("models/claim.py", "from ..reading.catalogue import Catalogue"),
        ("models/claim.py", "def lazily():\n    from site_src.reading import catalogue"),
        ("views/claim.py", "if TYPE_CHECKING:\n    from site_src.reading.body import Body"),
        ("checks/dates.py", "from site_src.checks.slugs import RULE"),
        ("outputs/claims.py", "from . import topics"),
        ("building/plan.py", "from site_src.cli import main"),
        ("building/plan.py", "from site_src.wording import plural"),
    ],
)
def test_an_import_against_the_table_is_found(path: str, line: str) -> None:
    assert len(list(foreign_imports(Module(path, line)))) == 1


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("views/claim.py", "from site_src.views.wording import number"),
        ("views/claim.py", "from site_src.site import matrix"),
        ("checks/__init__.py", "from site_src.checks import dates, slugs"),
        ("outputs/claims.py", "from site_src.outputs.artifact import Artifact"),
        ("building/fingerprint.py", "from site_src import __version__"),
    ],
)
def test_an_import_by_the_table_is_let_through(path: str, line: str) -> None:
    assert list(foreign_imports(Module(path, line))) == []


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("disk", "text = path.read_text()"),
        ("disk", "open('claim.md')"),
        ("disk", "from os import replace as move"),
        ("disk", "import os\nos.path.getsize(name)"),
        ("disk", "from shutil import rmtree"),
        ("disk", "texts = map(Path.read_bytes, paths)"),
        ("processes", "from concurrent.futures import ProcessPoolExecutor"),
        ("git", "import subprocess"),
        ("unescaped HTML", "from markupsafe import Markup"),
        ("unescaped HTML", "import markupsafe\nmarkupsafe.Markup(text)"),
        ("unescaped HTML", "environment = Environment(autoescape=False)"),
        ("unescaped HTML", "class Body:\n    def __html__(self): ..."),
        ("addresses", "from urllib.parse import quote"),
        ("clock", "import datetime as calendar\ncalendar.date.today()"),
        ("environment", "import os\nos.environ['HOME']"),
        ("terminal", "print('done')"),
        ("terminal", "import sys\nsys.stderr.write('done')"),
        ("network", "import urllib.request"),
        ("code made while running", "eval('1 + 1')"),
    ],
)
def test_a_line_that_needs_a_key_is_found(key: str, line: str) -> None:
    complaints = list(missing_keys(Module("views/claim.py", line)))
    assert complaints
    assert all(key in complaint for complaint in complaints)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("reading/files.py", "text = path.read_text()"),
        ("reading/revision.py", "import subprocess"),
        ("building/pool.py", "from concurrent.futures import ProcessPoolExecutor"),
        ("cli/build.py", "import os\nos.environ['HOME']"),
        ("views/claim.py", "import os\nos.fspath(path)"),
        ("views/claim.py", "import os\nos.path.join(folder, name)"),
        ("views/claim.py", "from urllib.parse import urlsplit"),
        ("views/claim.py", "if TYPE_CHECKING:\n    from markupsafe import Markup"),
        ("views/claim.py", "text.replace('a', 'b')"),
    ],
)
def test_a_line_that_needs_no_more_than_the_module_has_is_let_through(path: str, line: str) -> None:
    assert list(missing_keys(Module(path, line))) == []


def test_an_address_in_the_wrong_place_is_found() -> None:
    line = 'href = f"/claims/{slug}/"'
    assert len(list(addresses(Module("views/claim.py", line)))) == 1
    assert list(addresses(Module("addresses.py", line))) == []


def test_what_is_too_long_is_found() -> None:
    longest = 'def work():\n    """Says\n    much."""\n' + "    go()\n" * LONGEST_BODY
    assert list(long_parts(Module("cli/build.py", longest))) == []
    assert len(list(long_parts(Module("cli/build.py", longest + "    go()\n")))) == 1
    assert len(list(long_parts(Module("cli/build.py", "go()\n" * (LONGEST_MODULE + 1))))) == 1


def test_a_module_without_a_room_a_docstring_or_a_good_name_is_found() -> None:
    assert len(list(homeless(Module("wording.py", "")))) == 1
    assert len(list(silent(Module("views/claim.py", "import re")))) == 1
    assert len(list(drawers(Module("views/helpers.py", "")))) == 1
    assert len(list(drawers(Module("utils/dates.py", "")))) == 1


def nothing_found_by(rule: Callable[[Module], Iterator[str]]) -> None:
    """Fail with all that a rule finds in the program, or where there is no program."""
    program = modules()
    assert program
    complaints = [complaint for module in program for complaint in rule(module)]
    assert not complaints, "\n".join(complaints)


def homeless(module: Module) -> Iterator[str]:
    """Give the module if it lies in no room."""
    if module.path != "__init__.py" and module.room not in ROOMS:
        yield f"{module.path} is in no room of the house"


def foreign_imports(module: Module) -> Iterator[str]:
    """Give each import from a room that this one may not see, or from a sibling it stands apart from."""
    for line, name in module.imports():
        package, *rest = name.split(".")
        if package == PACKAGE and rest not in ([], ["__version__"]) and not may_import(module, rest):
            yield f"{module.path}:{line}: may not import {name}"


def may_import(module: Module, name: list[str]) -> bool:
    """Tell whether the tables let the module import a name, given as its parts after the package's."""
    room, *inside = name
    if room != module.room:
        return room in ROOMS.get(module.room, "").split()
    if room not in APART or module.path == f"{room}/__init__.py":
        return True
    return inside[:1] in [[shared] for shared in APART[room].split()]


def missing_keys(module: Module) -> Iterator[str]:
    """Give each line that needs a key which the module does not hold."""
    for line, name in sorted(set(module.uses())):
        needed = keys_for(name)
        if needed and not any(holds(module, key) for key in needed):
            yield f"{module.path}:{line}: {name} needs a key: {' or '.join(needed)}"


def holds(module: Module, key: str) -> bool:
    """Tell whether a module holds a key, by itself or with its whole room."""
    return any(
        module.path == holder or module.path.startswith(holder.rstrip("/") + "/") for holder in KEYS[key][0].split()
    )


def keys_for(name: str) -> list[str]:
    """Give the keys of which one is needed to use a name."""
    tables = {"": NEEDS_NO_KEY} | {key: names for key, (_, names) in KEYS.items()}
    lengths = {key: max(len(entry) * fits(name, entry) for entry in tables[key].split()) for key in tables}
    longest = max(lengths.values())
    return [key for key, length in lengths.items() if key and length == longest > 0]


def fits(name: str, entry: str) -> bool:
    """Tell whether a name is the entry or lies in it."""
    return name == entry or name.startswith(entry if entry.endswith(".") else f"{entry}.")


def addresses(module: Module) -> Iterator[str]:
    """Give each text that begins or ends as an address of the site does."""
    for line, text in module.texts():
        if module.path not in ("addresses.py", "elsewhere.py") and ADDRESS.search(text):
            yield f"{module.path}:{line}: {text!r} is for addresses.py to make"


def long_parts(module: Module) -> Iterator[str]:
    """Give the module if it is too long, and each of its functions whose body is."""
    lines = len(module.text.splitlines())
    if lines > LONGEST_MODULE:
        yield f"{module.path} has {lines} lines"
    for line, name, length in module.functions():
        if length > LONGEST_BODY:
            yield f"{module.path}:{line}: the body of {name} has {length} lines"


def silent(module: Module) -> Iterator[str]:
    """Give the module if it has no docstring."""
    if not ast.get_docstring(module.tree):
        yield f"{module.path} does not say what it is for"


def drawers(module: Module) -> Iterator[str]:
    """Give the module if it, or its folder, is named after a drawer rather than after what is in it."""
    if FORBIDDEN_NAMES & set(re.split(r"[/.]", module.path)):
        yield f"{module.path} needs a name that says what is in it"
