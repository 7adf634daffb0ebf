#ifndef RELATA_CALLOCATOR_SHIM_H
#define RELATA_CALLOCATOR_SHIM_H

#include <stdlib.h>

#if defined(__APPLE__)
#include <malloc/malloc.h>
#elif defined(__GLIBC__)
#include <malloc.h>
#endif

// Each C library has a call of its own for this, and Swift's modules of them leave them out.
static inline void relata_give_back_freed(void) {
#if defined(__APPLE__)
  malloc_zone_pressure_relief(NULL, 0);
#elif defined(__GLIBC__)
  malloc_trim(0);
#endif
}

#endif
