"""Makes the same observations on moto and on the simulator, and holds the differences against differences.yml.

    python3 run.py MOTO_URL SIMULATOR_URL            # exit code 1 where a difference is not as listed
    python3 run.py MOTO_URL SIMULATOR_URL --show     # prints every difference as an entry of the list
"""

import pathlib
import sys
import time

import yaml

from comparing import complaints, differing
from observing import OBSERVATIONS, Account, observed

# Each registers its observations; they are made in this order, and the later ones build on the earlier.
import launch_sources  # noqa: F401
import groups  # noqa: F401
import instances  # noqa: F401
import scaling  # noqa: F401
import traffic  # noqa: F401

LIST = pathlib.Path(__file__).with_name("differences.yml")


def main(moto_url, simulator_url, show=None):
    began = time.monotonic()
    moto = observed(Account(moto_url, virtual=False))
    between = time.monotonic()
    simulator = observed(Account(simulator_url, virtual=True))
    ended = time.monotonic()
    different = differing(moto, simulator)
    if show:
        entries = [{"observation": name, "moto": moto[name], "simulator": simulator[name]} for name in different]
        print(yaml.safe_dump(entries, sort_keys=False, allow_unicode=True, width=110))
        return 0
    wrong = complaints(moto, simulator, yaml.safe_load(LIST.read_text(encoding="utf8")))
    for sentence in wrong:
        print(sentence, file=sys.stderr)
    print(
        f"{len(OBSERVATIONS)} observations: {len(OBSERVATIONS) - len(different)} alike, {len(different)} different, "
        f"{len(wrong)} of them not as listed (moto {between - began:.1f} s, the simulator {ended - between:.1f} s)."
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
