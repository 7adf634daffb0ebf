#ifndef RELATA_CFILEWRITING_SHIM_H
#define RELATA_CFILEWRITING_SHIM_H

#include <sys/types.h>

#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

// Linux alone has this call, and Swift's modules of its C libraries leave it out.
static inline void relata_begin_writing(int descriptor, off_t start, off_t count) {
#if defined(__linux__) && defined(SYS_sync_file_range) && defined(__LP64__)
  const unsigned write = 2;  // SYNC_FILE_RANGE_WRITE
  (void)syscall(SYS_sync_file_range, descriptor, start, count, write);
#else
  (void)descriptor, (void)start, (void)count;
#endif
}

#endif
