# Sourced: find_jdk prints the home of a JDK 25 or later, or says what to install and returns 2.

jdk_major() {
  local release="$1/release" version
  [ -x "$1/bin/javac" ] || return 1
  if [ -r "$release" ]; then
    version="$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$release")"
  else
    version="$("$1/bin/javac" -version 2>&1 | sed 's/^javac //')"
  fi
  version="${version%%[.+-]*}"
  case "$version" in '' | *[!0-9]*) return 1 ;; esac
  printf '%s\n' "$version"
}

find_jdk() {
  local candidate major on_path=""
  if command -v javac >/dev/null 2>&1; then
    on_path="$(readlink -f "$(command -v javac)" 2>/dev/null || true)"
    on_path="${on_path%/bin/javac}"
  fi
  for candidate in "${HOLDFAST_JAVA_HOME:-}" "${JAVA_HOME:-}" "$on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$candidate" ] || continue
    if major="$(jdk_major "$candidate")" && [ "$major" -ge 25 ]; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  echo "holdfast: a JDK 25 or later is needed and was not found. Install one (for example Temurin 25) or set" \
    "HOLDFAST_JAVA_HOME to its folder, then try again." >&2
  return 2
}
