"""The dashboard in a terminal of its own."""

import collections
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time

from .keys import Continue, Resize, Stall
from .modes import Modes

# How terminals are cleared: of xterm's kind, and the others.
CLEARS = [b"\x1b[2J", b"\x1b[H\x1b[J"]


class Dashboard:
    """Runs the program on a pseudo-terminal, types into it, and reads all that it writes."""

    def __init__(self, command, environment):
        self._master, self._slave = pty.openpty()
        os.set_blocking(self._master, False)
        self.modes = Modes()
        self.written = 0
        # Since it last answered.
        self.last_keys = collections.deque(maxlen=200)
        self._tail = b""
        self.resize(Resize(120, 40))
        self._settings = termios.tcgetattr(self._slave)
        self.process = subprocess.Popen(
            command, env=environment, stdin=self._slave, stdout=self._slave, stderr=self._slave,
            start_new_session=True, preexec_fn=self._take_terminal)
        self.pid = self.process.pid

    def _take_terminal(self):
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    def is_running(self):
        return self.process.poll() is None

    def resize(self, size):
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", size.rows, size.columns, 0, 0))

    def do(self, thing):
        """One of the things that `Keys` gives."""
        self.last_keys.append(thing)
        if isinstance(thing, Resize):
            self.resize(thing)
        elif isinstance(thing, Stall):
            time.sleep(thing.seconds)
        elif isinstance(thing, Continue):
            os.kill(self.pid, signal.SIGCONT)
        else:
            self.type(thing)

    def type(self, data, limit=20):
        """Writes all of it while reading; a program that takes no input for so many seconds hangs."""
        end = time.monotonic() + limit
        while data:
            readable, writable, _ = select.select([self._master], [self._master], [], 0.1)
            if readable:
                self._read()
            if writable:
                try:
                    data = data[os.write(self._master, data[:1024]):]
                except BlockingIOError:
                    pass
            if data and time.monotonic() > end:
                raise TimeoutError("it takes no input")

    def read_for(self, seconds):
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._master], [], [], left)[0]:
                self._read()

    def _read(self):
        try:
            data = os.read(self._master, 65536)
        except (BlockingIOError, OSError):
            return
        self.modes.feed(data)
        self.written += len(data)
        self._tail = (self._tail + data)[-200_000:]

    def answers(self, limit):
        """Seconds until a repaint answered ^L; none where none came in so many.

        It is asked for again after a pause, for the first one may have ended a paste or a torn sequence.
        """
        self.read_for(0.02)
        start = time.monotonic()
        while (waited := time.monotonic() - start) < limit and self.is_running():
            self._tail = b""
            self.type(b"\x0c")
            asked = time.monotonic()
            while time.monotonic() - asked < 1.5:
                self.read_for(0.02)
                if any(clear in self._tail for clear in CLEARS):
                    self.last_keys.clear()
                    return time.monotonic() - start
        return None

    def last_output(self):
        return self._tail[-400:]

    def settings_are_as_before(self):
        return termios.tcgetattr(self._slave) == self._settings

    def wait(self, seconds):
        """The exit status; none while it still runs."""
        end = time.monotonic() + seconds
        while self.is_running() and time.monotonic() < end:
            self.read_for(0.05)
        self.read_for(0.05)
        return self.process.poll()

    def kill(self):
        if self.is_running():
            self.process.kill()
            self.process.wait()
