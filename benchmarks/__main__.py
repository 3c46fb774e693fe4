"""Measure and print the tables of RESULTS.md: python -m benchmarks SCRATCH [--claims 1000 --claims 10000]."""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import shutil
import sys
from pathlib import Path

from benchmarks.floor import Floor, floor
from benchmarks.measuring import Cost, middle
from benchmarks.peers import Peer, peers
from benchmarks.situations import COLD, SITUATIONS, Project

Costs = dict[str, Cost]


def main() -> None:
    """Read the command line, measure, print."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asked.add_argument("scratch", type=Path, help="a folder to be made and removed, best in memory (/dev/shm/…)")
    asked.add_argument("--claims", type=int, action="append", help="1000 and 10000 when not given")
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--peer", action="append", help="of those that are installed, this one (and ours)")
    given = asked.parse_args()
    if given.scratch.exists():
        asked.error(f"{given.scratch} is there already, and would be removed")
    measured = [peer for peer in peers() if not given.peer or peer.name in ("ours", *given.peer)]
    today, system = datetime.datetime.now(tz=datetime.UTC).date(), platform.platform()
    print(f"{today}, {system}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for claims in given.claims or [1000, 10_000]:
        table = _table(*_measured(measured, claims, given.rounds, given.scratch))
        print(f"\n## {claims:,} claims\n\n{table}", flush=True)


def _measured(all_of: list[Peer], claims: int, rounds: int, scratch: Path) -> tuple[dict[str, Costs], Floor]:
    """Measure round by round, all peers in each, so that a slow spell of the machine meets them all."""
    projects = [Project(peer, scratch / peer.name, claims) for peer in all_of]
    found: dict[str, dict[str, list[Cost]]] = {peer.name: {name: [] for name in SITUATIONS} for peer in all_of}
    try:
        for project in projects:
            project.stage()
        for number in range(rounds):
            for project in projects:
                for situation, cost in project.measure():
                    found[project.peer.name][situation].append(cost)
                print(f"{project.peer.name}: round {number + 1} of {rounds}", file=sys.stderr)
        under = floor(scratch / "ours/content", scratch / "ours/public", scratch / "floor")
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    middles = {name: {situation: middle(costs) for situation, costs in rows.items()} for name, rows in found.items()}
    return middles, under


def _table(found: dict[str, Costs], under: Floor) -> str:
    """Set out each situation: by peer the seconds, and as parts of Hugo's cold build or, without it, of the floor."""
    unit, named = (found["hugo"][COLD].wall, "Hugo, cold") if "hugo" in found else (sum(under), "the floor")
    rows = {f"seconds (÷ {named})": list(found), "---": ["---:"] * len(found)}
    for situation in SITUATIONS:
        walls = [costs[situation].wall for costs in found.values()]
        rows[situation] = [f"{wall:.2f} ({wall / unit:.3f})" for wall in walls]
    rows["CPU seconds, cold"] = [f"{costs[COLD].cpu:.1f}" for costs in found.values()]
    rows["peak memory, cold, MiB"] = [f"{costs[COLD].memory:.0f}" for costs in found.values()]
    told = f"scan {under.scan:.3f} s, read {under.read:.3f} s, write {under.write:.3f} s"
    lines = [f"| {name} | {' | '.join(cells)} |" for name, cells in rows.items()]
    return "\n".join([*lines, "", f"The floor under ours, in one process: {told}."])


if __name__ == "__main__":
    main()
