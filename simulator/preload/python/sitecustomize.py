"""Gives a Python program the simulator's time: on PYTHONPATH, and with SIMULATOR_URL set, Python loads this file by itself.

`time.sleep` then advances the simulator instead of waiting, and `time.time` and `time.monotonic` go on by as much, so
that a client that polls for half an hour ends in a second, and one that gives up after half an hour still does. Sleeps
below a tenth of a second stay real: they are a program's wait for its own processes, not for AWS.
"""

import http.client
import os
import time
import urllib.parse

SHORTEST = 0.1
_server = urllib.parse.urlsplit(os.environ["SIMULATOR_URL"]) if "SIMULATOR_URL" in os.environ else None
_slept = 0.0
_sleep, _time, _monotonic = time.sleep, time.time, time.monotonic


def _advance(seconds):
    connection = http.client.HTTPConnection(_server.netloc, timeout=60)
    try:
        connection.request("POST", f"/_simulator/advance?seconds={seconds}")
        answer = connection.getresponse()
        if answer.status != 200:
            raise RuntimeError(f"{_server.geturl()} does not advance its time: {answer.status}")
        answer.read()
    finally:
        connection.close()


def _virtual_sleep(seconds):
    global _slept
    if seconds < SHORTEST:
        _sleep(seconds)
        return
    _advance(seconds)
    _slept += seconds


if _server is not None:
    time.sleep = _virtual_sleep
    time.time = lambda: _time() + _slept
    time.monotonic = lambda: _monotonic() + _slept
