/// The functions of `byte_masks.h` for runs of blocks, with the instructions of some processors.

#ifndef RELATA_WIDE_MASKS_H
#define RELATA_WIDE_MASKS_H

#include "byte_masks.h"

#if defined(__x86_64__)

void relata_mask_blocks_avx2(const uint8_t *bytes, int64_t count, const RelataLetterSets *sets,
                             RelataByteMasks *masks);
void relata_line_masks_avx2(const uint8_t *bytes, int64_t count, uint64_t *masks);
void relata_mark_masks_avx2(const uint8_t *bytes, int64_t count, uint64_t *masks);

void relata_mask_blocks_avx512(const uint8_t *bytes, int64_t count, const RelataLetterSets *sets,
                               RelataByteMasks *masks);
void relata_line_masks_avx512(const uint8_t *bytes, int64_t count, uint64_t *masks);
void relata_mark_masks_avx512(const uint8_t *bytes, int64_t count, uint64_t *masks);

#endif
#endif
