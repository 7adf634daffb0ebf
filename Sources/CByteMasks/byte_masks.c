/// Masks of runs of blocks, made with the instructions that are asked for.

#include "wide_masks.h"

RelataInstructions relata_widest(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw")) return RELATA_AVX512;
  if (__builtin_cpu_supports("avx2")) return RELATA_AVX2;
#endif
  return RELATA_BASIC;
}

void relata_line_masks(RelataInstructions with, const uint8_t *bytes, int64_t count,
                       uint64_t *masks) {
#if defined(__x86_64__)
  if (with == RELATA_AVX512) return relata_line_masks_avx512(bytes, count, masks);
  if (with == RELATA_AVX2) return relata_line_masks_avx2(bytes, count, masks);
#endif
  for (; count > 0; count--, bytes += 64, masks++) *masks = relata_line_mask(bytes);
}

void relata_mark_masks(RelataInstructions with, const uint8_t *bytes, int64_t count,
                       uint64_t *masks) {
#if defined(__x86_64__)
  if (with == RELATA_AVX512) return relata_mark_masks_avx512(bytes, count, masks);
  if (with == RELATA_AVX2) return relata_mark_masks_avx2(bytes, count, masks);
#endif
  for (; count > 0; count--, bytes += 64, masks++) *masks = relata_mark_mask(bytes);
}

void relata_mask_blocks(RelataInstructions with, const uint8_t *bytes, int64_t count,
                        const RelataLetterSets *sets, RelataByteMasks *masks) {
#if defined(__x86_64__)
  if (with == RELATA_AVX512) return relata_mask_blocks_avx512(bytes, count, sets, masks);
  if (with == RELATA_AVX2) return relata_mask_blocks_avx2(bytes, count, sets, masks);
#endif
  for (; count > 0; count--, bytes += 64, masks++) *masks = relata_byte_masks(bytes);
}
