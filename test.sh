#!/usr/bin/env bash
# Builds everything and runs every test. Last line: "N passed, N failed, N skipped"; exit status 0 only if nothing failed and something ran.
# WEIXIN_SDK=Senparc: the same with the alternative platform client (docs/decisions/0025).
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
# shellcheck source=scripts/prerequisites.sh
. scripts/prerequisites.sh

passed=0 failed=0 skipped=0
# finish <exit status>: the line that callers read, whatever happened before.
finish() {
  echo "$passed passed, $failed failed, $skipped skipped"
  exit "$1"
}
# broken <what>: something other than a test failed; it counts as one failure.
broken() {
  say "$*"
  failed=$((failed + 1))
  finish 1
}

(find_sdk) || broken "no SDK"
find_sdk
(need postgres chromium font) || broken "prerequisites are missing"
npm_folder=Console.Web/npm
if [ -f $npm_folder/package.json ]; then
  (need node) || broken "prerequisites are missing"
fi

sdk=()
if [ -n "${WEIXIN_SDK:-}" ]; then sdk=("-p:WeixinSdk=$WEIXIN_SDK"); fi
"$DOTNET" build GovAccountConsole.sln -c Release -v q -nologo -clp:ErrorsOnly --disable-build-servers "${sdk[@]}" || broken "The build failed; see above."

work=$(mktemp -d) || broken "no temporary folder"
trap 'rm -rf "$work"' EXIT

if [ -f $npm_folder/package.json ] && grep -q '"test"' $npm_folder/package.json; then
  (cd $npm_folder && npm test --silent -- --test-reporter=tap) 2>&1 | tee "$work/npm"
  npm_status=${PIPESTATUS[0]}
  count() { sed -n "s/^# $1 \([0-9]*\)$/\1/p" "$work/npm" | tail -n 1; }
  npm_passed=$(count pass) npm_failed=$(count fail) npm_skipped=$(count skipped)
  passed=$((passed + ${npm_passed:-0})) failed=$((failed + ${npm_failed:-0})) skipped=$((skipped + ${npm_skipped:-0}))
  if [ "$npm_status" -ne 0 ] && [ "${npm_failed:-0}" -eq 0 ]; then failed=$((failed + 1)); fi
fi

"$DOTNET" test --project Console.Tests -c Release --no-build --no-ansi --no-progress --timeout 15m "$@" 2>&1 | tee "$work/dotnet"
dotnet_status=${PIPESTATUS[0]}
# The platform prints "  total: 5", "  failed: 0", "  succeeded: 5", "  skipped: 0" at the end.
count() { sed -n "s/^ *$1: *\([0-9]*\)$/\1/p" "$work/dotnet" | tail -n 1; }
dotnet_passed=$(count succeeded) dotnet_failed=$(count failed) dotnet_skipped=$(count skipped)
passed=$((passed + ${dotnet_passed:-0})) failed=$((failed + ${dotnet_failed:-0})) skipped=$((skipped + ${dotnet_skipped:-0}))
if [ "$dotnet_status" -ne 0 ] && [ "${dotnet_failed:-0}" -eq 0 ]; then
  broken "The test run ended with status $dotnet_status without a failed test: it was cut short or nothing ran."
fi

if [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]; then finish 0; fi
finish 1
