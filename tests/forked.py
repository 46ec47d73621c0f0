"""Workers of `crosscheck check` as copies of a process that has imported torch already: a second less for each.

Everything else about them is as it always is: a process and a group of their own, the same environment, the same main.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import IO, Any

COMMAND = ["-P", "-m", "crosscheck.worker"]
N_STREAMS = 4  # stdin, stdout, stderr, and the line on which the worker's id and its end are told


class Server:
    """The process that is copied; one for as long as it is not closed."""

    def __init__(self) -> None:
        self.ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-P", str(Path(__file__)), str(theirs.fileno())]
        self.process = subprocess.Popen(command, pass_fds=[theirs.fileno()])
        theirs.close()
        self.lock = Lock()

    def start(self, command: Sequence[str], *, env: Mapping[str, str], **settings: Any) -> Worker:
        """In the place of subprocess.Popen, for the one command that is known here."""
        asked = {"stdin", "stdout", "stderr", "start_new_session"}
        assert (list(command), set(settings)) == ([sys.executable, *COMMAND], asked), (command, settings)
        ends = [os.pipe() for _ in range(N_STREAMS)]
        theirs = [ends[0][0], *(writing for _, writing in ends[1:])]
        with self.lock:
            socket.send_fds(self.ours, [json.dumps({"env": dict(env), "cwd": str(Path.cwd())}).encode()], theirs)
        for descriptor in theirs:
            os.close(descriptor)
        return Worker(ends[0][1], *(reading for reading, _ in ends[1:]))

    def close(self) -> None:
        """It ends where there is nobody left to ask it."""
        self.ours.close()
        self.process.wait()


class Worker:
    """As much of a subprocess.Popen as crosscheck.isolated uses."""

    def __init__(self, stdin: int, stdout: int, stderr: int, told: int) -> None:
        self.stdin: IO[bytes] = os.fdopen(stdin, "wb")
        self.stdout: IO[bytes] = os.fdopen(stdout, "rb")
        self.stderr: IO[bytes] = os.fdopen(stderr, "rb", buffering=0)
        self._told, self._lock = os.fdopen(told, "r"), Lock()
        self.pid = int(self._told.readline())
        self.returncode: int | None = None

    def wait(self) -> int:
        """Its exit code, or minus the signal that ended it."""
        with self._lock:
            if self.returncode is None:
                self.returncode = int(self._told.readline())
                self._told.close()
            return self.returncode


def serve(asked: socket.socket) -> None:
    """Copy this process for every request, until there can be no more."""
    from crosscheck import worker

    worker.load_the_harness()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who watches over a worker is not waited for
    while True:
        request, streams, _, _ = socket.recv_fds(asked, 1 << 20, N_STREAMS)
        if not request:
            return
        if os.fork() == 0:
            asked.close()
            watch_over(json.loads(request), streams)
        for descriptor in streams:
            os.close(descriptor)


def watch_over(request: Mapping[str, Any], streams: Sequence[int]) -> None:
    """In a copy: a second copy that is the worker, whose end is told. Ends this process."""
    *standard, told = streams
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    pid = os.fork()
    if pid == 0:
        os.setsid()
        os.write(told, f"{os.getpid()}\n".encode())
        os.close(told)
        for target, descriptor in enumerate(standard):
            os.dup2(descriptor, target)
            os.close(descriptor)
        os.environ.clear()
        os.environ.update(request["env"])
        os.chdir(request["cwd"])
        from crosscheck.worker import main

        sys.exit(main())
    for descriptor in standard:
        os.close(descriptor)
    _, status = os.waitpid(pid, 0)
    os.write(told, f"{os.waitstatus_to_exitcode(status)}\n".encode())
    os._exit(0)


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
