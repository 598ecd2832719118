"""Holds the differences of two accounts against a list in which each has a reason and a source."""

from collections import Counter

UNREADABLE = "unreadable: "


def complaints(moto, simulator, listed):
    """
    What is wrong, one sentence each: a difference that is not listed, one that is listed with other values or not there
    any more, a reason or source that is missing, and anything that the simulator has not answered as AWS could.
    """
    return [
        *(f"{name}: listed twice" for name, count in Counter(entry["observation"] for entry in listed).items() if count > 1),
        *(sentence for entry in listed for sentence in _incomplete(entry)),
        *(sentence for entry in listed for sentence in _outdated(entry, moto, simulator)),
        *_unlisted(moto, simulator, {entry["observation"] for entry in listed}),
        *(f"{name}: no answer of AWS: {value}" for name, value in simulator.items() if _is_unreadable(value)),
    ]


def differing(moto, simulator):
    """The names of the observations that differ."""
    return [name for name in moto if moto[name] != simulator[name]]


def _incomplete(entry):
    name = entry["observation"]
    if len(entry.get("reason", "")) < 10:
        yield f"{name}: its difference has no reason"
    if not entry.get("source", "").startswith("https://"):
        yield f"{name}: its difference has no source"


def _outdated(entry, moto, simulator):
    name = entry["observation"]
    if name not in moto:
        yield f"{name}: listed, but no observation"
        return
    if moto[name] == simulator[name]:
        yield f"{name}: listed, but both answer {simulator[name]}"
        return
    for side, seen in (("moto", moto[name]), ("simulator", simulator[name])):
        if entry.get(side) != seen:
            yield f"{name}: {side} is listed with {entry.get(side)}, and answers {seen}"


def _unlisted(moto, simulator, names):
    for name in differing(moto, simulator):
        if name not in names:
            yield f"{name}: moto answers {moto[name]}, the simulator {simulator[name]}, and nothing says why"


def _is_unreadable(value):
    return isinstance(value, str) and value.startswith(UNREADABLE)
