#!/usr/bin/env bash
# Serves the console at http://localhost:5080 with its own PostgreSQL, a simulated platform and the demo matrix. Ctrl-C stops all of it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# shellcheck source=scripts/prerequisites.sh
. scripts/prerequisites.sh

find_sdk
needed=()
if [ -z "${ConnectionStrings__Console:-}" ]; then needed+=(postgres); fi
if [ -f Console.Web/npm/package.json ]; then needed+=(node); fi
need ${needed[@]+"${needed[@]}"}

export ASPNETCORE_ENVIRONMENT="${ASPNETCORE_ENVIRONMENT:-Development}"
export ASPNETCORE_URLS="${ASPNETCORE_URLS:-http://localhost:5080}"

say "building"
"$DOTNET" build Console.Web -c Release -v q -nologo -clp:ErrorsOnly --disable-build-servers >&2 || die "The build failed; see above."
say "starting at $ASPNETCORE_URLS"
cd Console.Web
exec "$DOTNET" bin/Release/net10.0/Console.Web.dll "$@"
