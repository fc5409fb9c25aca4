#!/bin/bash
# No line of README.md and doc/*.md has over 160 columns, be it a table's: characters, not bytes. First it shows
# that one is found, and that one of 160 two-byte characters is none.
set -euo pipefail
cd "$(dirname "$0")/../.."

# too_long FILE... : "FILE:LINE: N columns" for each such line; fails where there are any
too_long() {
    LC_ALL=C awk '
        { line = $0; n = length(line) - gsub(/[\200-\277]/, "", line) } # but for bytes that go on a character
        n > 160 { print FILENAME ":" FNR ": " n " columns, 160 at most"; bad = 1 }
        END { exit bad }' "$@"
}

work=$(mktemp)
trap 'rm -f "$work"' EXIT
printf 'x%.0s' {1..160} >"$work"
printf '\n' >>"$work"
printf 'ä%.0s' {1..160} >>"$work"
too_long "$work" || { echo "a line of 160 columns is refused"; exit 1; }
printf 'ä' >>"$work"
if too_long "$work" >"$work.said"; then echo "a line of 161 columns is not found"; rm -f "$work.said"; exit 1; fi
rm -f "$work.said"
too_long README.md doc/*.md
