/// Masks of runs of blocks, made with AVX2.

#include "wide_masks.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define TARGET __attribute__((target("avx2")))

/// 0xFF where a byte is from `low` to `low + span`, both unsigned.
static inline TARGET __m256i in_range(__m256i bytes, uint8_t low, uint8_t span) {
  __m256i shifted = _mm256_sub_epi8(bytes, _mm256_set1_epi8((char)low));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(shifted, _mm256_set1_epi8((char)span)), shifted);
}

/// 0xFF where a byte has none of the chosen bits.
static inline TARGET __m256i without(__m256i bytes, uint8_t chosen) {
  __m256i kept = _mm256_and_si256(bytes, _mm256_set1_epi8((char)chosen));
  return _mm256_cmpeq_epi8(kept, _mm256_setzero_si256());
}

/// 0xFF where a byte has one value and the byte behind it another.
static inline TARGET __m256i pair(
    __m256i bytes, __m256i behind, uint8_t first, uint8_t second) {
  return _mm256_and_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)first)),
                          _mm256_cmpeq_epi8(behind, _mm256_set1_epi8((char)second)));
}

/// The highest bits of 64 bytes.
static inline TARGET uint64_t bits(__m256i front, __m256i back) {
  return (uint32_t)_mm256_movemask_epi8(front) |
         (uint64_t)(uint32_t)_mm256_movemask_epi8(back) << 32;
}

/// The tables that tell which letters stand at which place of the beginnings that are looked for.
typedef struct {
  /// By the low half of a letter, and by the half above it.
  __m256i low, high;
} LetterTables;

/// The bits of the places that a letter may stand at.
static inline TARGET __m256i places(__m256i bytes, LetterTables tables) {
  __m256i half = _mm256_set1_epi8(0x0F);
  return _mm256_and_si256(
      _mm256_shuffle_epi8(tables.low, _mm256_and_si256(bytes, half)),
      _mm256_shuffle_epi8(tables.high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
}

/// Where a beginning may stand in a block. Where one of the three letters is not ASCII, or a period is
/// the second, anything may begin; what the next block holds is not looked at.
static inline TARGET uint64_t beginnings(
    __m256i front, __m256i back, LetterTables tables, uint64_t others, uint64_t periods) {
  __m256i in_front = places(front, tables), in_back = places(back, tables);
  uint64_t first = bits(without(in_front, 0x03), without(in_back, 0x03));
  uint64_t second = bits(without(in_front, 0x0C), without(in_back, 0x0C));
  uint64_t third = bits(without(in_front, 0x30), without(in_back, 0x30));
  return (others | periods) >> 1 | others >> 2 | ~(first | second >> 1 | third >> 2);
}

/// 0xFF where a letter of two bytes begins.
static inline TARGET __m256i pairs(__m256i block, __m256i behind) {
  __m256i signs = _mm256_or_si256(_mm256_cmpeq_epi8(behind, _mm256_set1_epi8((char)0x97)),
                                  _mm256_cmpeq_epi8(behind, _mm256_set1_epi8((char)0xB7)));
  __m256i first = _mm256_andnot_si256(
      signs, _mm256_cmpeq_epi8(block, _mm256_set1_epi8((char)0xC3)));
  __m256i cyrillic = _mm256_or_si256(
      in_range(block, 0xD0, 1), _mm256_cmpeq_epi8(block, _mm256_set1_epi8((char)0xD3)));
  return _mm256_or_si256(_mm256_or_si256(first, in_range(block, 0xC4, 5)), cyrillic);
}

/// 0xFF where a letter of three bytes begins.
static inline TARGET __m256i triples(__m256i block, __m256i behind) {
  return _mm256_and_si256(_mm256_cmpeq_epi8(block, _mm256_set1_epi8((char)0xE1)),
                          in_range(behind, 0xBA, 1));
}

TARGET void relata_mask_blocks_avx2(
    const uint8_t *bytes, int64_t count, const RelataLetterSets *sets, RelataByteMasks *masks) {
  LetterTables tables = {_mm256_setzero_si256(), _mm256_set1_epi16(0x2A15)};
  if (sets) {
    tables.low = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)sets->low));
  }
  __m256i small = _mm256_set1_epi8(0x20), ampersand = _mm256_set1_epi8('&');
  __m256i period = _mm256_set1_epi8('.');
  for (; count > 0; count--, bytes += 64, masks++) {
    __m256i front = _mm256_loadu_si256((const __m256i *)bytes);
    __m256i back = _mm256_loadu_si256((const __m256i *)(bytes + 32));
    uint64_t letters = bits(in_range(_mm256_or_si256(front, small), 'a', 25),
                            in_range(_mm256_or_si256(back, small), 'a', 25));
    uint64_t others = bits(front, back);
    masks->digits = bits(in_range(front, '0', 9), in_range(back, '0', 9));
    masks->words = letters | masks->digits;
    masks->capitals = bits(in_range(front, 'A', 25), in_range(back, 'A', 25));
    masks->others = others;
    masks->leads = 0;
    masks->letters = (RelataLetterMasks){0, 0};
    if (others != 0) {
      __m256i behind_front = _mm256_loadu_si256((const __m256i *)(bytes + 1));
      __m256i behind_back = _mm256_loadu_si256((const __m256i *)(bytes + 33));
      // The two highest bits are set in first bytes.
      masks->leads =
          others & bits(_mm256_slli_epi16(front, 1), _mm256_slli_epi16(back, 1)) &
          ~bits(pair(front, behind_front, 0xE2, 0x80), pair(back, behind_back, 0xE2, 0x80));
      masks->letters.pairs = bits(pairs(front, behind_front), pairs(back, behind_back));
      masks->letters.triples = bits(triples(front, behind_front), triples(back, behind_back));
    }
    masks->ampersands = bits(_mm256_cmpeq_epi8(front, ampersand),
                             _mm256_cmpeq_epi8(back, ampersand));
    masks->periods = bits(_mm256_cmpeq_epi8(front, period), _mm256_cmpeq_epi8(back, period));
    masks->beginnings =
        sets ? beginnings(front, back, tables, others, masks->periods) : ~(uint64_t)0;
  }
}

