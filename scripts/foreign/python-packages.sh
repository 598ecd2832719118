#!/usr/bin/env bash
# python-packages.sh FOLDER PACKAGE...: a virtual environment in FOLDER, made where it is not there yet, with these
# packages in the versions of constraints.txt. Needs python3 and its package index.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
folder="$1"
shift

[ -x "$folder/bin/pip" ] || python3 -m venv "$folder"
# What a client imports is compiled then; most of these packages is never imported.
"$folder/bin/pip" install --quiet --disable-pip-version-check --no-compile -c "$here/constraints.txt" "$@"
