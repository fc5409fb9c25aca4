#!/bin/bash
# The largest error so far is kept by ts_judge_worse (check/judge.h): `if (e > worst) worst = e` forgets a NaN, and so
# does fmax. First it shows that each way is found.
set -euo pipefail
cd "$(dirname "$0")/../.."

# forgetful FILE... : "FILE:LINE: TEXT" for each error that a maximum could lose
forgetful() {
    grep -nE -e '([a-z_]+) = fmaxf?\(\1, *fabsf?\(.* [-/] ' \
        -e 'if \((fabsf?\(.* - .*\)) > ([a-z_]+)\) *\2 = ' \
        -e 'if \(!\((fabsf?\(.* - .*\)) <= ([a-z_]+)\)\) *\2 = ' "$@"
}

work=$(mktemp)
trap 'rm -f "$work"' EXIT
while read -r line; do
    echo "$line" >"$work"
    forgetful "$work" >/dev/null || { echo "not found: $line"; exit 1; }
done <<'X'
worst = fmax(worst, fabs(got[i] - want[i]));
off = fmaxf(off, fabsf(a - b));
if (fabs(a[i] - b[i]) > worst) worst = fabs(a[i] - b[i]);
if (!(fabs(a - b) <= worst)) worst = fabs(a - b);
X
echo 'most = fmax(most, fabs((double)want[i]));' >"$work"
if forgetful "$work"; then echo "a largest number is no error"; exit 1; fi
if forgetful $(find check test bench -name '*.[ch]'); then
    echo "errors that a maximum could lose: keep them by ts_judge_worse"
    exit 1
fi
