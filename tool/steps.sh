# steps.sh - sourced by bench.sh and gpu.sh: commands that share a limit of time, each with a verdict.
#
# Wants: $out (a folder), $limit (seconds from the start of the shell). Writes $out/commands.txt,
# $out/verdicts.txt and for each step NAME.log and NAME.err.
: >"$out/commands.txt"
: >"$out/verdicts.txt"

# verdict NAME TEXT
verdict() {
    echo "$1|$2" >>"$out/verdicts.txt"
    printf '%4d s  %-18s %s\n' $SECONDS "$1" "$2"
}

# step NAME SECONDS COMMAND...: runs it, for so long at most and within what is left of the limit.
step() {
    local name=$1 most=$2 left=$((limit - SECONDS)) rc
    shift 2
    [ $left -lt "$most" ] && most=$left
    if [ "$most" -lt 3 ]; then
        verdict "$name" "not run: out of time"
        return 1
    fi
    echo "$*" >>"$out/commands.txt"
    timeout -k 5 "$most" "$@" >"$out/$name.log" 2>"$out/$name.err"
    rc=$?
    case $rc in
    0) verdict "$name" ok ;;
    124 | 137) verdict "$name" "stopped after $most s; what it had measured is kept" ;;
    *)
        if grep -qE 'context of [0-9]+ is more than the [0-9]+ positions' "$out/$name.err"; then
            verdict "$name" "skipped: the model has no so many positions"
        else
            verdict "$name" "FAILED ($rc): $(tail -n 1 "$out/$name.err" | cut -c1-200)"
        fi
        ;;
    esac
    return $rc
}

# The verdicts as a table, after what the store says.
summary() {
    echo
    echo "| step | verdict |"
    echo "| --- | --- |"
    sed 's/|/ | /; s/^/| /; s/$/ |/' "$out/verdicts.txt"
}
