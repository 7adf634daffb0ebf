#ifndef RELATA_CZLIB_SHIM_H
#define RELATA_CZLIB_SHIM_H

#include <zlib.h>

// `inflateInit2` is a macro that passes the library's version and the size of the structure.
static inline int relata_inflate_init(z_stream *stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}

#endif
