#!/bin/bash
# Nothing that is emitted, stored or read depends on the locale of the host program: tests whose
# wanted texts were written with a decimal point run in processes that have a decimal comma, set by a
# library in front of them, since no program here calls setlocale itself.
# Usage: check_locale.sh path/to/tessera
set -uo pipefail
tessera=$1
tests=$(dirname "$tessera")/test
source=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

fail() {
    echo "FAIL: $*"
    failed=1
}

skip() {
    echo "skipped: $*"
    exit 77
}

# Functions that format or read a fraction begin with TS_C_LOCALE, or hand it to one that does.
number='%[-+ 0#]*[0-9*]*(\.([1-9*][0-9*]*))?[aegf][^a-z]'
for file in $(cd "$source" && grep -lrE "(snprintf|fprintf|ts_html)\(.*\"[^\"]*$number|strto[df]\(" \
    tile compile lane simt rt kernels engine bench store report check --include='*.c'); do
    grep -q 'TS_C_LOCALE;' "$source/$file" ||
        fail "$file formats or reads numbers in whatever locale the host has (tessera/c_locale.h)"
done

command -v localedef >/dev/null && [ -e /usr/share/i18n/locales/de_DE ] ||
    skip "no localedef or no definition of de_DE (Debian: package locales)"
localedef -i de_DE -f UTF-8 "$work/de_DE.UTF-8" 2>/dev/null || skip "localedef cannot make de_DE.UTF-8"
cat >"$work/comma.c" <<'END'
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
__attribute__((constructor)) static void comma(void)
{
    char half[8];
    unsetenv("LD_PRELOAD"); /* programs that it starts are none of ours */
    if (getenv("COMMA") && (!setlocale(LC_ALL, getenv("COMMA")) || !setlocale(LC_MESSAGES, "C"))) abort();
    snprintf(half, sizeof half, "%.1f", 0.5);
    if (getenv("COMMA") && half[1] != ',') abort();
}
END
cc -shared -fPIC -o "$work/comma.so" "$work/comma.c" || skip "no C compiler"

# comma COMMAND... : with a decimal comma
comma() {
    LOCPATH=$work COMMA=de_DE.UTF-8 ASAN_OPTIONS=verify_asan_link_order=0 \
        LD_PRELOAD=$work/comma.so "$@"
}

comma true || skip "the library in front does not work here"
for test in trace read "golden --once" transfer config report peer; do
    # shellcheck disable=SC2086 # words
    comma "$tests/"test_$test >"$work/out" 2>&1 && continue
    fail "test_$test fails with a decimal comma:"
    grep -E 'ERROR|FAILED|LINE' "$work/out" | head -8
done

# What the command shows, too.
for words in "ir rms_norm" "emit attention --target opencl" "check rms_norm @none --shape mini --dtype f32"; do
    # shellcheck disable=SC2086
    "$tessera" $words >"$work/point" 2>/dev/null || fail "$words"
    # shellcheck disable=SC2086
    comma "$tessera" $words >"$work/comma" 2>/dev/null || fail "$words with a decimal comma"
    cmp -s "$work/point" "$work/comma" || fail "$words: another text with a decimal comma"
done
exit $failed
