#!/usr/bin/env bash
# The steps of a release: `check` refuses what must not be released, `notes` prints the notes, `tag` makes the immutable tag
# and moves the one of the major version. Each may be run again after a release that has stopped half-way.
set -euo pipefail

version="$(node -p 'JSON.parse(require("node:fs").readFileSync("package.json", "utf8")).version')"
tag="v$version"
major="${tag%%.*}"
commit="$(git rev-parse HEAD)"

fail() {
  echo "::error title=Release::$1" >&2
  exit 1
}

# The commit that a tag of the remote repository is of; nothing where there is none. That of an annotated tag ends with ^{}.
tagged() {
  git ls-remote --tags origin "refs/tags/$1" "refs/tags/$1^{}" | sort -k2 | tail -n 1 | cut -f 1
}

# The lines of the changelog on this version, without their heading.
section() {
  awk -v heading="## [$version]" 'index($0, "## [") == 1 { found = index($0, heading) == 1; next } found' CHANGELOG.md
}

refuse_another() {
  local released
  released="$(tagged "$tag")"
  if [ -n "$released" ] && [ "$released" != "$commit" ]; then
    fail "$tag is the commit $released already, and a release never moves. Raise the version in package.json and CHANGELOG.md."
  fi
}

check() {
  [[ "$version" =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "$version of package.json is no version that is released."
  git fetch --quiet origin main
  git merge-base --is-ancestor "$commit" FETCH_HEAD || fail "$commit is not on main."
  grep -qE "^## \[${version//./\\.}\] - [0-9]{4}-[0-9]{2}-[0-9]{2}$" CHANGELOG.md ||
    fail "CHANGELOG.md has no section for $version with its day: ## [$version] - 2026-01-31."
  section | grep -q '[^[:space:]]' || fail "The section of $version in CHANGELOG.md is empty."
  refuse_another
  local green
  green="$(gh run list --workflow ci.yml --branch main --commit "$commit" --status success --json databaseId --jq length)"
  [ "$green" -gt 0 ] || fail "CI has no green run of $commit on main."
}

notes() {
  section | sed -e '1{/^$/d;}'
  printf '\n```yaml\n- uses: fleet-patch/fleet-patch@%s # %s\n```\n' "$commit" "$tag"
}

tag_release() {
  refuse_another
  if [ -z "$(tagged "$tag")" ]; then
    git tag --annotate --force --message "Fleet Patch $version" "$tag" "$commit"
    git push --quiet origin "refs/tags/$tag"
  fi
  # A fix of an older release leaves the major tag with the newest.
  local newest
  newest="$(git ls-remote --tags --refs origin "refs/tags/$major.*" | sed 's|.*refs/tags/||' | sort -V | tail -n 1)"
  if [ "$newest" = "$tag" ]; then
    git tag --force "$major" "$commit"
    git push --quiet --force origin "refs/tags/$major"
    echo "$tag and $major are $commit."
  else
    echo "$tag is $commit; $major stays with $newest."
  fi
}

case "${1:-}" in
  check) check ;;
  notes) notes ;;
  tag) tag_release ;;
  *) fail "usage: release.sh check|notes|tag" ;;
esac
