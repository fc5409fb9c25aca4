#!/bin/bash
# External names of the libraries: each begins with ts_, and each is defined once. Two definitions
# in a static library do not always fail to link; the first one found is called by everybody.
# A shared library made of the hosts' one exports what the public headers declare, no more and no less.
# What is in none is called from another file, be it a test: else it is static, or dead.
# Usage: check_symbols.sh path/to/tessera (the libraries lie beside it)
set -euo pipefail
cd "$(dirname "$0")/../.."
build=$(dirname "${1:-build/tessera}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

names=$(nm --defined-only --extern-only "$build"/libtessera-{core,tool}.a 2>/dev/null |
    awk 'NF == 3 && $2 ~ /^[A-Z]$/ && $3 !~ /^__(asan|ubsan|tsan|gcov|odr_asan)/ { print $3 }' | sort)
[ -n "$names" ] || { echo "no names in $build"; exit 1; }
twice=$(uniq -d <<<"$names")
foreign=$(grep -v '^ts_' <<<"$names" || true)
[ -z "$twice" ] || printf 'defined twice: %s\n' $twice
[ -z "$foreign" ] || printf 'without the prefix ts_: %s\n' $foreign

for header in include/tessera/*.h; do echo "#include \"$header\""; done >"$work/all.c"
gcc -std=gnu17 -D_GNU_SOURCE -Iinclude -I. -fsyntax-only -aux-info "$work/declared" "$work/all.c"
{
    sed -n 's|^/\* [^ ]*include/tessera/.*:NC \*/ extern .*[ *]\(ts_[a-z0-9_]*\) (.*|\1|p' "$work/declared"
    sed -n 's|^extern const [a-z_]* \(ts_[a-z0-9_]*\);.*|\1|p' include/tessera/*.h
} | sort -u >"$work/public"
gcc -shared -o "$work/library.so" -Wl,--whole-archive "$build/libtessera-core.a" -Wl,--no-whole-archive
nm --dynamic --defined-only "$work/library.so" | awk '{ print $NF }' | sort >"$work/exported"
hidden=$(comm -23 "$work/public" "$work/exported")
leaked=$(comm -13 "$work/public" "$work/exported")
[ -z "$hidden" ] || printf 'in a public header, but not exported: %s\n' $hidden
[ -z "$leaked" ] || printf 'exported, but in no public header: %s\n' $leaked

# Where tests are built: without them the names that are open for tests would be called by nobody.
idle=
if [ -f "$build/test/libtest-parts.a" ]; then
    find "$build" -name '*.o' -print0 | xargs -0 nm --undefined-only 2>/dev/null |
        awk '{ print $NF }' | sort -u - "$work/public" >"$work/called"
    idle=$(comm -23 <(uniq <<<"$names") "$work/called")
fi
[ -z "$idle" ] || printf 'called by no other file: %s\n' $idle

echo "$(wc -l <<<"$names") names, $(wc -l <"$work/exported") of them public"
[ -z "$twice$foreign$hidden$leaked$idle" ]
