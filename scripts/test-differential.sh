#!/usr/bin/env bash
# Makes the same observations on moto and on the simulator, and holds every difference against a list with reasons.
# With --show prints the differences. Needs python3 and its package index; leaves nothing behind.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch="$(mktemp -d)"
# A run of several tests shares one environment.
python="${PYTHON_CLIENTS:-$scratch/python}"
. scripts/foreign/servers.sh
cleanup() {
  stop_servers
  rm -rf "$scratch"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

bash scripts/foreign/python-packages.sh "$python" 'moto[server]' boto3 PyYAML
npm run build --silent
PATH="$PWD/node_modules/.bin:$PATH"

export PYTHONPYCACHEPREFIX="$python/pycache"
serve "$python/bin/moto_server" -H 127.0.0.1 -p 0
moto="$url"
serve node build/simulator/cli.js --port 0 --virtual
simulator="$url"

(cd scripts/differential && "$python/bin/python" -m unittest --quiet test_comparing)
"$python/bin/python" scripts/differential/run.py "$moto" "$simulator" "$@"
