#!/bin/bash
# What the test suite says of itself: each kind of ending counted for what it was, from logs as CTest
# writes them, and from CTest itself over tests that end in every way. Usage: check_tally.sh
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# is WHAT WANTED GOT
is() {
    [ "$2" = "$3" ] && return
    echo "FAIL: $1: \"$3\" instead of \"$2\""
    failed=1
}

# ended NAME HOW OUTPUT : one test in both files; its log says "Test Passed." unless HOW is a failure
ended() {
    local verdict=Passed
    case $2 in '***Failed' | '***Timeout' | '***Exception: SegFault') verdict=Failed ;; esac
    printf ' 1/1 Test #1: %s .........%s    0.01 sec\n' "$1" "$2" >>"$work/ctest"
    printf '1/1 Testing: %s\n1/1 Test: %s\nOutput:\n-----\n%b<end of output>\nTest %s.\n-----\n' \
        "$1" "$1" "$3" $verdict >>"$work/log"
}

tally() {
    awk -f "$here/tally.awk" "$work/ctest" "$work/log"
    rm -f "$work/ctest" "$work/log"
}

run='[ RUN      ] a\n' ok='[       OK ] a\n' bad='[  FAILED  ] a\n' skip='[  SKIPPED ] a\n'
end='[==========] 3 test(s) run.\n[  PASSED  ] 2 test(s).\n'

ended whole '   Passed' "$run$ok$run$ok$end"
is "two cases" "2 0 0" "$(tally)"
ended some '   Passed' "$run${ok}${run}skipped: no device\n$skip$end"
is "a case that skips" "1 0 1" "$(tally)"
ended early '   Passed' "${run}skipped: only root can\n$ok$run$ok$end"
is "a case that returns early and says so" "1 0 1" "$(tally)"
ended setup '   Passed' "skipped: no device\n$run$skip$run$skip$end"
is "cases that skip for one reason, said before them" "0 0 2" "$(tally)"
ended part '   Passed' "skipped: one compiler\n$run$ok$end"
is "a part of no case" "1 0 1" "$(tally)"
ended faults '***Failed' "$run$bad$run$ok$end$bad"
is "a failure, repeated in the summary" "1 1 0" "$(tally)"
ended dies '***Exception: SegFault' "$run$ok$run"
is "a program that dies in its second case" "1 1 0" "$(tally)"
ended late '***Timeout' ""
is "a program that was ended" "0 1 0" "$(tally)"
ended script '   Passed' "fine\n"
is "a script" "1 0 0" "$(tally)"
ended script '   Passed' "skipped: cuda: nvcc is not installed\nok: opencl\nskipped: hip\n"
is "a script that left out two things" "1 0 2" "$(tally)"
ended script '***Skipped' "skipped: python3 is not installed\n"
is "a script that left out everything" "0 0 1" "$(tally)"
ended nowhere '***Not Run' ""
is "a program that is not there" "0 1 0" "$(tally)"
ended one '   Passed' "$run$ok$end"
printf '2/2 Test #2: unlogged ..........***Not Run   0.00 sec\n' >>"$work/ctest"
is "a program that is not in the log" "1 1 0" "$(tally)"

# The same by CTest: if it ever writes something else, this fails.
cat >"$work/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.25)
project(endings NONE)
enable_testing()
add_test(NAME passes COMMAND sh -c "printf '[ RUN      ] a\\n[       OK ] a\\n'")
add_test(NAME skips_a_case COMMAND sh -c "printf '[ RUN      ] a\\nskipped: x\\n[       OK ] a\\n'")
add_test(NAME skips_a_part COMMAND sh -c "echo 'skipped: part'")
add_test(NAME skips_all COMMAND sh -c "echo 'skipped: x'; exit 77")
add_test(NAME fails COMMAND sh -c "exit 3")
add_test(NAME dies COMMAND sh -c "kill -SEGV $$")
add_test(NAME absent COMMAND /nowhere/absent)
set_tests_properties(skips_all PROPERTIES SKIP_RETURN_CODE 77)
END
(cmake -S "$work" -B "$work/b" && cd "$work/b" && ctest) >"$work/ctest" 2>&1
cp "$work/b/Testing/Temporary/LastTest.log" "$work/log"
cp "$work/ctest" "$work/said"
is "by CTest" "2 3 3" "$(tally)"
[ $failed = 0 ] || tail -n 30 "$work/said"
exit $failed
