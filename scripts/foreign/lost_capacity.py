"""Fails unless the simulator says that the group had none of its three instances ready at the worst."""
import json
import os
import sys
import urllib.request

name = sys.argv[1]
base = f"{os.environ['SIMULATOR_URL']}/_simulator"
with urllib.request.urlopen(f"{base}/broken") as answer:
    broken = json.load(answer)
print(f"broken: {broken}")
assert [(each["group"], each["keeps"], each["wanted"], each["was"]) for each in broken] == [(name, "ready", 3, 0)]
with urllib.request.urlopen(f"{base}/picture?group={name}") as answer:
    picture = answer.read().decode()
print(picture)
assert "!" in picture
