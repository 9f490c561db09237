#!/usr/bin/env bash
# What a new user does, with nothing but the packed tarball: scripts/prove-journey.sh <tarball>. It installs into an empty folder, describes a
# server that breaks one rule, and goes from `init` to what a kit still needs. Each step prints its seconds and its exit code.
set -uo pipefail
tarball=$(realpath "$1")
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server"; rm -rf "$folder"' EXIT
cd "$folder" || exit 1
begin=$SECONDS
failed=0

step() {
  local expected=$1 name=$2 before=$SECONDS code
  shift 2
  "$@" > "$name.txt" 2>&1
  code=$?
  printf '%-12s exit %d, %d s\n' "$name" "$code" $((SECONDS - before))
  if [ "$code" -ne "$expected" ]; then
    failed=$((failed + 1))
    printf 'expected exit %d:\n' "$expected"
    tail -n 20 "$name.txt"
  fi
}
mde=(node_modules/.bin/mde-conformance)
# What needs no states of the server.
phases=discovery,policy,provisioning,certificates
value() {
  node -p 'JSON.parse(fs.readFileSync("server.json", "utf8"))[process.argv[1]]' "$1"
}

printf 'Node %s\n' "$(node -p process.versions.node)"
step 0 install npm install --no-audit --no-fund --loglevel=error "$tarball"
node node_modules/mde-conformance/dist/cli/bin.js serve --json --defect provisioning/thumbprint > server.json 2> server.log &
server=$!
until [ -s server.json ]; do
  kill -0 "$server" || exit 1
  read -r -t 0.2 < <(:) || true
done
step 0 init "${mde[@]}" init target.yaml --yes --url "$(value url)" --email "$(value email)" --ca "$(value ca)" --password-file "$(value passwordFile)"
step 0 doctor "${mde[@]}" doctor target.yaml
step 1 run "${mde[@]}" run target.yaml --suite "$phases" --out before
mapfile -t broken < <(node -p 'JSON.parse(fs.readFileSync("before/results.json", "utf8")).judgements.filter(({ outcome, level }) => outcome === "failed" && level === "MUST").map(({ check }) => check).join("\n")')
step 0 waive "${mde[@]}" waive before --check "${broken[@]}" --reason 'the next release mends it' --owner 'A. Owner' \
  --expires "$(node -p 'new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)')" --waivers waivers.yaml
step 0 run-again "${mde[@]}" run target.yaml --suite "$phases" --out after --waivers waivers.yaml
step 0 diff "${mde[@]}" diff before after
printf 'product: Contoso MDM\nversion: "4.2"\nvendor: Contoso\ncontact: mdm@contoso.example\nways: [on-premise]\ncapabilities: [renew, manage]\n' > statement.yaml
step 1 certify "${mde[@]}" certify after --statement statement.yaml --check
printf 'from an empty folder to the end: %d s, %d steps not as expected\n' $((SECONDS - begin)) "$failed"
[ "$failed" -eq 0 ]
