#!/bin/bash
# Runs the test suite: every variant, or only those named on the command line.
#
#   test/all.sh [gcc|devices|asan|tsan|clang|format|tidy|coverage|fuzz|long ...]
#
# Each step logs to build/log/<step>.log and shows it only when it fails. What is skipped
# is named with the reason. The last line counts single test cases over all steps (tally.awk).
set -uo pipefail
cd "$(dirname "$0")/.."

B=build
passed=0 failed=0 skipped=0
jobs=$(nproc)
mkdir -p $B/log

say() { printf '%s\n' "$*"; }

# count PASSED FAILED SKIPPED
count() {
    passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
}

# step NAME COMMAND... : one pass or one failure, with the log shown on failure
step() {
    local name=$1 log=$B/log/${1// /-}.log start=$SECONDS
    shift
    if "$@" >"$log" 2>&1; then
        say "  ok   $name ($((SECONDS - start)) s)"
        count 1 0 0
    else
        tail -n 60 "$log"
        say "  FAIL $name; all of it in $log"
        count 0 1 0
        return 1
    fi
}

# suite NAME DIR CTEST_ARGS... : runs CTest in the build folder of a variant and counts its cases.
# A test is ended after ten minutes of a processor's time, which no load shortens; what waits without
# computing is ended after an hour.
suite() {
    local name=$1 dir=$2 log=$B/log/$1-ctest.log start=$SECONDS counts status=0
    shift 2
    (ulimit -t 600; ctest --test-dir "$dir" -j "$jobs" --timeout 3600 --output-on-failure \
        --no-tests=error "$@") >"$log" 2>&1 || status=1
    [ $status = 0 ] || sed -n '/\*\*\*/,$p' "$log" | tail -n 80
    counts=$(awk -f test/style/tally.awk "$log" "$dir/Testing/Temporary/LastTest.log")
    # shellcheck disable=SC2086
    set -- $counts
    [ $status = 0 ] || [ "$2" != 0 ] || set -- "$1" 1 "$3" # CTest failed before any test did
    count "$@"
    say "  $name: $1 passed, $2 failed, $3 skipped ($((SECONDS - start)) s)"
    grep -ihE '^ *skip(ped|ping)?:' "$dir/Testing/Temporary/LastTest.log" | sort | uniq -c |
        sed 's/^/    /'
}

# build PRESET [TARGET]: configures and builds everything, or one target
build() {
    step "$1 build" bash -c 'cmake --preset "$0" && cmake --build --preset "$0" --target "$1"' \
        "$1" "${2:-all}"
}

run_gcc() { build gcc && suite gcc $B -LE devices; }
run_devices() { build gcc && suite devices $B -L devices; }
run_clang() { build clang && suite clang $B/clang -LE 'slow|style'; }
run_tsan() { build tsan threads && suite tsan $B/tsan -L threads; }

run_asan() {
    export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 UBSAN_OPTIONS=print_stacktrace=1
    export LSAN_OPTIONS=suppressions=$PWD/test/lsan.supp:print_suppressions=0
    build asan && suite asan $B/asan -LE 'slow|style'
}

run_format() { step format make --no-print-directory format-check; }
run_tidy() { step tidy make --no-print-directory -k -j "$jobs" tidy; }

run_coverage() {
    build coverage || return
    find $B/coverage -name '*.gcda' -delete
    suite coverage $B/coverage -LE 'slow|style'
    step "coverage of the compiler" gcovr --root . --object-directory $B/coverage \
        --filter 'tile/' --filter 'compile/' --filter 'lane/' --filter 'simt/' --gcov-ignore-parse-errors --print-summary --fail-under-line 90 &&
        grep '^lines:' "$B/log/coverage-of-the-compiler.log"
}

# New random input, minutes of it: under ASan, then on every device that is no cpu; each prints its seed.
run_fuzz() {
    build asan || return
    local fuzzer device
    for fuzzer in $B/asan/test/fuzz_*; do
        [ -x "$fuzzer" ] && step "$(basename "$fuzzer")" "$fuzzer" 20000
    done
    build gcc || return
    for device in $($B/tessera devices | awk '$1 !~ /^cpu:/ { print $1 }'); do
        step "fuzz $device" $B/test/fuzz_program 100000 "$(date +%s)" 1 "$device" 180 &&
            tail -n 1 "$B/log/fuzz-$device.log"
    done
}

# What the suite does in part, whole: every dtype of every form, every mutant, long texts on every device,
# every model of the goldens, every way to walk memory, batches and kernels in every dtype, the kernels as users
# compile them, full disks, every arm64 kernel likewise, every text for the vendors' compilers.
run_long() {
    build gcc || return
    step "SIMT forms in every dtype" $B/test/test_simt_suite all
    step "lane forms in every dtype" $B/test/test_lane_suite all
    step "every mutant" $B/test/test_mutants all
    step "SPIR-V of every shape in every dtype" $B/test/test_spirv --long
    step "long texts on devices" $B/test/test_device_parity --long
    step "codes, chunks and batches on devices" $B/test/test_device_formats --long
    step "kernels in every dtype as users compile them" test/check/check_suite.sh $B/tessera all
    step "kernels on devices in every dtype" test/rt/check_devices.sh $B/tessera all
    step "what is no number on every device" $B/test/test_numbers all
    step "every way to multiply spoiled" $B/test/test_ceiling --long
    step "all draws of comparisons" $B/test/test_compare --long
    step "disks full at more sizes" test/store/check_store.sh $B/tessera all
    step "pages in light and dark" test/report/check_report.sh $B/tessera $B/shots
    step "every op in every dtype" $B/test/test_lane_ops --long
    step "every compiler" $B/test/test_emit --long
    step "every way to walk memory" $B/test/test_tuned --long
    step "batches in every dtype on every cpu" $B/test/test_batch --long
    step "every model" $B/test/test_parity --long
    step "arm64" test/lane/check_arm64.sh $B/tessera full
    step "toolchains" test/simt/check_toolchains.sh $B/tessera full
}

all=(gcc devices asan tsan clang format tidy coverage)
[ $# -gt 0 ] && all=("$@")
[ -n "${TESSERA_TEST_DATA:-}" ] ||
    say "TESSERA_TEST_DATA is not set: tests that read real vocabularies and corpora skip"
for variant in "${all[@]}"; do
    say "== $variant"
    if declare -F "run_$variant" >/dev/null; then
        "run_$variant"
    else
        say "  FAIL there is no variant $variant"
        count 0 1 0
    fi
done
say "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
