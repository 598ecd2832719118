#!/usr/bin/env bash
# Rolls and patches groups with the bundle on moto, a fake AWS of another project. Needs python3 and its package index; leaves nothing behind.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch="$(mktemp -d)"
server=
cleanup() {
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$scratch"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

python3 -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet --disable-pip-version-check 'moto[server]==5.2.5'
npm run build --silent

# Port 0 takes a free one, which the server prints.
"$scratch/venv/bin/moto_server" -H 127.0.0.1 -p 0 >"$scratch/log" 2>&1 &
server=$!
url=
for _ in $(seq 300); do
  url="$(grep -Eo 'http://127\.0\.0\.1:[0-9]+' "$scratch/log" | head -n 1 || true)"
  if [ -n "$url" ] || ! kill -0 "$server" 2>/dev/null; then break; fi
  sleep 0.1
done
if [ -z "$url" ]; then
  echo "moto did not start:" >&2
  cat "$scratch/log" >&2
  exit 1
fi

# The Node version of action.yml, where node_modules has it for this machine.
PATH="$PWD/node_modules/.bin:$PATH"
node build/scripts/test-moto.js "$url"
node build/scripts/test-moto-patches.js "$url"
