/// Masks of runs of blocks, made with AVX-512: a block is one vector, and what a comparison gives is the
/// mask.

#include "wide_masks.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx512f,avx512bw")))

/// Where a byte is from `low` to `low + span`, both unsigned.
static inline TARGET uint64_t in_range(__m512i bytes, uint8_t low, uint8_t span) {
  return _mm512_cmple_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8((char)low)),
                                _mm512_set1_epi8((char)span));
}

/// Where a byte has a value.
static inline TARGET uint64_t equal(__m512i bytes, uint8_t value) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)value));
}

/// Where a byte has none of the chosen bits.
static inline TARGET uint64_t without(__m512i bytes, uint8_t chosen) {
  return _mm512_testn_epi8_mask(bytes, _mm512_set1_epi8((char)chosen));
}

/// Where a beginning may stand in a block, as in `avx2_masks.c`.
static inline TARGET uint64_t beginnings(
    __m512i block, __m512i low, uint64_t others, uint64_t periods) {
  __m512i half = _mm512_set1_epi8(0x0F), high = _mm512_set1_epi16(0x2A15);
  __m512i places = _mm512_and_si512(
      _mm512_shuffle_epi8(low, _mm512_and_si512(block, half)),
      _mm512_shuffle_epi8(high, _mm512_and_si512(_mm512_srli_epi16(block, 4), half)));
  uint64_t first = without(places, 0x03), second = without(places, 0x0C);
  uint64_t third = without(places, 0x30);
  return (others | periods) >> 1 | others >> 2 | ~(first | second >> 1 | third >> 2);
}

/// Letters that are not ASCII.
static inline TARGET RelataLetterMasks letters(__m512i block, __m512i behind) {
  uint64_t signs = equal(behind, 0x97) | equal(behind, 0xB7);
  uint64_t latin = (equal(block, 0xC3) & ~signs) | in_range(block, 0xC4, 5);
  uint64_t cyrillic = in_range(block, 0xD0, 1) | equal(block, 0xD3);
  RelataLetterMasks masks = {latin | cyrillic, equal(block, 0xE1) & in_range(behind, 0xBA, 1)};
  return masks;
}

TARGET void relata_mask_blocks_avx512(
    const uint8_t *bytes, int64_t count, const RelataLetterSets *sets, RelataByteMasks *masks) {
  __m512i low = _mm512_setzero_si512(), small = _mm512_set1_epi8(0x20);
  if (sets) low = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)sets->low));
  for (; count > 0; count--, bytes += 64, masks++) {
    __m512i block = _mm512_loadu_si512(bytes);
    uint64_t ascii = in_range(_mm512_or_si512(block, small), 'a', 25);
    uint64_t others = _mm512_movepi8_mask(block);
    masks->digits = in_range(block, '0', 9);
    masks->words = ascii | masks->digits;
    masks->capitals = ascii & without(block, 0x20);
    masks->others = others;
    masks->leads = 0;
    masks->letters = (RelataLetterMasks){0, 0};
    if (others != 0) {
      __m512i behind = _mm512_loadu_si512(bytes + 1);
      uint64_t signs = equal(block, 0xE2) & equal(behind, 0x80);
      masks->leads = others & ~signs & ~without(block, 0x40);
      if (masks->leads != 0) masks->letters = letters(block, behind);
    }
    masks->ampersands = equal(block, '&');
    masks->periods = equal(block, '.');
    masks->beginnings = sets ? beginnings(block, low, others, masks->periods) : ~(uint64_t)0;
  }
}

TARGET void relata_line_masks_avx512(const uint8_t *bytes, int64_t count, uint64_t *masks) {
  for (; count > 0; count--, bytes += 64, masks++) {
    *masks = in_range(_mm512_loadu_si512(bytes), 0x0A, 3);
  }
}

TARGET void relata_mark_masks_avx512(const uint8_t *bytes, int64_t count, uint64_t *masks) {
  for (; count > 0; count--, bytes += 64, masks++) {
    __m512i block = _mm512_loadu_si512(bytes);
    uint64_t found = equal(block, '.') | equal(block, '!') | equal(block, '?');
    if (_mm512_movepi8_mask(block) != 0) {
      __m512i behind = _mm512_loadu_si512(bytes + 1);
      found |= (equal(block, 0xE2) | equal(block, 0xE3)) & equal(behind, 0x80);
      found |= equal(block, 0xEF) & equal(behind, 0xBC);
      found |= equal(block, 0xE0) & equal(behind, 0xA5);
      found |= equal(block, 0xD8) & equal(behind, 0x9F);
    }
    *masks = found;
  }
}

#endif
