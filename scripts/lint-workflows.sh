#!/usr/bin/env bash
# Holds the workflows, the examples, action.yml and every documented step in two linters of others: actionlint and zizmor,
# each installed into a throw-away folder. `--python` leaves actionlint out, which needs Go and its module proxy.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch="$(mktemp -d)"
python="${PYTHON_CLIENTS:-$scratch/python}"
go="${GO_CLIENTS:-$scratch/go}"
cleanup() {
  chmod -R u+w "$scratch" # Modules of Go are read-only.
  rm -rf "$scratch"
}
trap cleanup EXIT

# Each documented step in a workflow of its own, in a repository, which both linters look for.
node --disable-warning=ExperimentalWarning scripts/documented-workflows.mjs "$scratch/pages/.github/workflows"
git init --quiet "$scratch/pages"
files=(.github/workflows/*.yml)
[ ! -d examples ] || files+=($(find examples -maxdepth 1 -name '*.yml'))

if [ "${1:-}" != --python ]; then
  GOBIN="$scratch/bin" GOPATH="$go/path" GOCACHE="$go/build" go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
  # GitHub’s key `queue` is newer than this version of the linter.
  actionlint() { "$scratch/bin/actionlint" -oneline -shellcheck= -pyflakes= -ignore 'unexpected key "queue" for "concurrency" section' "$@"; }
  actionlint "${files[@]}"
  (cd "$scratch/pages" && actionlint)
  echo "actionlint: ${#files[@]} workflows and $(ls "$scratch/pages/.github/workflows" | wc -l) documented ones"
fi

bash scripts/foreign/python-packages.sh "$python" zizmor
zizmor() { "$python/bin/zizmor" --offline --no-progress --quiet "$@"; }
zizmor --config .github/zizmor.yml "${files[@]}" action.yml .github/dependabot.yml
zizmor --config scripts/zizmor-pages.yml "$scratch/pages/.github/workflows"
