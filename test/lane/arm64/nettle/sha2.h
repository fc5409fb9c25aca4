/* sha2.h - stands in for nettle where that is not to be had: the compiler and the runtime of an arm64 test
 * need it for the names and sums of cached modules only. Any hash whose values differ does (FNV-1a). */
#ifndef TEST_ARM64_NETTLE_SHA2_H
#define TEST_ARM64_NETTLE_SHA2_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { SHA256_DIGEST_SIZE = 32 };

struct sha256_ctx {
    uint64_t sum[4];
};

static inline void sha256_init(struct sha256_ctx *c)
{
    for (uint64_t i = 0; i < 4; i++) c->sum[i] = 0xcbf29ce484222325u + i;
}

static inline void sha256_update(struct sha256_ctx *c, size_t n, const uint8_t *data)
{
    for (size_t k = 0; k < n; k++)
        for (int i = 0; i < 4; i++) c->sum[i] = (c->sum[i] ^ data[k]) * 0x100000001b3u;
}

static inline void sha256_digest(struct sha256_ctx *c, size_t n, uint8_t *digest)
{
    memcpy(digest, c->sum, n);
}

#endif
