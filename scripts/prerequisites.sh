# shellcheck shell=bash
# Sourced by run.sh and test.sh: finds the SDK and installs system packages that are missing. Changes nothing that is already there.

say() { printf '%s\n' "$*" >&2; }
die() {
  say "$*"
  exit 1
}

# A stripped environment (cron, CI, env -i) may lack HOME; NuGet and npm keep their caches there.
if [ -z "${HOME:-}" ]; then
  HOME=$(getent passwd "$(id -u)" 2>/dev/null | cut -d: -f6 || true)
  export HOME="${HOME:-/tmp}"
fi
export PATH="${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false

# Sets DOTNET to a dotnet with an SDK of the major version that global.json asks for.
find_sdk() {
  local wanted candidate
  wanted=$(sed -n 's/.*"version": *"\([0-9]*\)\..*/\1/p' global.json | head -n 1)
  for candidate in "${DOTNET_ROOT:+$DOTNET_ROOT/dotnet}" "$(command -v dotnet || true)" "$HOME/.dotnet/dotnet" \
    /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet /usr/local/share/dotnet/dotnet /opt/homebrew/bin/dotnet; do
    if [ -n "$candidate" ] && [ -x "$candidate" ] && "$candidate" --list-sdks 2>/dev/null | grep -q "^$wanted\."; then
      DOTNET=$candidate
      return
    fi
  done
  die "The .NET SDK $wanted is needed (dotnet on PATH, in \$DOTNET_ROOT or in ~/.dotnet). How to install it: https://learn.microsoft.com/dotnet/core/install/"
}

has_postgres() {
  local bindir
  bindir=$(pg_config --bindir 2>/dev/null || true)
  for bindir in "$bindir" /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin /usr/local/opt/postgresql*/bin \
    /usr/local/pgsql/bin "$(dirname "$(command -v postgres || echo /nowhere/postgres)")"; do
    if [ -x "$bindir/postgres" ] && [ -x "$bindir/initdb" ]; then return 0; fi
  done
  return 1
}

has_node() {
  local major
  major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\)\..*/\1/p')
  [ -n "$major" ] && [ "$major" -ge 18 ] && command -v npm >/dev/null
}

has_chromium() { [ -x /usr/bin/chromium ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; }

has_cjk_font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn family 2>/dev/null | head -n 1)" ]; }

# need <postgres|node|chromium|font>…: installs the packages of those that are missing, in one go.
need() {
  local thing debian=() brew=() fedora=()
  for thing in "$@"; do
    case $thing in
      postgres) has_postgres || { debian+=(postgresql) brew+=(postgresql@17) fedora+=(postgresql-server); } ;;
      node) has_node || { debian+=(nodejs npm) brew+=(node) fedora+=(nodejs npm); } ;;
      chromium) has_chromium || { debian+=(chromium) brew+=(chromium) fedora+=(chromium); } ;;
      font) has_cjk_font || { debian+=(fonts-noto-cjk fontconfig) brew+=(font-noto-sans-cjk) fedora+=(google-noto-sans-cjk-fonts); } ;;
    esac
  done
  if [ ${#debian[@]} -eq 0 ]; then return 0; fi

  if command -v apt-get >/dev/null; then
    if [ "$(id -u)" -eq 0 ]; then
      apt_install "" "${debian[@]}"
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
      apt_install sudo "${debian[@]}"
    else
      die "Missing: ${debian[*]}. Install with:  sudo apt-get install -y ${debian[*]}"
    fi
  elif command -v brew >/dev/null; then
    die "Missing. Install with:  brew install ${brew[*]}"
  elif command -v dnf >/dev/null; then
    die "Missing. Install with:  sudo dnf install -y ${fedora[*]}"
  else
    die "Missing: ${debian[*]} (names of the Debian packages). Install them with this system's package manager."
  fi
}

# apt_install <sudo or nothing> <package>…
apt_install() {
  local as=$1
  shift
  say "installing $*"
  # The console runs a private server; Debian's own cluster would only stand by on port 5432.
  if [[ " $* " == *" postgresql "* && ! -e /etc/postgresql-common/createcluster.conf ]]; then
    $as mkdir -p /etc/postgresql-common
    echo 'create_main_cluster = false' | $as tee /etc/postgresql-common/createcluster.conf >/dev/null
  fi
  local apt=($as env DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1 apt-get -y -q -o DPkg::Lock::Timeout=600 -o Dpkg::Options::=--force-confold)
  # The package lists of a fresh machine are empty and those of an old one stale: both are told by the first try.
  "${apt[@]}" install --no-install-recommends "$@" >&2 ||
    { "${apt[@]}" update >&2 && "${apt[@]}" install --no-install-recommends "$@" >&2; } ||
    die "Could not install $*. See what apt-get says above; then:  ${as:+$as }apt-get install -y $*"
}
