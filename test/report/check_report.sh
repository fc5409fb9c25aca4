#!/bin/bash
# The report as a reader gets it: made from a store of made-up results, ordinary and hostile ones.
# Usage: check_report.sh path/to/tessera [FOLDER for screenshots]
#
# HTML by a strict parser, every link and anchor, nothing loaded from elsewhere; then in headless Chromium, where there
# is one: no page wider than a phone or a desktop, contrast in light and dark; ordinary pages in dark, too, where
# screenshots are asked for. Skips without what it needs.
set -uo pipefail
cd "$(dirname "$0")/../.."

tessera=$(realpath "${1:-build/tessera}")
shots=${2:-}
venv=build/venv-report
python=$venv/bin/python
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
unset TESSERA_STORE
export XDG_DATA_HOME=$work/nobody

skip() {
    echo "skipped: $*"
    exit 77
}

fail() {
    echo "FAIL: $*"
    failed=1
}

# A venv without a pip of its own is there in a tenth of a second instead of five; pips before 22.3 fill no other one.
make_venv() {
    local pip=(python3 -m pip --python $python)
    if python3 -m venv --without-pip $venv && ! "${pip[@]}" --version; then
        python3 -m venv --clear $venv && pip=($python -m pip)
    fi
    "${pip[@]}" install -q --disable-pip-version-check --timeout 20 --retries 1 --no-deps --require-hashes \
        --only-binary :all: -r test/py/requirements-report.txt &&
        touch $venv/complete
}

# report FOLDER ARGS...: must be written
report() {
    local out=$1
    shift
    "$tessera" report --out "$out" "$@" >"$work/log" 2>&1 || { cat "$work/log"; fail "report $*"; }
}

# refuses PATTERN ARGS...: one line on stderr, status 1, nothing on stdout, no folder
refuses() {
    local pattern=$1
    shift
    "$tessera" report --out "$work/none" "$@" >"$work/out" 2>"$work/log"
    [ $? = 1 ] || fail "report $*: status is not 1"
    [ "$(wc -l <"$work/log")" = 1 ] && grep -q -- "$pattern" "$work/log" || { cat "$work/log"; fail "report $*: not the line expected"; }
    [ ! -s "$work/out" ] || fail "report $*: wrote on stdout"
    [ ! -e "$work/none" ] || fail "report $*: made the folder"
}

# says FILE TEXT
says() {
    grep -qF -- "$2" "$1" || fail "$(basename "$1") does not say \"$2\""
}

validate() {
    $python test/py/report_check.py "$@" >"$work/log" 2>&1 || fail "pages of $*"
    head -n 40 "$work/log"
}

# browse FOLDER light|dark
browse() {
    local list scheme=1
    [ "$2" = dark ] && scheme=0
    list=$(cd "$1" && printf '"%s",' *.html)
    sed "s|/\*PAGES\*/|$list|" test/py/report_frames.html >"$1/frames.html"
    timeout 3000 chromium --headless --disable-gpu --no-sandbox --disable-dev-shm-usage --user-data-dir="$work/browser" \
        --allow-file-access-from-files --blink-settings=preferredColorScheme=$scheme --window-size=1400,900 \
        --virtual-time-budget=60000 --dump-dom "file://$1/frames.html" >"$work/dom" 2>"$work/log"
    rm "$1/frames.html"
    sed -n '/<pre id="found">/,/<\/pre>/p' "$work/dom" | sed 's/.*<pre id="found">//; s/<\/pre>.*//' >"$work/found"
    grep -q '^finished' "$work/found" || { tail -3 "$work/log"; fail "$2: the browser did not finish"; }
    grep -q "^ground $2" "$work/found" || fail "$2: the ground is not $2"
    if grep -vE "^(ground $2|finished [0-9]+)\$" "$work/found"; then fail "$2: $(basename "$1")"; fi
}

# shoot FOLDER PAGE light|dark WIDTH HEIGHT
shoot() {
    local scheme=1
    [ "$3" = dark ] && scheme=0
    timeout 3000 chromium --headless --disable-gpu --no-sandbox --hide-scrollbars --user-data-dir="$work/browser" \
        --blink-settings=preferredColorScheme=$scheme --window-size="$4,$5" \
        --screenshot="$shots/$2-$3-$4.png" "file://$1/$2.html" >/dev/null 2>&1
}

command -v python3 >/dev/null || skip "python3 is not installed"
python3 test/py/report_fixture.py >"$work/good.jsonl"
python3 test/py/report_fixture.py --hostile >"$work/hostile.jsonl"
head -n 3 "$work/good.jsonl" >"$work/few.jsonl" # a run and two results

refuses "there is no store $work/nowhere.db; tessera bench --store $work/nowhere.db measures this machine into it" --store "$work/nowhere.db"

