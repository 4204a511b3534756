#!/usr/bin/env python3
"""Measures risktop beside lnav, VisiData, less and a Python client on the same sign-ins, and prints Markdown tables.

  Benchmarks/compare.py [--rows 100000] [--risktop .build/release/risktop] [--python python3] [--cpu-only]

A sandbox makes the rows up. risktop reads them over HTTP into its dashboard, page by page; the others read a file that
`risktop signins` wrote from the same sandbox, before the clock starts. Each runs in a pty of 120×40. Programs that are
not installed are named and left out.

The second table is the CPU, of the client alone, that it takes to read all of them over HTTP and write them as NDJSON:
the middle of three runs that take turns. `--python` is one that has requests. What the HTTP client alone needs for as
many calls is measured where `swift build -c release --package-path Benchmarks` was run.
"""
import argparse, csv, fcntl, json, os, pty, re, select, shutil, signal, statistics, struct, subprocess, sys, tempfile
import termios, time, urllib.parse, urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))

SIZE = struct.pack("HHHH", 40, 120, 0, 0)
LINE_DOWN, PAGE_DOWN, REPAINT = b"j", b"\x1b[6~", b"\x0c"
# Seconds without a byte after which a key is answered, and without work after which a file is read.
SETTLED, IDLE = 0.1, 2
ESCAPES = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|[()].|[=>78])")


