#!/bin/bash
# The dependency rule, read from the #include lines:
#   tile/    knows nobody
#   compile/ knows tile; its registry names the targets of all families
#   lane/, simt/ (a folder a family) know tile and compile, and not each other
#   rt/      knows none of these
#   kernels/ and engine/ see only the public headers, and kernels/SUITE/shape.h, which says what a shape is
#   proof/   knows rt and check; none of these knows it
#   store/   knows nobody; report/ only the store: it cannot measure
# Every folder may include its own headers and include/tessera. bench, check, tool, test see all.
# With --self-test it shows that each kind of violation is found.
set -euo pipefail
cd "$(dirname "$0")/../.."

declare -A may=([tile]="" [compile]="tile" [lane]="tile compile" [simt]="tile compile" [rt]="" [kernels]="shape" [engine]="shape" [proof]="rt check" [store]="" [report]="store" [include]="")

# resolve FILE NAME: the path from the root that a quoted include means, as the compiler looks for it
resolve() {
    local here
    here=$(dirname "$1")/$2
    if [ -e "$here" ]; then realpath --relative-to=. -s "$here"; else echo "$2"; fi
}

check_file() {
    local file=$1 layer=${1%%/*} bad=0 name path to
    while read -r name; do
        path=$(resolve "$file" "$name")
        to=${path%%/*}
        [ "$to" = tessera ] && to=include
        case "$path" in kernels/*/shape.h) to=shape ;; esac
        case " $layer include ${may[$layer]} " in
        *" $to "*) ;;
        *) echo "$file: includes \"$name\"; $layer/ may see only: $layer include ${may[$layer]}"; bad=1 ;;
        esac
    done < <(sed -n 's/^[ \t]*#[ \t]*include[ \t]*"\([^"]*\)".*/\1/p' "$file")
    return $bad
}

check_tree() {
    local bad=0 file
    while read -r file; do
        check_file "${file#./}" || bad=1
    done < <(for layer in "${!may[@]}"; do
                 if [ -d "$layer" ]; then find "$layer" -name '*.[ch]'; fi
             done)
    return $bad
}

# Every line below must be refused; a rule that finds nothing is broken.
self_test() {
    local dir bad=0 to from
    dir=$(mktemp -d)
    trap 'rm -rf "$dir"' RETURN
    for pair in tile/compile tile/rt compile/lane lane/simt simt/lane simt/rt rt/tile rt/simt kernels/tile kernels/engine \
                engine/rt engine/kernels rt/proof proof/simt proof/tool include/tile lane/tool store/bench report/bench; do
        from=${pair%/*} to=${pair#*/}
        mkdir -p "$dir/$from"
        printf '  #  include "%s/x.h"\n' "$to" >"$dir/$from/x.c"
        if (cd "$dir" && check_file "$from/x.c" >/dev/null); then
            echo "the rule let $from include $to"
            bad=1
        fi
    done
    return $bad
}

self_test
check_tree
