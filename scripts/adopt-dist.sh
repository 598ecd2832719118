#!/usr/bin/env bash
# Takes the dist/ that a job without rights has built for a pull request of Dependabot into its branch. What that job gives is not
# trusted: only plain files with plain names in one folder are taken, nothing of them is run, and no other file changes.
# Usage: adopt-dist.sh <folder with the files> <commit that they were built from>
set -euo pipefail

folder="$1"
built="$2"

fail() {
  echo "::error title=Rebuild dist::$1" >&2
  exit 1
}

[ "$(git rev-parse HEAD)" = "$built" ] || fail "The branch has moved on since $built: its own run builds it anew."
strange="$(find "$folder" -mindepth 1 \( ! -type f -o ! -regex '.*/[A-Za-z0-9][A-Za-z0-9._-]*' \) -print -quit)"
[ -z "$strange" ] || fail "$(basename "$strange") is no plain file."
[ -f "$folder/index.js" ] || fail "There is no index.js in what was built."

git rm --quiet -r --cached dist
rm -rf dist
cp -r "$folder" dist
chmod -R u=rw,go=r,a+X dist
chmod a+x dist/cli.js
git add --all dist
if git diff --cached --quiet; then
  echo "dist/ is what it was."
  exit 0
fi
[ -z "$(git diff --cached --name-only -- . ':!dist')" ] || fail "A file outside of dist/ would change."
git -c user.name='github-actions[bot]' -c user.email='41898282+github-actions[bot]@users.noreply.github.com' \
  -c core.hooksPath=/dev/null commit --quiet --message 'dist: rebuild with the updated dependencies'
git push --quiet origin "HEAD:$BRANCH"
echo "dist/ was rebuilt."
