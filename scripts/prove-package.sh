#!/usr/bin/env bash
# Proves that the package works where users run it: scripts/prove-package.sh <tarball> installs it into a new folder, with the Node and the npm on
# the path; scripts/prove-package.sh --installed <folder> takes a folder that has it already. Nothing but a folder for reports is writable,
# and where root asks, another user runs it.
set -euo pipefail
temporary=$(mktemp -d)
trap 'chmod -R u+w "$temporary"; rm -rf "$temporary"' EXIT
chmod 755 "$temporary"

as_user=()
if [ "$1" = --installed ]; then
  folder=$2
else
  tarball=$(realpath "$1")
  folder=$temporary/installed
  mkdir "$folder"
  # In its folder, so that no project around it lends a module.
  (cd "$folder" && npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error "$tarball")
  chmod -R a-w "$folder"
  [ "$(id -u)" -ne 0 ] || as_user=(setpriv --reuid=10001 --regid=10001 --clear-groups)
fi
reports=$temporary/reports
install -d -m 777 "$reports"
cd "$reports"

passed=0
prove() {
  local name=$1
  shift
  if ! HOME=/nonexistent NODE_PATH="$folder/node_modules" "${as_user[@]}" "$@" > output 2>&1; then
    printf '✗ %s\n' "$name"
    cat output
    exit 1
  fi
  printf '✓ %s\n' "$name"
  passed=$((passed + 1))
}

package=$folder/node_modules/mde-conformance
command=(node "$package/dist/cli/bin.js")
printf 'mde-conformance on Node %s\n' "$(node -p process.versions.node)"
prove 'names its version' "${command[@]}" --version
grep -qxF "$(node -p 'require(process.argv[1]).version' "$package/package.json")" output
prove 'lists its checks' "${command[@]}" list checks --json
prove 'enrolls at the reference server, and writes every format' "${command[@]}" run --check provisioning/thumbprint --out run \
  --format html,junit,sarif,ctrf,earl,oscal,intoto,markdown,annotations,codequality,dotenv,csv,badge,allure
prove 'judges a recording' "${command[@]}" audit run/session.har --out audit
prove 'verifies its reports, and judges again' "${command[@]}" verify run --rejudge
prove 'compares runs' "${command[@]}" diff run audit
prove 'explains a code' "${command[@]}" explain 0x80180013
prove 'is required' node -e "require('mde-conformance').checks.length > 300 || process.exit(1)"
prove 'is imported' node --input-type=module -e "const { checks } = await import('$package/dist/library.mjs'); if (checks.length < 300) process.exit(1)"
printf '\n%d passed, 0 failed\n' "$passed"
