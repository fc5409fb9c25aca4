#!/bin/bash
# Every text that two commits emit, compared: all kernels for every target, preset and dtype.
#
#   test/replay.sh BASE [TESSERA]      BASE: a commit; TESSERA: the command of the other side
#
# BASE is built in build/replay. What names a source line is left out, as in test/golden. Ends with 0 where
# nothing differs, 1 where something does (the diff is in build/replay/diff), 2 where a side does not build.
set -uo pipefail
cd "$(dirname "$0")/.."
base=${1:?usage: test/replay.sh BASE [TESSERA]} tessera=$(realpath "${2:-build/tessera}")
dir=$PWD/build/replay
commit=$(git rev-parse --verify --quiet "$base^{commit}") || { echo "replay: there is no commit $base"; exit 2; }

build_base() {
    git worktree prune
    rm -rf "$dir/tree"
    git worktree add --quiet --detach --force "$dir/tree" "$commit" &&
        cmake -S "$dir/tree" -B "$dir/build" -G Ninja -DCMAKE_BUILD_TYPE=Release >"$dir/log" 2>&1 &&
        ninja -C "$dir/build" tessera >>"$dir/log" 2>&1
    local status=$?
    git worktree remove --force "$dir/tree"
    [ $status = 0 ] || { tail -n 20 "$dir/log"; echo "replay: $base does not build; all of it in $dir/log"; exit 2; }
}

# Text without lines that are nothing but a source line's name, and without that of OpLine.
plain() {
    if [[ $1 == spirv ]]; then spirv-dis --no-color --no-header - | grep -v '^ *OpLine'; else cat; fi |
        grep -vE '^ *(/\*|//) [A-Za-z0-9_.]+:[0-9]+( \*/)?$'
}

# emit_all COMMAND FOLDER
emit_all() {
    local command=$1 to=$2 target shape dtype
    mkdir -p "$to"
    for target in $targets; do
        for shape in r1-distill-1.5b r1-distill-7b r1-distill-14b r1-distill-32b; do
            for dtype in f32 f16 bf16; do
                "$command" emit all --target "$target" --shape $shape --dtype $dtype --kv $dtype |
                    plain "$target" >"$to/${target/:/-}.$shape.$dtype" || echo "no text" >>"$to/failed"
            done
        done
    done
}

mkdir -p "$dir"
rm -rf "$dir/old" "$dir/new" "$dir/diff"
[ "$(cat "$dir/commit" 2>/dev/null)" = "$commit" ] && [ -x "$dir/build/tessera" ] || build_base
echo "$commit" >"$dir/commit"
targets=$("$tessera" targets | awk '$NF != "" && /^[a-z]+(:[a-z0-9]+)?  / && / L[0-4]  / { print $1 }')
emit_all "$dir/build/tessera" "$dir/old" &
emit_all "$tessera" "$dir/new"
wait
count=$(find "$dir/new" -type f -size +0 | wc -l)
[ "$count" -gt 0 ] || { echo "replay: nothing was emitted"; exit 2; }
if diff -ru "$dir/old" "$dir/new" >"$dir/diff"; then
    echo "$count texts, the same as those of $(git log -1 --format='%h (%s)' "$commit")"
else
    grep -c '^[-+][^-+]' "$dir/diff" | sed 's/$/ lines differ:/'
    grep '^diff' "$dir/diff" | sed 's/.* //; s|.*/new/|  |' | head -n 40
    echo "all of it in $dir/diff"
    exit 1
fi
