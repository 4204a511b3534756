"""What the kernel says about a process (Linux)."""

import os
import re


def resident_bytes(pid):
    with open(f"/proc/{pid}/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def threads(pid):
    return len(os.listdir(f"/proc/{pid}/task"))


def descriptors(pid):
    """What its open files are, pipes without their numbers, and without sockets: those are counted where they end.

    None for anybody but root: a process that keeps its memory to itself keeps this too.
    """
    folder = f"/proc/{pid}/fd"
    links = []
    try:
        names = os.listdir(folder)
    except PermissionError:
        return None
    for name in names:
        try:
            links.append(re.sub(r"\[\d+\]$", "", os.readlink(f"{folder}/{name}")))
        except FileNotFoundError:
            pass
    return sorted(link for link in links if not link.startswith("socket:"))


def running_seconds(pid):
    """How long its threads have run so far."""
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):
        try:
            with open(f"/proc/{pid}/task/{task}/schedstat") as file:
                total += int(file.read().split()[0])
        except FileNotFoundError:
            pass
    return total / 1e9


def members_of_session(session):
    """Processes of a session that are still there."""
    members = []
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.getsid(int(name)) == session:
                members.append(int(name))
        except ProcessLookupError:
            pass
    return members
