"""Follows docs/simulated-scripts.md with nothing but its text: the commands of its first part in two shells, each with what it says they print."""
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path.cwd()
# What brings the folder and the packages is there already.
INSTALLS = ("git clone ", "npm ci", "pip install ")


def blocks():
    """The fenced blocks of the part, in order: what is typed, and what is printed."""
    part = (ROOT / "docs/simulated-scripts.md").read_text().split("\n## ")[1]
    return re.findall(r"```(sh|text)\n(.*?)```", part, re.S)


def typed(block):
    return "\n".join(line for line in block.splitlines() if not line.startswith(INSTALLS))


def served(command):
    """The process of the first shell, once it serves, and the lines that are to be pasted into the second."""
    process = subprocess.Popen(
        ["bash", "-c", command], stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    exports = []
    for line in process.stdout:
        if line.startswith("export "):
            exports.append(line)
        if line.startswith("Ctrl-C"):
            return process, "".join(exports)
    raise SystemExit(f"{command} ended with {process.wait()} and did not serve")


(_, first), *rest = blocks()
server, exports = served(typed(first))
try:
    wanted = []
    for kind, block in rest:
        if kind == "text":
            assert wanted, "the page shows an answer without a command"
            said = wanted.pop()
            assert said.strip() == block.strip(), f"the page says\n{block}\nbut what is printed is\n{said}"
            continue
        shell = subprocess.run(
            ["bash", "-ec", exports + typed(block)], stdout=subprocess.PIPE, text=True, timeout=120, check=True
        )
        print(f"$ {typed(block).strip()}\n{shell.stdout}")
        wanted.append(shell.stdout)
    picture = (ROOT / "web.svg").read_text()
    assert picture.startswith("<svg ") and ">floor of ready<" in picture, "web.svg is no picture"
finally:
    (ROOT / "web.svg").unlink(missing_ok=True)
    # Ctrl-C reaches all that the shell has started.
    os.killpg(server.pid, signal.SIGINT)
last = server.stdout.read()
server.wait(timeout=30)
assert "floor of ready" in last, f"Ctrl-C ends it without a picture: {last}"
