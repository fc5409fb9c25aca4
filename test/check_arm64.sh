#!/bin/bash
# The text of cpu:generic, compiled for 64-bit arm and run there under qemu.
# Usage: check_arm64.sh path/to/tessera
#
# Two kernels run on whole small problems with results known from their formulas; all others must
# compile without a warning. Skips without aarch64-linux-gnu-gcc or qemu-aarch64.
set -uo pipefail
cd "$(dirname "$0")/.."

tessera=${1:-build/tessera}
cc=aarch64-linux-gnu-gcc
for need in $cc qemu-aarch64; do
    command -v $need >/dev/null || { echo "skipped: $need is not installed"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
flags="-std=gnu17 -O1 -Wall -Wextra -Werror -Wno-psabi -ffp-contract=off -fno-math-errno
    -fno-trapping-math -fno-strict-aliasing -fwrapv"
failed=0 kernels=0

for golden in test/golden/cpu/*.generic.c; do
    kernel=$(basename "$golden" .generic.c)
    kernels=$((kernels + 1))
    "$tessera" emit "$kernel" --target cpu:generic >"$work/$kernel.c" &&
        $cc $flags -c "$work/$kernel.c" -o "$work/$kernel.o" && continue
    echo "FAIL: $kernel"
    failed=1
done
[ $kernels -gt 0 ] || { echo "FAIL: no kernels"; exit 1; }

# q_proj: row r of w is (r % 5) / 4 everywhere, x is 1, 2, 3, 1, ...; exact in every order of sums.
# residual_add: x + y.
cat >"$work/main.c" <<'END'
#include <stdint.h>
#include <stdio.h>
#include <string.h>
enum { D = 1536 };
void ts_q_proj_matvec(void *const *, const int32_t *const *, long, long);
long ts_q_proj_matvec_grid(const int32_t *const *);
void ts_residual_add(void *const *, const int32_t *const *, long, long);
long ts_residual_add_grid(const int32_t *const *);
static uint16_t w[D * D], bias[D];
static float x[D], y[D], z[D];
static uint16_t bf16(float f) { uint32_t u; memcpy(&u, &f, 4); return (uint16_t)(u >> 16); }
int main(void)
{
    float sum = 0;
    int bad = 0;
    for (int i = 0; i < D; i++) sum += x[i] = (float)(i % 3 + 1);
    for (int r = 0; r < D; r++) {
        bias[r] = bf16((float)(r % 7));
        for (int i = 0; i < D; i++) w[r * D + i] = bf16((float)(r % 5) / 4);
    }
    long n = ts_q_proj_matvec_grid(0);
    ts_q_proj_matvec((void *[]){w, bias, x, y}, 0, 0, n / 3);
    ts_q_proj_matvec((void *[]){w, bias, x, y}, 0, n / 3, n);
    for (int r = 0; r < D; r++) bad += y[r] != (float)(r % 5) / 4 * sum + (float)(r % 7);
    ts_residual_add((void *[]){x, y, z}, 0, 0, ts_residual_add_grid(0));
    for (int r = 0; r < D; r++) bad += z[r] != x[r] + y[r];
    printf("%d of %d wrong\n", bad, 2 * D);
    return bad != 0 || n < 1;
}
END
$cc -std=gnu17 -O1 "$work/main.c" "$work/q_proj_matvec.o" "$work/residual_add.o" -o "$work/main" -lm &&
    qemu-aarch64 -L /usr/aarch64-linux-gnu "$work/main" || failed=1
echo "$kernels kernels for arm64"
exit $failed
