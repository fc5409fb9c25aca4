#!/bin/bash
# External names of the library: each begins with ts_, and each is defined once. Two definitions
# in a static library do not always fail to link; the first one found is called by everybody.
# Usage: check_symbols.sh path/to/tessera (the library lies beside it)
set -euo pipefail
library=$(dirname "${1:-build/tessera}")/libtessera-core.a
names=$(nm --defined-only --extern-only "$library" 2>/dev/null |
    awk 'NF == 3 && $2 ~ /^[A-Z]$/ && $3 !~ /^__(asan|ubsan|tsan|gcov|odr_asan)/ { print $3 }' | sort)
[ -n "$names" ] || { echo "no names in $library"; exit 1; }
twice=$(uniq -d <<<"$names")
foreign=$(grep -v '^ts_' <<<"$names" || true)
[ -z "$twice" ] || printf 'defined twice: %s\n' $twice
[ -z "$foreign" ] || printf 'without the prefix ts_: %s\n' $foreign
echo "$(wc -l <<<"$names") names"
[ -z "$twice$foreign" ]