/// What `relata_mark_mask` looks for in 32 bytes, 33 of which are readable.
static inline TARGET __m256i marks(const uint8_t *bytes) {
  __m256i block = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i found = _mm256_or_si256(
      _mm256_cmpeq_epi8(block, _mm256_set1_epi8('.')),
      _mm256_or_si256(_mm256_cmpeq_epi8(block, _mm256_set1_epi8('!')),
                      _mm256_cmpeq_epi8(block, _mm256_set1_epi8('?'))));
  if (_mm256_movemask_epi8(block) != 0) {
    __m256i behind = _mm256_loadu_si256((const __m256i *)(bytes + 1));
    __m256i general = _mm256_or_si256(pair(block, behind, 0xE2, 0x80),
                                      pair(block, behind, 0xE3, 0x80));
    __m256i wide = _mm256_or_si256(pair(block, behind, 0xEF, 0xBC),
                                   pair(block, behind, 0xE0, 0xA5));
    found = _mm256_or_si256(found, _mm256_or_si256(general, wide));
    found = _mm256_or_si256(found, pair(block, behind, 0xD8, 0x9F));
  }
  return found;
}

TARGET void relata_line_masks_avx2(const uint8_t *bytes, int64_t count, uint64_t *masks) {
  for (; count > 0; count--, bytes += 64, masks++) {
    *masks = bits(in_range(_mm256_loadu_si256((const __m256i *)bytes), 0x0A, 3),
                  in_range(_mm256_loadu_si256((const __m256i *)(bytes + 32)), 0x0A, 3));
  }
}

TARGET void relata_mark_masks_avx2(const uint8_t *bytes, int64_t count, uint64_t *masks) {
  for (; count > 0; count--, bytes += 64, masks++) *masks = bits(marks(bytes), marks(bytes + 32));
}

#endif
