#!/usr/bin/env bash
# Rolls and patches groups with the bundle on moto, a fake AWS of another project. Needs python3 and its package index; leaves nothing behind.
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

bash scripts/foreign/python-packages.sh "$python" 'moto[server]'
npm run build --silent

# Port 0 takes a free one, which the server prints.
serve "$python/bin/moto_server" -H 127.0.0.1 -p 0

# The Node version of action.yml, where node_modules has it for this machine.
PATH="$PWD/node_modules/.bin:$PATH"
node build/scripts/test-moto.js "$url"
node build/scripts/test-moto-patches.js "$url"
