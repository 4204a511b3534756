#!/usr/bin/env python3
"""Makes the pictures of README from the screens of `risktop demo`: the same pictures on any day.

The demo's time stands still, its data have a fixed seed, and each picture is taken when the texts that it is about are
there. Needs tmux and Python's standard library alone.
"""

import argparse
import os
import shlex
import sys
import tempfile

from picturing.cells import runs
from picturing.svg import picture
from picturing.terminal import NotSeen, Terminal

COLUMNS, ROWS = 110, 32
DEMO = ["demo", "--seed", "1", "--late-risk", "0", "--now", "2026-11-24T14:30:00Z"]
# The address of the planted attack.
ATTACKER = "203.0.113.7"

# A step is the keys that are pressed, the text that is waited for (a regular expression), and, where a picture is taken
# then, its name and what it shows.
TOUR = [
    ([], r"risky read 43 of 46 · 3 refused", "tenants", "all tenants, worst first"),
    (["3"], r"▲ " + ATTACKER.replace(".", r"\.") + r" .*◂", "addresses", "all addresses that were seen"),
    (["Enter"], r"where else: 203\.0\.113\.7", "where-else", "one address in all tenants"),
    (["v"], r"─ View ─"),
    (["g"] + ["j"] * 7 + ["Enter"], r"tenants · stayed", "tally", "one address, counted by tenant"),
    (["v"], r"─ View ─"),
    (["g", "Enter"], r"where else: 203\.0\.113\.7 +demo"),
    (["Enter"], r"(low|medium|high) [a-z-]+: ", "tenant", "the sign-in in its tenant"),
    (["Enter"], r"known: ", "sign-in", "all that is known of a sign-in"),
    (["Escape"], r"! worst"),
    (["v"], r"─ View ─"),
    (["G", "k", "Enter"], r"› hours", "hours", "the tenant's sign-ins by days and hours"),
    (["v"], r"─ View ─"),
    (["G", "Enter"], r"› map", "map", "the tenant's sign-ins on a map"),
]


def take(terminal, folder, steps):
    for keys, pattern, *shot in steps:
        if keys:
            terminal.press(*keys)
        terminal.wait(pattern)
        if shot:
            name, title = shot
            rows = runs(terminal.colored())[:ROWS]
            path = os.path.join(folder, f"{name}.svg")
            with open(path, "w", encoding="utf-8") as file:
                file.write(picture(rows, COLUMNS, f"risktop: {title}"))
            print(f"{path}: {os.path.getsize(path) / 1000:.0f} kB")


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--binary", required=True, help="the program")
    options.add_argument("--folder", default="docs/pictures", help="where the pictures go")
    options = options.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    command = shlex.join([os.path.abspath(options.binary), *DEMO])
    with tempfile.TemporaryDirectory() as folder:
        terminal = Terminal(folder, command, COLUMNS, ROWS)
        try:
            take(terminal, options.folder, TOUR)
        except NotSeen as failure:
            sys.exit(str(failure))
        finally:
            terminal.close()


if __name__ == "__main__":
    main()
