"""Runs the steps of the workflow in docs/simulated-scripts.md as a runner would: a script that loses capacity must fail it, a careful one pass."""
import os
import re
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path.cwd()
PAGE = ROOT / "docs/simulated-scripts.md"
CHECKOUT = ".simulator"


def steps():
    """The workflow's `run` steps, each with its name, its folder and its variables."""
    (fence,) = re.findall(r"```yaml\n(- uses: actions/checkout.*?)```", PAGE.read_text(), re.S)
    found = []
    for step in re.split(r"^- ", fence, flags=re.M)[1:]:
        run = re.search(r"^\s*run: (?:\|\n((?: {4}.*\n?)+)|(.*)$)", step, re.M)
        if run is None:
            continue
        env = re.search(r"^  env:\n((?: {4}.*\n?)+)", step, re.M)
        folder = re.search(r"^  working-directory: (.*)$", step, re.M)
        found.append(
            {
                "run": textwrap.dedent(run[1] or run[2]),
                "folder": folder[1] if folder else ".",
                "env": dict(re.findall(r"^ +(\w+): (.*)$", env[1], re.M)) if env else {},
            }
        )
    return found


def workspace(folder, pause, ready):
    """A repository with a deploy script, and beside it the simulator, whose packages are installed already."""
    folder.mkdir(parents=True)
    (folder / "test").mkdir()
    scenario = (ROOT / "simulator/scenarios/web.yml").read_text()
    (folder / "test/fleet.yml").write_text(scenario.replace("ready: 3", f"ready: {ready}"))
    script = (ROOT / "simulator/examples/deploy.py").read_text()
    (folder / "deploy.py").write_text(script.replace("time.sleep(30)", f"time.sleep({pause})"))
    (folder / CHECKOUT).symlink_to(ROOT)
    return folder


def job(folder):
    """The exit codes of the steps, up to the first that fails."""
    codes = []
    group = []
    try:
        for step in steps():
            # `npm ci` would empty the folder from which this test runs; boto3 is there already.
            command = step["run"].replace("npm ci\n", "").replace("pip install boto3\n", "").replace("../test/fleet.yml", str(folder / "test/fleet.yml"))
            shell = subprocess.Popen(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", command],
                cwd=folder / step["folder"],
                env={**os.environ, **step["env"]},
                start_new_session=True,
            )
            group.append(shell.pid)
            codes.append(shell.wait())
            if codes[-1] != 0:
                break
    finally:
        for leader in group:
            try:
                os.killpg(leader, signal.SIGTERM)
            except ProcessLookupError:
                pass
    return codes


scratch = Path(sys.argv[1])
number = len(steps())
assert number == 3, f"the page shows {number} steps that run something, not 3"
lossy = job(workspace(scratch / "lossy", pause=30, ready=2))
# One instance at a time may be missed, and each is replaced before the next one leaves.
careful = job(workspace(scratch / "careful", pause=600, ready=2))
print(f"a script that loses capacity: {lossy}; one that waits: {careful}")
assert lossy == [0, 0, 1], f"a script that loses capacity ends with {lossy}"
assert careful == [0, 0, 0], f"a script that waits ends with {careful}"
