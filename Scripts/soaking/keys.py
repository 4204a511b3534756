"""Random things that happen on a terminal."""

# Nothing here may hold q, ^C or ^Z: wherever they end up, those leave or stop the program.
MOVES = ["j", "k", "g", "G", "\x1b[A", "\x1b[B", "\x1bOA", "\x1bOB", "\x1b[5~", "\x1b[6~", "\x06", "\x02", "\x04", "\x15",
         "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1bOC", "\x1bOD"]
COMMANDS = ["R", "n", "N", "s", "S", "u", "U", "i", "I", "c", "C", "[", "]", "r", "z", "M", "?", "\x0c", " ", "a", "\t",
            "\x1b[15~", "\x1bOP"]
FILTERS = ["zoe", "country:NG,NL", "-user:svc", "ip:203.0.113.0/24", "risky:yes", "since:24h", "user:/^[a-f]+/",
           "/(a|b)*c/", "city:\"la", "contry:NG", "ip:2001:db8::/32 until:2026-11-20", "risky>3", "state:failed",
           "/((a*)*)*b/", "田中", "e\u0301", "normal=0", "zzzz"]
EDITS = ["\x01", "\x05", "\x15", "\x17", "\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C", "\x7f", "\x08", "\t", "\x1b[3~"]
PASTED = ["country:NG", "two\r\nlines", "\x1b[31mred", "\x00\x01\x02\x1f", "x" * 6000, "👩\u200d👩\u200d👧", "\u202egpj", ""]
BROKEN = [b"\x1b[", b"\x1bO", b"\x1b[1;", b"\x1b[<0;10;5M", b"\x1b[<64;1;1m", b"\x1b[M !!", b"\x1b[M\xff\xff\xff",
          b"\x1b[200", b"\x1b[201~", b"\x1b[999;999R", b"\x1bP1$r0m\x1b\\", b"\x1b]11;rgb:0/0/0\x07", b"\x1b\x1b\x1b",
          b"\xe7\x94", b"\xf0\x9f", b"\xff\xfe", b"\xc3", b"\x80\x80", b"\xed\xa0\x80", b"\xc2\x9b31m", b"\x00"]


class Resize:
    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows

    def __repr__(self):
        return f"{self.columns}x{self.rows}"


class Stall:
    """Nobody reads what the program writes."""

    def __init__(self, seconds):
        self.seconds = seconds

    def __repr__(self):
        return f"stall {self.seconds:.1f} s"


class Continue:
    """A signal as after a stop."""

    def __repr__(self):
        return "SIGCONT"


class Keys:
    """What comes next: the same for the same seed."""

    def __init__(self, random):
        self.random = random
        kinds = [(30, self._moves), (22, self._command), (12, self._enter), (12, self._escape), (10, self._filter),
                 (3, self._paste), (1, self._endless_paste), (6, self._broken), (3, self._noise), (6, self._resize),
                 (1, self._stall), (1, self._continue)]
        self._weights, self._kinds = zip(*kinds)

    def burst(self):
        """A few things in a row."""
        count = self.random.randint(1, 12)
        return [thing for _ in range(count) for thing in self.random.choices(self._kinds, self._weights)[0]()]

    def _moves(self):
        return [self.random.choice(MOVES).encode() * self.random.choice([1, 1, 1, 2, 5, 40])]

    def _command(self):
        return [self.random.choice(COMMANDS).encode()]

    def _enter(self):
        return [b"\r"]

    def _escape(self):
        return [b"\x1b"]

    def _filter(self):
        typed = [b"/"] + [letter.encode() for letter in self.random.choice(FILTERS)]
        edits = [self.random.choice(EDITS).encode() for _ in range(self.random.choice([0, 0, 1, 6]))]
        return typed + edits + self.random.choice([[b"\r"], [b"\r"], [b"\x1b"], []])

    def _paste(self):
        opening = self.random.choice([[], [b"/"]])
        return opening + [b"\x1b[200~" + self.random.choice(PASTED).encode() + b"\x1b[201~"]

    def _endless_paste(self):
        """The end of the paste is lost, as on a line that breaks and comes back."""
        return [b"\x1b[200~" + self.random.choice(PASTED).encode()]

    def _broken(self):
        return [self.random.choice(BROKEN)]

    def _noise(self):
        bytes_ = (self.random.randrange(256) for _ in range(self.random.randint(1, 30)))
        return [bytes(byte for byte in bytes_ if byte not in b"q\x03\x1a")]

    def _resize(self):
        size = self.random.choice(["tiny", "any", "any", "usual", "usual", "huge", "none"])
        if size == "usual":
            return [Resize(*self.random.choice([(80, 24), (120, 40), (100, 24), (200, 50), (60, 12)]))]
        if size == "huge":
            return [Resize(300, 100)]
        if size == "none":
            return [Resize(0, 0)]
        limit = (8, 4) if size == "tiny" else (200, 60)
        return [Resize(self.random.randint(1, limit[0]), self.random.randint(1, limit[1]))]

    def _stall(self):
        return [Stall(self.random.uniform(0.2, 1.0))]

    def _continue(self):
        return [Continue()]
