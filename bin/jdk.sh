# Sourced by ./tamizdat and ./check.
least=25

version_of() { # prints the major version of the java in $1, or nothing
  "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
}

find_jdk() { # prints the home of a JDK that is new enough
  on_path=$(command -v javac 2>/dev/null || true)
  [ -z "$on_path" ] || on_path=$(dirname -- "$(dirname -- "$(readlink -f -- "$on_path")")")
  for home in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ -x "$home/bin/java" ] || continue
    found=$(version_of "$home")
    if [ -n "$found" ] && [ "$found" -ge "$least" ]; then echo "$home"; return 0; fi
  done
  return 1
}

die() { echo "tamizdat: $1" >&2; exit 3; }

JAVA_HOME=$(find_jdk) || die "a JDK $least or newer is missing; install one (Debian: apt install openjdk-25-jdk-headless; others: https://adoptium.net) or name it in JAVA_HOME"
export JAVA_HOME
