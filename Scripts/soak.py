#!/usr/bin/env python3
"""Lives with the dashboard for a while: random keys, pastes, broken sequences and sizes, over a sandbox that fails.

Asserts that it answers all along, that its memory and its open files stay flat, that no request is left over, that
nothing happens while nothing is asked for, and that it gives the terminal back. Linux, Python's standard library alone.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time

from soaking import process
from soaking.dashboard import Dashboard
from soaking.keys import Keys, Resize
from soaking.wire import Wire

# Few and small tenants, so that what is loaded is bounded and memory has no reason to grow.
SANDBOX = ["--port", "0", "--customers", "6", "--sign-ins", "400", "--latency", "50", "--arrivals", "120"]
# How the sandbox goes wrong: its flag, and in which ways.
FAULTS = ["--faults", "all"]

# What the dashboard may run on; one of each a run.
TERMINALS = ["xterm-256color", "xterm-256color", "tmux-256color", "linux"]
LOCALES = ["C.UTF-8", "C.UTF-8", "C"]

# Seconds in which a repaint has to come after a burst, whatever is loading.
ANSWER = 5
# Seconds in which all that was asked for is answered, or given up after its retries.
SETTLED = 60
# Connections that the pool may keep for the next requests.
POOL = 8
# Between the first settled moment and the last: the allocator's slack, and the sign-ins that arrived meanwhile.
GROWTH = 12 << 20
# Seconds of running in two seconds in which nothing is asked for.
IDLE_RUNNING = 0.05


class Failure(Exception):
    """What did not hold."""


class Sandbox:
    """The API over made-up data, on a port of its own."""

    def __init__(self, binary, seed, faults):
        command = [binary, "sandbox", "--seed", str(seed), *SANDBOX, FAULTS[0], faults]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        lines = [self.process.stdout.readline() for _ in range(4)]
        self.variables = dict(line.removeprefix("export ").strip().split("=", 1) for line in lines if "=" in line)
        if "RISKTOP_API_URL" not in self.variables:
            raise Failure("the sandbox did not say where it listens")
        self.port = int(self.variables["RISKTOP_API_URL"].rsplit(":", 1)[1])

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Moment:
    """What there is while nothing happens."""

    def __init__(self, dashboard, wire):
        self.resident = process.resident_bytes(dashboard.pid)
        self.threads = process.threads(dashboard.pid)
        self.files = process.descriptors(dashboard.pid)
        self.connections = wire.open_connections()


class Soak:
    def __init__(self, given, home):
        self.seconds = given.seconds
        self.random = random.Random(given.seed)
        self.terminal = {"TERM": self.random.choice(TERMINALS), "LC_ALL": self.random.choice(LOCALES)}
        binary = os.path.abspath(given.binary)
        self.sandbox = Sandbox(binary, given.seed, given.faults)
        try:
            self.wire = Wire(self.sandbox.port)
            self.dashboard = Dashboard([binary], self._environment(home))
        except BaseException:
            self.sandbox.stop()
            raise
        self.keys = Keys(self.random)
        self.moments = []
        self.things = 0
        self.slowest = 0

    def _environment(self, home):
        address = f"http://127.0.0.1:{self.wire.port}"
        addresses = {"RISKTOP_API_URL": address, "RISKTOP_TOKEN_URL": address + "/connect/token"}
        return {
            "PATH": os.environ.get("PATH", ""), "HOME": home, "XDG_CONFIG_HOME": home, **self.terminal,
            **self.sandbox.variables, **addresses,
        }

    def run(self):
        start = time.monotonic()
        self._expect_answer()
        # After a quarter everything has been used once; the end is compared with that.
        stops = [start + self.seconds * share for share in (0.25, 0.5, 0.75, 1)]
        for stop in stops:
            while time.monotonic() < stop:
                self._burst()
            self._settle()
        self._compare(self.moments[0], self.moments[-1])
        self._leave()

    def _burst(self):
        for thing in self.keys.burst():
            self.dashboard.do(thing)
            self.things += 1
            self.dashboard.read_for(self.random.choice([0, 0, 0, 0.005, 0.05, 0.2]))
        self._expect_answer()

    def _expect_answer(self):
        waited = self.dashboard.answers(limit=ANSWER)
        if not self.dashboard.is_running():
            raise Failure(f"it ended with status {self.dashboard.process.returncode}")
        if waited is None:
            raise Failure(f"^L was not answered within {ANSWER} s")
        if self.sandbox.process.poll() is not None:
            raise Failure(f"the sandbox ended with status {self.sandbox.process.returncode}")
        self.slowest = max(self.slowest, waited)

    def _settle(self):
        """Goes back to the first screen and waits until nothing happens any more."""
        self.dashboard.do(Resize(120, 40))
        self._escape()
        end = time.monotonic() + SETTLED
        while not self._is_quiet():
            if time.monotonic() > end:
                raise Failure(
                    f"it did not come to rest within {SETTLED} s: {self.wire.in_flight()} requests without an answer")
        self.moments.append(Moment(self.dashboard, self.wire))
        self._expect_answer()

    def _escape(self):
        for _ in range(6):
            self.dashboard.do(b"\x1b")
            self.dashboard.read_for(0.3)

    def _is_quiet(self):
        """Whether for two seconds nothing was written, asked or worked on."""
        before = self.dashboard.written, self.wire.requests
        running = process.running_seconds(self.dashboard.pid)
        self.dashboard.read_for(2)
        running = process.running_seconds(self.dashboard.pid) - running
        same = before == (self.dashboard.written, self.wire.requests)
        return same and self.wire.in_flight() == 0 and running < IDLE_RUNNING

    def _compare(self, first, last):
        if last.resident - first.resident > GROWTH:
            raise Failure(f"memory grew from {mebibytes(first.resident)} to {mebibytes(last.resident)}")
        if last.files != first.files:
            raise Failure(f"open files were {first.files}, and are {last.files}")
        if last.connections > POOL:
            raise Failure(f"{last.connections} connections are open")

    def _leave(self):
        self._escape()
        for _ in range(6):
            if self.dashboard.is_running():
                self.dashboard.do(b"q")
                self.dashboard.wait(0.5)
        status = self.dashboard.wait(10)
        if status != 0:
            raise Failure("q does not leave" if status is None else f"it left with status {status}")
        if left := self.dashboard.modes.left_over():
            raise Failure("the terminal was left with: " + ", ".join(left))
        if not self.dashboard.settings_are_as_before():
            raise Failure("the terminal's settings are not those from before")
        if members := process.members_of_session(self.dashboard.pid):
            raise Failure(f"processes are left: {members}")

    def stop(self):
        self.dashboard.kill()
        self.sandbox.stop()

    def report(self):
        for name, moment in zip(("a quarter", "half", "three quarters", "the end"), self.moments):
            print(f"  at {name}: {mebibytes(moment.resident)} resident, {moment.threads} threads, "
                  f"{counted(moment.files)}, {moment.connections} connections")
        print("  on", *self.terminal.values())
        print(f"  {self.things} keys and sizes, {self.wire.requests} requests, {self.dashboard.written:,} bytes written, "
              f"slowest answer {self.slowest * 1000:.0f} ms")


def counted(files):
    return "files unknown (that takes root)" if files is None else f"{len(files)} files"


def mebibytes(count):
    return f"{count / (1 << 20):.1f} MiB"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=".build/release/risktop")
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--faults", default=FAULTS[1], help="how the sandbox fails (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    return parser.parse_args()


def main():
    given = arguments()
    print(f"soak: {given.seconds:g} s with SEED={given.seed}", flush=True)
    with tempfile.TemporaryDirectory() as home:
        try:
            soak = Soak(given, home)
        except (Failure, OSError) as failure:
            print(f"soak: it could not begin: {failure}")
            return 1
        try:
            soak.run()
        except (Failure, TimeoutError) as failure:
            print(f"soak: FAILED: {failure}; again with SEED={given.seed}")
            print(f"  last keys: {list(soak.dashboard.last_keys)}")
            print(f"  last output: {soak.dashboard.last_output()!r}")
            return 1
        finally:
            soak.report()
            soak.stop()
    print("soak: all held")
    return 0


if __name__ == "__main__":
    sys.exit(main())
