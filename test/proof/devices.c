/* devices.c - part of every test program: it knows the devices of proofs, as the command does. */
#include "proof/proof.h"

static void __attribute__((constructor)) know_them(void)
{
    ts_proof_devices();
}
