#!/bin/bash
# Sizes of the source, by folder: files, lines, share of lines with a comment, function lengths.
# A function is what stands between a { and a } in the first column, as the format rules have it.
# Fails over the hard limits: 80 lines a function, 1000 a file, 100 a dialect of the C-like printer.
set -euo pipefail
cd "$(dirname "$0")/../.."

files() { find "$1" -name '*.[ch]' ! -name unicode_tables.c ! -path '*/golden/*'; } # what is generated has no size

measure() {
    awk '
        FNR == 1 { file++; if (FNR_last > longest_file) longest_file = FNR_last; comment = 0 }
        { FNR_last = FNR; lines++ }
        /\/\*/ { comment = 1 }
        comment { comments++ }
        /\*\// { comment = 0 }
        /^\{/ { start = FNR }
        /^\}/ && start { n = FNR - start - 1; f++; of[n]++; start = 0
                         if (n > 80) print FILENAME ":" FNR ": function of " n " lines" > "/dev/stderr" }
        FNR == 1001 { print FILENAME ": over 1000 lines" > "/dev/stderr" }
        END {
            if (FNR_last > longest_file) longest_file = FNR_last
            for (n = 0; seen < f; n++) {
                seen += of[n]
                if (median == "" && seen >= int((f + 1) / 2)) median = n
                if (ninetieth == "" && seen >= int(0.9 * f + 0.5)) ninetieth = n
            }
            printf "%-9s %5d %7d %8d %9d%% %9d %6d %5d %7d\n", folder, file, lines, longest_file,
                lines ? 100 * comments / lines : 0, f, median, ninetieth, n - 1
        }' folder="$1" "${@:2}" </dev/null
}

over=$(mktemp) all=()
trap 'rm -f "$over"' EXIT
printf '%-9s %5s %7s %8s %10s %9s %6s %5s %7s\n' \
    folder files lines longest comments functions median 'p90' longest
for folder in include tile compile lane simt rt kernels engine bench store report check proof tool test; do
    mapfile -t list < <(files $folder)
    [ ${#list[@]} -eq 0 ] || measure $folder "${list[@]}" 2>>"$over"
    all+=("${list[@]}")
done
measure total "${all[@]}" 2>/dev/null
# A C-like dialect is a table; what does not fit into one belongs to the printer.
for file in $(grep -l '^static const ts_dialect dialect ' simt/*.c); do
    [ "$(wc -l <"$file")" -le 100 ] || echo "$file: a dialect of over 100 lines" >>"$over"
done
cat "$over" >&2
[ ! -s "$over" ]
