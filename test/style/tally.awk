# tally.awk - counts what a run of CTest came to, in single test cases: prints "PASSED FAILED SKIPPED".
#
#   awk -f tally.awk CTEST_OUTPUT LAST_TEST_LOG
#
# The first file says how each test ended: its log says "Test Passed." of skipped ones, too, and of those
# that could not be started. The log has their cases. A case of cmocka that printed "skipped: WHY" was not
# done whole and counts as skipped, however it ended. A program without cases counts as one, and each
# "skipped: WHY" of one that passed as one that was skipped. A test that is in neither file did not happen.
function skips(line) { return line ~ /^ *skip(ped|ping)?:/ }

FNR == NR {
    if (match($0, /^ *[0-9]+\/[0-9]+ Test +#[0-9]+: [^ ]+ /)) {
        name = $0
        sub(/^ *[0-9]+\/[0-9]+ Test +#[0-9]+: /, "", name)
        sub(/ .*/, "", name)
        if ($0 ~ /\*\*\*Skipped /) ended[name] = "skipped"
        else if ($0 ~ / Passed +[0-9.]+ sec/) ended[name] = "passed"
        else ended[name] = "failed"
    }
    next
}

/^[0-9]+\/[0-9]+ Testing: / {
    name = $3
    p = f = s = apart = inside = over = 0
}
/^\[ RUN      \]/ { inside = 1; partly = 0 }
/^\[==========\].*run\.$/ { over = 1 } # a summary follows, which repeats failures
!over && /^\[       OK \]/ { if (partly) s++; else p++; inside = 0 }
!over && /^\[  FAILED  \]/ { f++; inside = 0 }
!over && /^\[  SKIPPED \]/ { s++; inside = 0 }
skips($0) { if (inside) partly = 1; else apart++ }

/^Test (Passed|Failed)\.$/ && name in ended {
    if (ended[name] == "skipped") {
        S++
    } else if (ended[name] == "failed") {
        P += p; S += s; F += f ? f : 1
    } else if (p + s) {
        P += p; S += s + (s ? 0 : apart)
    } else {
        P++; S += apart
    }
    delete ended[name]
}

# What never came to the log: a program that was not built.
END {
    for (name in ended) {
        if (ended[name] == "skipped") S++
        else if (ended[name] == "passed") P++
        else F++
    }
    printf "%d %d %d\n", P, F, S
}
