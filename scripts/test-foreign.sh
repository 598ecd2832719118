#!/usr/bin/env bash
# Drives the simulator with clients that were not made for it, each on an account of its own, on virtual time:
# `test-foreign.sh` runs all of them, `test-foreign.sh boto3 ansible` some, `--python` those that need Python alone.
# Needs python3 and its package index, and for `go` also Go and its module proxy; leaves nothing behind.
set -euo pipefail
cd "$(dirname "$0")/.."

case "${1:-}" in
  '') clients=(boto3 aws-cli senza ansible go page) ;;
  --python) clients=(boto3 aws-cli senza ansible page) ;;
  *) clients=("$@") ;;
esac

scratch="$(mktemp -d)"
# A run of several tests shares one environment.
python="${PYTHON_CLIENTS:-$scratch/python}"
# What Go compiles takes minutes, and can be kept.
go="${GO_CLIENTS:-$scratch/go}"
. scripts/foreign/servers.sh
cleanup() {
  stop_servers
  chmod -R u+w "$scratch" # Modules of Go are read-only.
  rm -rf "$scratch"
}
trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

packages() {
  case "$1" in
    boto3 | page) echo boto3 ;;
    aws-cli) echo boto3 awscli ;;
    senza) echo boto3 stups-senza ;;
    ansible) echo boto3 ansible-core ;;
    go) ;;
    *)
      echo "There is no client '$1': boto3, aws-cli, senza, ansible, go or page." >&2
      return 2
      ;;
  esac
}
needed=()
for name in "${clients[@]}"; do needed+=($(packages "$name")); done

[ "${#needed[@]}" -eq 0 ] || bash scripts/foreign/python-packages.sh "$python" "${needed[@]}"
npm run build --silent
export PATH="$PWD/node_modules/.bin:$PATH"

# The simulator of a scenario file, and a client's environment: its address, its time, and nothing of this machine's own settings.
simulator() { serve node build/simulator/cli.js --port 0 --scenario "simulator/scenarios/$1.yml"; }
client() {
  env PYTHONPATH="$PWD/simulator/preload/python" PYTHONPYCACHEPREFIX="$python/pycache" SIMULATOR_URL="$url" \
    AWS_ENDPOINT_URL="$url" AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1 AWS_EC2_METADATA_DISABLED=true \
    AWS_ACCESS_KEY_ID=simulated AWS_SECRET_ACCESS_KEY=simulated AWS_PAGER= HOME="$scratch" LC_ALL=C.UTF-8 \
    PATH="$python/bin:$PATH" "$@"
}

run_boto3() { simulator empty && client python scripts/foreign/boto3_client.py; }
run_aws-cli() { simulator empty && client python scripts/foreign/aws_cli.py; }
run_senza() {
  simulator empty && client python scripts/foreign/senza_client.py && senza_traffic
}
# Its arithmetic of weights, without any account.
senza_traffic() {
  client python scripts/foreign/senza_traffic.py >"$scratch/traffic" &&
    node build/scripts/senza-traffic.js <"$scratch/traffic"
}

# docs/simulated-scripts.md as a reader follows it: the two shells of its first part, with what it says that they print; and its workflow
# of another repository, step by step, with that script and with one that waits long enough. Both serve on the port that they name.
run_page() {
  PATH="$python/bin:$PATH" python scripts/foreign/page.py &&
    PATH="$python/bin:$PATH" python scripts/foreign/workflow.py "$scratch/workflow"
}

run_ansible() {
  bash scripts/foreign/ansible-collections.sh "$python" "$scratch/collections" && simulator empty &&
    ANSIBLE_COLLECTIONS_PATH="$scratch/collections" ANSIBLE_CONFIG=scripts/foreign/ansible/ansible.cfg \
      client ansible-playbook scripts/foreign/ansible/playbook.yml
}

# Go's sleeps are real: its waiters poll without a delay, and each of their requests takes five seconds.
run_go() {
  simulator slow-calls && cd scripts/foreign/waiters && GOPATH="$go/path" GOCACHE="$go/build" client go run .
}

# Side by side, each with an account of its own; what it says is printed when it has ended.
runs=()
for name in "${clients[@]}"; do
  (
    servers=()
    trap stop_servers EXIT
    began=$SECONDS
    status=0
    "run_$name" || status=$?
    echo "$name: $((SECONDS - began)) s"
    exit "$status"
  ) >"$scratch/$name.log" 2>&1 &
  runs+=("$!")
done
failed=()
for index in "${!clients[@]}"; do
  name="${clients[$index]}"
  wait "${runs[$index]}" || failed+=("$name")
  cat "$scratch/$name.log"
done
[ "${#failed[@]}" -eq 0 ] || { echo "${#failed[@]} of ${#clients[@]} clients failed: ${failed[*]}" >&2; exit 1; }
echo "${#clients[@]} foreign clients ran: ${clients[*]}"
