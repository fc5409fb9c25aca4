#!/bin/bash
# WGSL by a real implementation: naga compiles every text, and wgpu runs the kernels over Vulkan.
# Usage: check_wgsl.sh path/to/tessera [all]
#
# Short: both narrow weight dtypes at a small shape each (vulkan has f32); all: every dtype at the shapes that a processor
# can simulate in a minute each. The packages go into build/venv-wgsl (some seconds, once). Skips
# without Python, packages or a Vulkan driver; with `all` that is a failure.
set -uo pipefail
cd "$(dirname "$0")/../.."

tessera=${1:-build/tessera}
extent=${2:-short}
venv=build/venv-wgsl
python=$venv/bin/python
device="@pipe:$python test/py/wgpu_device.py"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

skip() {
    echo "skipped: $*"
    [ "$extent" = all ] && exit 1
    exit 77
}

fail() {
    echo "FAIL: $*"
    failed=1
}

make_venv() {
    python3 -m venv $venv &&
        $python -m pip install -q --disable-pip-version-check --timeout 20 --retries 1 --no-deps \
            --require-hashes --only-binary :all: -r test/py/requirements-wgsl.txt &&
        touch $venv/complete
}

# validate WHAT FILE: every entry must be valid
validate() {
    $python test/py/wgpu_device.py --validate "$2" >"$work/log" 2>&1 && return
    grep -v ': valid$' "$work/log"
    fail "$1"
}

# refuse WHAT PATTERN FILE: must be refused in one line that says why
refuse() {
    $python test/py/wgpu_device.py --validate "$3" >"$work/log" 2>&1 && fail "$1 was accepted"
    [ "$(wc -l <"$work/log")" = 1 ] && grep -q "$2" "$work/log" && return
    cat "$work/log"
    fail "$1: not the one line expected"
}

run() {
    "$tessera" check "$@" "$device" >"$work/log" 2>&1 || { cat "$work/log"; fail "check $*"; }
    tail -n 1 "$work/log" | sed "s/^/$*: /"
}

command -v python3 >/dev/null || skip "python3 is not installed"
mkdir -p build
(
    flock 9
    [ -e $venv/complete ] || make_venv
) 9>build/venv-wgsl.lock >"$work/log" 2>&1 || skip "no venv: $(tail -n 1 "$work/log")"
$python test/py/wgpu_device.py --validate /dev/null >"$work/log" 2>&1 ||
    skip "wgpu has no device: $(tail -n 1 "$work/log")"

for dtype in f32 f16 bf16; do
    "$tessera" emit all --target wgsl --dtype $dtype >"$work/all.wgsl"
    validate "the 1.5B shape in $dtype" "$work/all.wgsl"
done
forms=$(dirname "$tessera")/test/test_wgsl
if [ -x "$forms" ]; then
    "$forms" --print >"$work/forms.wgsl"
    validate "forms built by hand" "$work/forms.wgsl"
fi
sed 's/f32/i32/' "$work/all.wgsl" >"$work/broken.wgsl"
refuse "a text with a wrong type" "line [0-9]*: inconsistent type" "$work/broken.wgsl"

$python test/py/wgpu_limits.py "$work/all.wgsl" >"$work/log" 2>&1 ||
    { cat "$work/log"; fail "limits"; }

if [ "$extent" = all ]; then
    for shape in mini tails even rows; do run --shape $shape; done
else
    run --shape mini --dtype f16
    run --shape tails --dtype bf16
fi
[ $failed = 0 ] && echo "every WGSL text is valid and computes what it should"
exit $failed
