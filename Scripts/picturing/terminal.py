"""A terminal of a fixed size, in a tmux server of its own."""

import os
import re
import subprocess
import time


class NotSeen(Exception):
    """A text that did not come, and what the screen showed in its place."""


class Terminal:
    """Runs one program, types into it, and reads its screen."""

    # Seconds for which a text is waited for: far more than any step needs.
    LIMIT = 60

    def __init__(self, folder, command, columns, rows):
        self._socket = os.path.join(folder, "tmux")
        # The program sees nothing of the caller's account and locale.
        self._environment = {"PATH": os.environ["PATH"], "HOME": folder, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        settings = os.path.join(folder, "tmux.conf")
        with open(settings, "w", encoding="utf-8") as file:
            file.write("set -g status off\nset -g default-terminal screen-256color\nset -g history-limit 0\n")
        self._ask("-f", settings, "new-session", "-d", "-s", "window", "-c", folder, "-x", str(columns), "-y", str(rows),
                  "exec " + command)

    def press(self, *keys):
        """Keys by tmux's names for them: `j`, `Enter`, `Escape`."""
        self._ask("send-keys", "-t", "window", *keys)

    def wait(self, pattern):
        """Waits for a text that matches, and then until two looks show the same."""
        end = time.monotonic() + self.LIMIT
        before = None
        while time.monotonic() < end:
            screen = self._ask("capture-pane", "-p", "-t", "window")
            if re.search(pattern, screen) and screen == before:
                return
            before = screen
            time.sleep(0.1)
        raise NotSeen(f"waited for {pattern!r}; the screen shows:\n{before}")

    def colored(self):
        """The rows, with the sequences that colour them."""
        return self._ask("capture-pane", "-p", "-e", "-t", "window").split("\n")

    def close(self):
        self._ask("kill-server")

    def _ask(self, *words):
        command = ["tmux", "-u", "-S", self._socket, *words]
        return subprocess.run(
            command, env=self._environment, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
