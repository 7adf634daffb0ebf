#ifndef RELATA_CXXHASH_SHIM_H
#define RELATA_CXXHASH_SHIM_H

#include <xxhash.h>

#endif
