"""No file of a megabyte takes long or much, whatever is in it: it is read, checked and told within hard limits.

The limits are those of a process, of its own time and memory, wide enough for a slow machine. What they are set for are
inputs that would take minutes, or forever, if anything grew faster than its text.
"""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from tests.hostile.searching import TIMES
from tests.hostile.worst_bodies import WORST_BODIES
from tests.hostile.worst_keys import WORST_KEYS
from tests.hostile.worst_sound import WORST_SOUND
from tests.hostile.worst_texts import WORST_TEXTS
from tests.modules import ROOT

WORST = {**WORST_KEYS, **WORST_SOUND, **WORST_BODIES}
QUOTES = "'\""  # so begins the name of a flood, which is that of its piece
SECONDS = 15
BYTES = 1_500_000_000
# Each input has a process of its own, which begins with all that is needed loaded; those that do not end well are told.
TRY = f"""
import json, os, resource, sys
from tests.editions import files_of
from site_src.building.pipeline import Checked
from site_src.checks import run
from site_src.diagnostics import report
from site_src.diagnostics.finding import in_order
from site_src.reading.entry import any_errors
from site_src.reading.gather import read_catalogue
from site_src.site.assemble import assemble
from tests.harbour import laid_over
from tests.hostile.test_worst_inputs import WORST
from tests.hostile.worst_texts import WORST_TEXTS

def tried(name, built):
    resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
    resource.setrlimit(resource.RLIMIT_AS, ({BYTES}, {BYTES}))
    if name in WORST_TEXTS:
        WORST_TEXTS[name]()
        return
    tree = laid_over(WORST[name]())
    catalogue, found = read_catalogue(tree)
    found = in_order([*found, *run(catalogue)])
    report.text(found, Checked("content", catalogue, found, tree).lines)
    report.github(found)
    report.as_json(found)
    if built and not any_errors(found):
        files_of(assemble(catalogue))

failed = []
for name, built in json.load(sys.stdin).items():
    child = os.fork()
    if not child:
        status = 1
        try:
            tried(name, built)
            status = 0
        finally:
            os._exit(status)
    if os.waitpid(child, 0)[1]:
        failed.append(name)
json.dump(failed, sys.stdout)
"""


def test_what_takes_longest_is_read_checked_and_told_within_limits() -> None:
    """In a long run, also the floods of every piece of markup, and every site that can be is built."""
    tried = {name: TIMES > 1 or name in WORST_SOUND for name in WORST if TIMES > 1 or name[0] not in QUOTES}
    tried |= dict.fromkeys(WORST_TEXTS, False)
    assert len(tried) > 120
    with ThreadPoolExecutor(2) as pool:
        failed = list(pool.map(failing, [dict(list(tried.items())[start::2]) for start in range(2)]))
    assert failed == [[], []]


def failing(tried: dict[str, bool]) -> list[str]:
    """Try inputs, each in a process of its own, and give the names of those that did not stay within the limits."""
    command = [sys.executable, "-c", TRY]
    done = subprocess.run(command, input=json.dumps(tried), capture_output=True, text=True, check=True, cwd=ROOT)
    return list(map(str, json.loads(done.stdout)))
