/* registry.c - the list of proofs (proof.h). */
#include "proof/proof.h"

#include <string.h>

static const ts_proof *const proofs[] = {
#define X(language) &ts_proof_##language,
    TS_PROOFS(X)
#undef X
};

const ts_proof *ts_proof_at(size_t i)
{
    return i < sizeof proofs / sizeof *proofs ? proofs[i] : NULL;
}

const ts_proof *ts_proof_find(const char *language)
{
    const ts_proof *p;
    for (size_t i = 0; (p = ts_proof_at(i)); i++)
        if (!strcmp(p->language, language)) return p;
    return NULL;
}

void ts_proof_devices(void)
{
    ts_driver_add(&ts_driver_shim);
}
