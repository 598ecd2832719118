#!/usr/bin/env bash
# ansible-collections.sh PYTHON FOLDER: the collections amazon.aws and community.aws in FOLDER, out of the package
# `ansible`, which carries them with a hundred others. The virtual environment in PYTHON must be there.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
python="$1"
folder="$2"

mkdir -p "$folder"
"$python/bin/pip" download --quiet --disable-pip-version-check --no-deps -c "$here/constraints.txt" -d "$folder" ansible
"$python/bin/python" - "$folder" <<'PYTHON'
import pathlib
import sys
import zipfile

folder = pathlib.Path(sys.argv[1])
[wheel] = folder.glob("ansible-*.whl")
with zipfile.ZipFile(wheel) as archive:
    for name in archive.namelist():
        if name.startswith(("ansible_collections/amazon/aws/", "ansible_collections/community/aws/")):
            archive.extract(name, folder)
wheel.unlink()
PYTHON