class Terminal:
    """A program in a pty, with what it wrote."""

    def __init__(self, argv, env):
        self.written, self.start = bytearray(), time.monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, SIZE)
            os.execvpe(argv[0], argv, env)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)

    def read(self, seconds):
        """Bytes that came within so many seconds, as soon as there are any."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return 0
        piece = os.read(self.fd, 65536)
        self.written += piece
        # What a terminal is asked and would answer.
        if b"\x1b[c" in piece: os.write(self.fd, b"\x1b[?62;22c")
        if b"\x1b[6n" in piece: os.write(self.fd, b"\x1b[1;1R")
        return len(piece)

    def seconds_until(self, text, timeout=60):
        """Seconds since the start when a text was first written; None where it never was."""
        while time.monotonic() - self.start < timeout:
            self.read(0.02)
            if text.encode() in ESCAPES.sub(b"", self.written): return time.monotonic() - self.start
        return None

    def press(self, key):
        """Bytes that a key makes the program write."""
        os.write(self.fd, key)
        before = len(self.written)
        while self.read(SETTLED): pass
        return len(self.written) - before

    def wait_until_idle(self, timeout=900):
        """Until it has used no more than a hundredth of a core for a while."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            used, pause = self.cpu_seconds(), time.monotonic() + IDLE
            while time.monotonic() < pause: self.read(0.05)
            if self.cpu_seconds() - used <= IDLE / 100: return

    def cpu_seconds(self):
        with open(f"/proc/{self.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident_mb(self):
        with open(f"/proc/{self.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1024


def line(name, argv, env, ready, load_keys=(), loaded=None):
    """A line of the table: time to the first screen, memory with all loaded, bytes for keys."""
    try:
        with Terminal(argv, env) as terminal:
            return f"| {name} | {measure(terminal, ready, load_keys, loaded)} |"
    except OSError:
        return f"| {name} | ended by itself | | | |"


def measure(terminal, ready, load_keys, loaded):
    """The cells of a line; `loaded` is what the screen says once every row was read."""
    first = terminal.seconds_until(ready)
    if first is None: return "the first row never came | | |"
    terminal.wait_until_idle()
    for key in load_keys: terminal.press(key)
    if load_keys: terminal.wait_until_idle()
    before = len(terminal.written)
    terminal.press(REPAINT)
    if loaded and loaded.encode() not in ESCAPES.sub(b"", terminal.written[before:]):
        return "not all rows were loaded | | |"
    if loaded: terminal.press(b"\x1b")
    resident = terminal.resident_mb()
    lines = statistics.median(terminal.press(LINE_DOWN) for _ in range(20))
    pages = statistics.median(terminal.press(PAGE_DOWN) for _ in range(10))
    return f"{first * 1000:,.0f} ms | {resident:,.0f} MB | {lines:,.0f} B | {pages:,.0f} B"


def serve(risktop, rows):
    """A sandbox with one tenant, and the variables that lead to it."""
    sandbox = subprocess.Popen(
        [risktop, "sandbox", "--customers", "1", "--sign-ins", str(rows)], stdout=subprocess.PIPE, text=True)
    lines = [sandbox.stdout.readline() for _ in range(4)]
    return sandbox, dict(line.removeprefix("export ").strip().split("=", 1) for line in lines)


def export(risktop, tenant, env, folder):
    """The tenant's sign-ins as NDJSON and as CSV, and the first of them."""
    rows, table = os.path.join(folder, "signins.ndjson"), os.path.join(folder, "signins.csv")
    with open(rows, "w") as output:
        subprocess.run([risktop, "signins", *tenant, "--format", "ndjson"], stdout=output, env=env, check=True)
    with open(rows) as lines, open(table, "w", newline="") as output:
        first = json.loads(lines.readline())
        writer = csv.DictWriter(output, first.keys())
        writer.writeheader()
        writer.writerow(first)
        writer.writerows(map(json.loads, lines))
    return rows, table, first


def cpu_seconds(argv, env):
    """What a program used of the CPU, in user and in system mode; None where it failed."""
    program = subprocess.Popen(argv, env=env, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(program.pid, 0)
    program.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime if program.returncode == 0 else None


def bearer(env):
    """A token, for a client that can't ask for one."""
    form = {"grant_type": "client_credentials", "client_id": env["RISKTOP_CLIENT_ID"],
            "client_secret": env["RISKTOP_CLIENT_SECRET"], "scope": "elements.um.user.read.all"}
    with urllib.request.urlopen(env["RISKTOP_TOKEN_URL"], urllib.parse.urlencode(form).encode()) as answer:
        return json.load(answer)["access_token"]


def compare_cpu(options, customer, tenant, env):
    calls = -(-options.rows // 100)
    url = (f"{env['RISKTOP_API_URL']}/partner/external/v3/um/customers/{customer}/tenants/{tenant}"
           "/overview/security/compliances/signins?pageIndex=1&pageSize=100")
    floor = os.path.join(HERE, ".build/release/risktop-http-floor")
    clients = {
        "Python, requests and json": [options.python, os.path.join(HERE, "read_signins.py"), customer, tenant],
        "risktop signins": [
            options.risktop, "signins", "--customer", customer, "--tenant", tenant, "--format", "ndjson"],
        f"async-http-client alone, {calls:,} calls": [floor, url, bearer(env), str(calls)],
    }
    if not os.path.exists(floor): del clients[f"async-http-client alone, {calls:,} calls"]
    runs = [{name: cpu_seconds(argv, env) for name, argv in clients.items()} for _ in range(3)]
    print(f"| {options.rows:,} sign-ins over HTTP as NDJSON | CPU of the client | of the first |")
    print("|---|--:|--:|")
    first = None
    for name in clients:
        seconds = [run[name] for run in runs if run[name] is not None]
        if not seconds:
            print(f"{name} failed", file=sys.stderr)
            continue
        middle = statistics.median(seconds)
        first = first or middle
        print(f"| {name} | {middle:.2f} s | {middle / first:.2f} |", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--risktop", default=".build/release/risktop")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--cpu-only", action="store_true")
    options = parser.parse_args()
    sandbox, account = serve(options.risktop, options.rows)
    try:
        with tempfile.TemporaryDirectory() as folder:
            # A home without anybody's settings.
            env = {"PATH": os.environ["PATH"], "HOME": folder, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"} | account
            found = subprocess.run(
                [options.risktop, "tenants", "--format", "ndjson"], capture_output=True, env=env, check=True)
            one = json.loads(found.stdout.splitlines()[0])
            tenant = ["--customer", one["customerId"], "--tenant", one["tenantId"]]
            if not options.cpu_only:
                rows, table, first = export(options.risktop, tenant, env, folder)
                compare(options, tenant, env, rows, table, first)
            compare_cpu(options, one["customerId"], one["tenantId"], env)
    finally:
        sandbox.terminate()
        sandbox.wait()


def compare(options, tenant, env, rows, table, first):
    print(f"| {options.rows:,} sign-ins | first screen | resident, all loaded | line down | page down |")
    print("|---|--:|--:|--:|--:|")
    # A filter that nothing fulfils makes the dashboard read every page.
    print(line(
        "risktop, over HTTP", [options.risktop, *tenant], env, first["loginTime"][11:19], (b"/", b"zqxjzqxj", b"\r"),
        f"0 matches in all {options.rows:,}"), flush=True)
    # To the last row, so that all were read, and back: lnav begins there, VisiData reads on by itself.
    others = (
        ("lnav, NDJSON", "lnav", rows, '"loginTime":"', (b"g",)),
        ("VisiData, CSV", "vd", table, first["id"][:8], ()),
        ("less, NDJSON", "less", rows, '"loginTime":"', (b"G", b"g")))
    for name, program, file, ready, keys in others:
        if shutil.which(program):
            print(line(name, [program, file], env, ready, keys), flush=True)
        else:
            print(f"{program} is not installed", file=sys.stderr)


if __name__ == "__main__":
    main()