# ---- which store, where nobody named one ----
mkdir -p "$work/bin/bench" "$work/mine/tessera" "$work/elsewhere"
cp "$tessera" "$work/bin/tessera" || exit 1 # beside it there is no store of a make bench yet
alone() { (cd "$work/elsewhere" && XDG_DATA_HOME=$work/mine "$work/bin/tessera" "$@"); }
alone report >"$work/out" 2>"$work/log" && fail "a report of nothing"
grep -q "there is no store $work/mine/tessera/results.db; tessera bench" "$work/log" || { cat "$work/log"; fail "no store: not the line"; }
"$tessera" results import --store "$work/bin/bench/results.db" "$work/few.jsonl" >/dev/null || fail "import"
alone report --no-plots >"$work/out" || fail "a report after make bench"
grep -q "^[0-9]* pages of .* from $work/bin/bench/results.db: tessera-report/index.html" "$work/out" || fail "make bench's store: $(cat "$work/out")"
[ -e "$work/elsewhere/tessera-report/index.html" ] || fail "no report in this folder"
alone results | tail -n 1 | grep -q " in $work/bin/bench/results.db\$" || fail "results does not know make bench's store"
alone results import "$work/few.jsonl" >/dev/null || fail "import"
[ -e "$work/mine/tessera/results.db" ] || fail "an import did not go to the user's own store"
alone report --no-plots >"$work/out" || fail "a report of the user's own store"
grep -q " from $work/mine/tessera/results.db: " "$work/out" || fail "own store: $(cat "$work/out")"
grep -q "^not in it: what make bench keeps in $work/bin/bench/results.db; --store shows that" "$work/out" || fail "the other store is not named"
refuses "cannot\|no such\|does not\|No such" --also "$work/nowhere.jsonl"
refuses "is no folder" --also "$work/few.jsonl" --out "$work/good.jsonl"

"$tessera" results import --store "$work/results.db" "$work/good.jsonl" >/dev/null || fail "import"
cksum "$work/results.db" >"$work/before"
report "$work/good" --store "$work/results.db" --also results/published.jsonl
cksum "$work/results.db" | cmp -s - "$work/before" || fail "the store changed"
report "$work/again" --also "$work/good.jsonl" --also results/published.jsonl
diff -r "$work/good" "$work/again" >/dev/null || fail "a store and its export give different pages"
report "$work/hostile" --also "$work/hostile.jsonl" results/published.jsonl
report "$work/external" --also results/published.jsonl
# The set that is kept gives the pages that were looked at.
digests=$PWD/test/report/pages.sha256
report "$work/kept" --also results/amd-epyc-2-cores/results.jsonl --also results/published.jsonl
(cd "$work/kept" && sha256sum -- [!r]*.html roofline.html && cat run-*.html run-*.jsonl | sha256sum) >"$work/digests"
[ -z "${REWRITE:-}" ] || cp "$work/digests" "$digests"
diff "$digests" "$work/digests" >"$work/log" ||
    { grep '^>' "$work/log"; fail "these pages of the kept set changed: look at them (make report), then REWRITE=1 $0"; }
says "$work/kept/index.html" "is not settled"

# What pages without results advise is a command that is understood; it fails for the device or the small model.
grep -oh '<code>tessera [^<]*</code>' "$work"/external/*.html | sed 's/<[^>]*>//g' | grep -v ' FILE' | sort -u >"$work/advice"
[ "$(wc -l <"$work/advice")" -ge 6 ] || fail "only $(wc -l <"$work/advice") commands are advised"
while read -r _ words; do
    case $words in *kernels*) small="--shape mini" ;; *) small="--model synthetic:mini" ;; esac
    # shellcheck disable=SC2086 # words
    "$tessera" $words $small --no-store --device no-such-device >"$work/out" 2>"$work/log"
    [ $? = 1 ] || { cat "$work/log"; fail "advice that does not work: tessera $words"; } # 2: not understood
done <"$work/advice"
report "$work/plain" --no-plots --store "$work/results.db" --run 0012

says "$work/good/index.html" "tokens a second"
says "$work/good/index.html" "down product"
says "$work/good/breakdown.html" "497 GB/s from"
says "$work/good/kernels.html" "124 % of reading"
says "$work/good/ladder.html" "L4"
says "$work/good/history.html" "0db7a0c4551e"
says "$work/good/data.html" "run-00135eed5eed.jsonl"
says "$work/external/index.html" "No decoding was measured here yet"
says "$work/plain/data.html" "8f39b1b07a2c"
[ "$(grep -c '<svg class="plot"' "$work"/good/roofline.html)" = 1 ] || fail "no roofline"
if grep -l '<svg class="plot"' "$work"/plain/*.html; then fail "--no-plots drew"; fi
if grep -il '<script>alert' "$work"/hostile/*.html; then fail "a name became markup"; fi
"$tessera" results import --store "$work/back.db" "$work/good/run-00135eed5eed.jsonl" >/dev/null || fail "a raw file does not import"

mkdir -p build
(
    flock 9
    [ -e $venv/complete ] || make_venv
) 9>build/venv-report.lock >"$work/log" 2>&1 || {
    [ $failed = 0 ] || exit 1
    skip "no venv to validate HTML with: $(tail -n 1 "$work/log")"
}
validate "$work/good" "$work/hostile" "$work/external" "$work/plain"

if command -v chromium >/dev/null; then
    browse "$work/good" light
    browse "$work/hostile" dark
    if [ -n "$shots" ]; then
        browse "$work/good" dark
        mkdir -p "$shots"
        for page in index decode roofline breakdown; do
            shoot "$work/good" $page light 1280 800
            shoot "$work/good" $page dark 1280 800
        done
    fi
else
    echo "not looked at in a browser: chromium is not installed"
fi
[ $failed = 0 ] && echo "the report is valid, closed and readable"
exit $failed
