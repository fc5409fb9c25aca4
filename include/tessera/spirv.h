/* spirv.h - what the writer of SPIR-V modules and the runtime that reads them before a driver does must agree on; of
 * the specification, version 1.3. */
#ifndef TESSERA_SPIRV_H
#define TESSERA_SPIRV_H

enum {
    TS_SPIRV_MAGIC = 0x07230203, /* the first word */
    TS_SPIRV_IDS = 4194303,      /* that all consumers take in a module: its universal limit */
};

#endif
