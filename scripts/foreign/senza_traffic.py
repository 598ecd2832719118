"""What Senza's own functions make of weights: a line of JSON for each case, `weights` before and after by version, oldest first."""

import json
import random

from senza import traffic

NAMED = [
    ([200, 0], 1, 10),
    ([100, 100, 0], 2, 33.3),
    ([67, 67, 66], 2, 0),
    ([0, 0], 0, 20),
    ([1, 199, 0], 2, 50),
    ([150, 30, 20, 0], 3, 25),
]


def shifted(weights, index, percent):
    """The arithmetic of `senza traffic`, as its change_version_traffic puts it together, without what it reads and writes."""
    names = [f"shop-v{number}" for number in range(len(weights))]
    known = dict(zip(names, weights))
    wanted = int(percent * traffic.PERCENT_RESOLUTION)
    others = [weight for name, weight in known.items() if name != names[index] and weight > 0]
    if not others and wanted == 0:
        return [0] * len(weights)
    if others:
        delta = int((traffic.FULL_PERCENTAGE - wanted - sum(others)) / len(others))
    else:
        delta, wanted = 0, traffic.FULL_PERCENTAGE
    after, _ = traffic.calculate_new_weights(delta, names[index], known, wanted)
    error = traffic.FULL_PERCENTAGE - sum(after.values())
    if error and error < traffic.FULL_PERCENTAGE:
        versions = {name: f"v{number}" for number, name in enumerate(names)}
        traffic.compensate(error, {}, names[index], after, len(others), wanted, versions)
    return [after[name] for name in names]


def cases(count):
    draw = random.Random(1)
    for _ in range(count):
        length = draw.randint(2, 4)
        cuts = sorted(draw.randint(0, 200) for _ in range(length - 1))
        weights = [after - before for before, after in zip([0, *cuts], [*cuts, 200])]
        yield weights, draw.randrange(length), draw.randint(1, 200) / 2


traffic.warning = lambda *_: None
for weights, index, percent in [*NAMED, *cases(2000)]:
    case = {"before": weights, "index": index, "percent": percent}
    try:
        print(json.dumps({**case, "senza": shifted(weights, index, percent)}))
    except AssertionError:
        print(json.dumps({**case, "senza": None}))
