/* msl.h - the functions of Metal's matrix units that texts have, and the unit (msl_matrix.c). */
#ifndef TESSERA_SIMT_MSL_H
#define TESSERA_SIMT_MSL_H

extern const char ts_msl_matrix[];
extern const struct ts_matrix ts_simdgroup_unit;

#endif
