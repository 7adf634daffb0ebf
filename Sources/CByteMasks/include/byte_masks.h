/// What 64 bytes of UTF-8 are, as bits: bit i speaks of byte i.
///
/// The only C of this project beside the system libraries. Swift has no instruction that gathers the
/// results of a vector comparison into the bits of an integer; x86-64 (`pmovmskb`, in every processor
/// of that kind) and ARM (pairwise sums) have. What is taken one block at a time is inlined into the
/// Swift that calls it; a run of blocks (`relata_mask_blocks`) is made with AVX-512 or AVX2 where the
/// processor has it. Tests compare the masks with a loop over bytes.

#ifndef RELATA_BYTE_MASKS_H
#define RELATA_BYTE_MASKS_H

#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

/// Letters that are not ASCII and told by their first two bytes: where they begin.
typedef struct {
  /// Letters of two bytes: U+00C0 to U+027F but for the two signs there, U+0400 to U+047F and U+04C0 to
  /// U+04FF.
  uint64_t pairs;
  /// Letters of three bytes: U+1E80 to U+1EFF.
  uint64_t triples;
} RelataLetterMasks;

/// The kinds of bytes that the search for names tells apart.
typedef struct {
  /// ASCII letters and digits.
  uint64_t words;
  /// `A` to `Z`.
  uint64_t capitals;
  /// `0` to `9`.
  uint64_t digits;
  /// Bytes of 0x80 and above: all of every scalar that is not ASCII.
  uint64_t others;
  /// The first bytes of such scalars, but for those of U+2000 to U+203F: quotation marks, dashes and
  /// other signs, by far the most frequent in English, and no letter among them.
  uint64_t leads;
  /// `&`.
  uint64_t ampersands;
  /// `.`.
  uint64_t periods;
  RelataLetterMasks letters;
  /// Where one of the beginnings of `RelataLetterSets` may stand, and by chance others; all bits where
  /// that was not looked at.
  uint64_t beginnings;
} RelataByteMasks;

/// Which letters stand first, second and third in some beginnings of three letters.
typedef struct {
  /// For the low four bits of a letter: bit 2p + b is set where letters with that low half and the
  /// fifth bit b stand at place p.
  uint8_t low[16];
} RelataLetterSets;

/// What 16 bytes of a text are, as the lowest 16 bits.
typedef struct {
  /// ASCII letters and digits.
  uint32_t words;
  /// `A` to `Z`.
  uint32_t capitals;
  /// `0` to `9`.
  uint32_t digits;
  /// Bytes of 0x80 and above.
  uint32_t others;
} RelataWordMasks;

#if defined(__SSE2__)

/// 0xFF where a byte is from `low` to `low + span`, both unsigned.
static inline __m128i relata_in_range(__m128i bytes, uint8_t low, uint8_t span) {
  __m128i shifted = _mm_sub_epi8(bytes, _mm_set1_epi8((char)low));
  return _mm_cmpeq_epi8(_mm_min_epu8(shifted, _mm_set1_epi8((char)span)), shifted);
}

#define RELATA_BITS(vector) ((uint64_t)(uint32_t)_mm_movemask_epi8(vector) << shift)

/// 0xFF where a byte has one value and the byte behind it another.
static inline __m128i relata_pair(__m128i block, __m128i behind, uint8_t first, uint8_t second) {
  return _mm_and_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8((char)first)),
                       _mm_cmpeq_epi8(behind, _mm_set1_epi8((char)second)));
}

/// The letters of 64 bytes. 65 of them must be readable.
static inline RelataLetterMasks relata_letter_masks(const uint8_t *bytes) {
  RelataLetterMasks masks = {0, 0};
  for (int shift = 0; shift < 64; shift += 16) {
    __m128i block = _mm_loadu_si128((const __m128i *)(bytes + shift));
    __m128i behind = _mm_loadu_si128((const __m128i *)(bytes + shift + 1));
    __m128i signs = _mm_or_si128(_mm_cmpeq_epi8(behind, _mm_set1_epi8((char)0x97)),
                                 _mm_cmpeq_epi8(behind, _mm_set1_epi8((char)0xB7)));
    __m128i latin = _mm_andnot_si128(signs, _mm_cmpeq_epi8(block, _mm_set1_epi8((char)0xC3)));
    __m128i cyrillic = _mm_or_si128(relata_in_range(block, 0xD0, 1),
                                    _mm_cmpeq_epi8(block, _mm_set1_epi8((char)0xD3)));
    masks.pairs |= RELATA_BITS(
        _mm_or_si128(_mm_or_si128(latin, cyrillic), relata_in_range(block, 0xC4, 5)));
    masks.triples |= RELATA_BITS(_mm_and_si128(
        _mm_cmpeq_epi8(block, _mm_set1_epi8((char)0xE1)), relata_in_range(behind, 0xBA, 1)));
  }
  return masks;
}

/// The masks of 64 bytes. 65 of them must be readable.
static inline RelataByteMasks relata_byte_masks(const uint8_t *bytes) {
  RelataByteMasks masks = {0, 0, 0, 0, 0, 0, 0, {0, 0}, ~(uint64_t)0};
  for (int shift = 0; shift < 64; shift += 16) {
    __m128i block = _mm_loadu_si128((const __m128i *)(bytes + shift));
    __m128i behind = _mm_loadu_si128((const __m128i *)(bytes + shift + 1));
    __m128i letters = relata_in_range(_mm_or_si128(block, _mm_set1_epi8(0x20)), 'a', 25);
    __m128i digits = relata_in_range(block, '0', 9);
    masks.words |= RELATA_BITS(_mm_or_si128(letters, digits));
    masks.capitals |= RELATA_BITS(relata_in_range(block, 'A', 25));
    masks.digits |= RELATA_BITS(digits);
    masks.others |= RELATA_BITS(block);
    // As signed numbers 0x80 to 0xBF are the lowest: what follows a first byte.
    __m128i leads = _mm_and_si128(block, _mm_cmpgt_epi8(block, _mm_set1_epi8((char)0xBF)));
    masks.leads |= RELATA_BITS(_mm_andnot_si128(relata_pair(block, behind, 0xE2, 0x80), leads));
    masks.ampersands |= RELATA_BITS(_mm_cmpeq_epi8(block, _mm_set1_epi8('&')));
    masks.periods |= RELATA_BITS(_mm_cmpeq_epi8(block, _mm_set1_epi8('.')));
  }
  if (masks.leads != 0) masks.letters = relata_letter_masks(bytes);
  return masks;
}

/// The masks of 16 bytes. All of them must be readable.
static inline RelataWordMasks relata_word_masks(const uint8_t *bytes) {
  __m128i block = _mm_loadu_si128((const __m128i *)bytes);
  __m128i letters = relata_in_range(_mm_or_si128(block, _mm_set1_epi8(0x20)), 'a', 25);
  uint32_t digits = (uint32_t)_mm_movemask_epi8(relata_in_range(block, '0', 9));
  RelataWordMasks masks = {
      (uint32_t)_mm_movemask_epi8(letters) | digits,
      (uint32_t)_mm_movemask_epi8(relata_in_range(block, 'A', 25)), digits,
      (uint32_t)_mm_movemask_epi8(block)};
  return masks;
}

/// The bytes 0x0A to 0x0D, which end lines, among 64.
static inline uint64_t relata_line_mask(const uint8_t *bytes) {
  uint64_t mask = 0;
  for (int shift = 0; shift < 64; shift += 16) {
    __m128i block = _mm_loadu_si128((const __m128i *)(bytes + shift));
    mask |= RELATA_BITS(relata_in_range(block, 0x0A, 3));
  }
  return mask;
}

/// What ends a stretch of a JSON string among 64 bytes: quotes, backslashes and controls.
static inline uint64_t relata_string_mask(const uint8_t *bytes) {
  uint64_t mask = 0;
  for (int shift = 0; shift < 64; shift += 16) {
    __m128i block = _mm_loadu_si128((const __m128i *)(bytes + shift));
    __m128i signs = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('"')),
                                 _mm_cmpeq_epi8(block, _mm_set1_epi8('\\')));
    mask |= RELATA_BITS(_mm_or_si128(signs, relata_in_range(block, 0, 0x1F)));
  }
  return mask;
}

/// The bytes among 64 that may begin a mark at the end of a sentence: `.`, `!`, `?` and the first two
/// bytes of those of other scripts (U+061F, U+0964, U+2026, U+3002, U+FF01, U+FF1F). 65 bytes must be
/// readable.
static inline uint64_t relata_mark_mask(const uint8_t *bytes) {
  uint64_t mask = 0;
  for (int shift = 0; shift < 64; shift += 16) {
    __m128i block = _mm_loadu_si128((const __m128i *)(bytes + shift));
    __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('.')),
                                 _mm_or_si128(_mm_cmpeq_epi8(block, _mm_set1_epi8('!')),
                                              _mm_cmpeq_epi8(block, _mm_set1_epi8('?'))));
    if (_mm_movemask_epi8(block) != 0) {
      __m128i behind = _mm_loadu_si128((const __m128i *)(bytes + shift + 1));
      marks = _mm_or_si128(marks, _mm_or_si128(relata_pair(block, behind, 0xE2, 0x80),
                                               relata_pair(block, behind, 0xE3, 0x80)));
      marks = _mm_or_si128(marks, _mm_or_si128(relata_pair(block, behind, 0xEF, 0xBC),
                                               relata_pair(block, behind, 0xE0, 0xA5)));
      marks = _mm_or_si128(marks, relata_pair(block, behind, 0xD8, 0x9F));
    }
    mask |= RELATA_BITS(marks);
  }
  return mask;
}

#undef RELATA_BITS

#elif defined(__ARM_NEON)

/// The highest bits of 64 bytes that are 0x00 or 0xFF each.
static inline uint64_t relata_gather(const uint8x16_t marks[4]) {
  const uint8x16_t bits = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t low = vpaddq_u8(vandq_u8(marks[0], bits), vandq_u8(marks[1], bits));
  uint8x16_t high = vpaddq_u8(vandq_u8(marks[2], bits), vandq_u8(marks[3], bits));
  uint8x16_t sums = vpaddq_u8(low, high);
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}

static inline uint8x16_t relata_in_range(uint8x16_t bytes, uint8_t low, uint8_t span) {
  return vcleq_u8(vsubq_u8(bytes, vdupq_n_u8(low)), vdupq_n_u8(span));
}

/// 0xFF where a byte has one value and the byte behind it another.
static inline uint8x16_t relata_pair(
    uint8x16_t block, uint8x16_t behind, uint8_t first, uint8_t second) {
  return vandq_u8(vceqq_u8(block, vdupq_n_u8(first)), vceqq_u8(behind, vdupq_n_u8(second)));
}

/// The letters of 64 bytes. 65 of them must be readable.
static inline RelataLetterMasks relata_letter_masks(const uint8_t *bytes) {
  uint8x16_t pairs[4], triples[4];
  for (int part = 0; part < 4; part++) {
    uint8x16_t block = vld1q_u8(bytes + part * 16);
    uint8x16_t behind = vld1q_u8(bytes + part * 16 + 1);
    uint8x16_t signs = vorrq_u8(vceqq_u8(behind, vdupq_n_u8(0x97)),
                                vceqq_u8(behind, vdupq_n_u8(0xB7)));
    uint8x16_t latin = vbicq_u8(vceqq_u8(block, vdupq_n_u8(0xC3)), signs);
    uint8x16_t cyrillic = vorrq_u8(relata_in_range(block, 0xD0, 1),
                                   vceqq_u8(block, vdupq_n_u8(0xD3)));
    pairs[part] = vorrq_u8(vorrq_u8(latin, cyrillic), relata_in_range(block, 0xC4, 5));
    triples[part] = vandq_u8(vceqq_u8(block, vdupq_n_u8(0xE1)), relata_in_range(behind, 0xBA, 1));
  }
  RelataLetterMasks masks = {relata_gather(pairs), relata_gather(triples)};
  return masks;
}

/// The masks of 64 bytes. 65 of them must be readable.
static inline RelataByteMasks relata_byte_masks(const uint8_t *bytes) {
  uint8x16_t words[4], capitals[4], digits[4], others[4], leads[4], ampersands[4], periods[4];
  for (int part = 0; part < 4; part++) {
    uint8x16_t block = vld1q_u8(bytes + part * 16), behind = vld1q_u8(bytes + part * 16 + 1);
    digits[part] = relata_in_range(block, '0', 9);
    capitals[part] = relata_in_range(block, 'A', 25);
    words[part] = vorrq_u8(
        digits[part], relata_in_range(vorrq_u8(block, vdupq_n_u8(0x20)), 'a', 25));
    others[part] = vcgeq_u8(block, vdupq_n_u8(0x80));
    leads[part] = vbicq_u8(vcgeq_u8(block, vdupq_n_u8(0xC0)),
                           relata_pair(block, behind, 0xE2, 0x80));
    ampersands[part] = vceqq_u8(block, vdupq_n_u8('&'));
    periods[part] = vceqq_u8(block, vdupq_n_u8('.'));
  }
  RelataByteMasks masks = {
      relata_gather(words),  relata_gather(capitals), relata_gather(digits),
      relata_gather(others), relata_gather(leads),    relata_gather(ampersands),
      relata_gather(periods), {0, 0}, ~(uint64_t)0};
  if (masks.leads != 0) masks.letters = relata_letter_masks(bytes);
  return masks;
}

/// The bytes 0x0A to 0x0D, which end lines, among 64.
static inline uint64_t relata_line_mask(const uint8_t *bytes) {
  uint8x16_t lines[4];
  for (int part = 0; part < 4; part++) {
    lines[part] = relata_in_range(vld1q_u8(bytes + part * 16), 0x0A, 3);
  }
  return relata_gather(lines);
}

/// What ends a stretch of a JSON string among 64 bytes: quotes, backslashes and controls.
static inline uint64_t relata_string_mask(const uint8_t *bytes) {
  uint8x16_t marks[4];
  for (int part = 0; part < 4; part++) {
    uint8x16_t block = vld1q_u8(bytes + part * 16);
    uint8x16_t signs = vorrq_u8(vceqq_u8(block, vdupq_n_u8('"')), vceqq_u8(block, vdupq_n_u8('\\')));
    marks[part] = vorrq_u8(signs, relata_in_range(block, 0, 0x1F));
  }
  return relata_gather(marks);
}

/// The bytes among 64 that may begin a mark at the end of a sentence: `.`, `!`, `?` and the first two
/// bytes of those of other scripts. 65 bytes must be readable.
static inline uint64_t relata_mark_mask(const uint8_t *bytes) {
  uint8x16_t marks[4];
  for (int part = 0; part < 4; part++) {
    uint8x16_t block = vld1q_u8(bytes + part * 16), behind = vld1q_u8(bytes + part * 16 + 1);
    uint8x16_t ascii = vorrq_u8(vceqq_u8(block, vdupq_n_u8('.')),
                                vorrq_u8(vceqq_u8(block, vdupq_n_u8('!')),
                                         vceqq_u8(block, vdupq_n_u8('?'))));
    uint8x16_t general = vorrq_u8(relata_pair(block, behind, 0xE2, 0x80),
                                  relata_pair(block, behind, 0xE3, 0x80));
    uint8x16_t wide = vorrq_u8(relata_pair(block, behind, 0xEF, 0xBC),
                               relata_pair(block, behind, 0xE0, 0xA5));
    uint8x16_t arabic = relata_pair(block, behind, 0xD8, 0x9F);
    marks[part] = vorrq_u8(vorrq_u8(ascii, general), vorrq_u8(wide, arabic));
  }
  return relata_gather(marks);
}

#endif

#if !defined(__SSE2__)

/// The masks of 16 bytes. All of them must be readable.
static inline RelataWordMasks relata_word_masks(const uint8_t *bytes) {
  RelataWordMasks masks = {0, 0, 0, 0};
  for (int place = 0; place < 16; place++) {
    uint8_t byte = bytes[place];
    uint32_t bit = (uint32_t)1 << place;
    if ((uint8_t)((byte | 0x20) - 'a') < 26 || (uint8_t)(byte - '0') < 10) masks.words |= bit;
    if ((uint8_t)(byte - 'A') < 26) masks.capitals |= bit;
    if ((uint8_t)(byte - '0') < 10) masks.digits |= bit;
    if (byte >= 0x80) masks.others |= bit;
  }
  return masks;
}

#endif

#if !defined(__SSE2__) && !defined(__ARM_NEON)

/// The letters of 64 bytes. 65 of them must be readable.
static inline RelataLetterMasks relata_letter_masks(const uint8_t *bytes) {
  RelataLetterMasks masks = {0, 0};
  for (int place = 0; place < 64; place++) {
    uint8_t byte = bytes[place];
    uint64_t bit = (uint64_t)1 << place;
    uint8_t behind = bytes[place + 1];
    if ((byte == 0xC3 && behind != 0x97 && behind != 0xB7) || (byte >= 0xC4 && byte <= 0xC9) ||
        byte == 0xD0 || byte == 0xD1 || byte == 0xD3) {
      masks.pairs |= bit;
    }
    if (byte == 0xE1 && (behind == 0xBA || behind == 0xBB)) masks.triples |= bit;
  }
  return masks;
}

/// The masks of 64 bytes. 65 of them must be readable.
static inline RelataByteMasks relata_byte_masks(const uint8_t *bytes) {
  RelataByteMasks masks = {0, 0, 0, 0, 0, 0, 0, {0, 0}, ~(uint64_t)0};
  for (int place = 0; place < 64; place++) {
    uint8_t byte = bytes[place];
    uint64_t bit = (uint64_t)1 << place;
    if ((uint8_t)((byte | 0x20) - 'a') < 26 || (uint8_t)(byte - '0') < 10) masks.words |= bit;
    if ((uint8_t)(byte - 'A') < 26) masks.capitals |= bit;
    if ((uint8_t)(byte - '0') < 10) masks.digits |= bit;
    if (byte >= 0x80) masks.others |= bit;
    if (byte >= 0xC0 && !(byte == 0xE2 && bytes[place + 1] == 0x80)) masks.leads |= bit;
    if (byte == '&') masks.ampersands |= bit;
    if (byte == '.') masks.periods |= bit;
  }
  masks.letters = relata_letter_masks(bytes);
  return masks;
}

/// The bytes 0x0A to 0x0D, which end lines, among 64.
static inline uint64_t relata_line_mask(const uint8_t *bytes) {
  uint64_t mask = 0;
  for (int place = 0; place < 64; place++) {
    if (bytes[place] >= 0x0A && bytes[place] <= 0x0D) mask |= (uint64_t)1 << place;
  }
  return mask;
}

/// What ends a stretch of a JSON string among 64 bytes: quotes, backslashes and controls.
static inline uint64_t relata_string_mask(const uint8_t *bytes) {
  uint64_t mask = 0;
  for (int place = 0; place < 64; place++) {
    uint8_t byte = bytes[place];
    if (byte < 0x20 || byte == '"' || byte == '\\') mask |= (uint64_t)1 << place;
  }
  return mask;
}

/// The bytes among 64 that may begin a mark at the end of a sentence: `.`, `!`, `?` and the first two
/// bytes of those of other scripts. 65 bytes must be readable.
static inline uint64_t relata_mark_mask(const uint8_t *bytes) {
  uint64_t mask = 0;
  for (int place = 0; place < 64; place++) {
    uint8_t first = bytes[place], second = bytes[place + 1];
    if (first == '.' || first == '!' || first == '?' || (first == 0xE2 && second == 0x80) ||
        (first == 0xE3 && second == 0x80) || (first == 0xEF && second == 0xBC) ||
        (first == 0xE0 && second == 0xA5) || (first == 0xD8 && second == 0x9F)) {
      mask |= (uint64_t)1 << place;
    }
  }
  return mask;
}

#endif

/// The vector instructions that runs of blocks are looked at with, each kind wider than the one before.
typedef enum {
  /// Those that every processor of its kind has.
  RELATA_BASIC,
  RELATA_AVX2,
  /// AVX-512 with those for bytes (BW).
  RELATA_AVX512,
} RelataInstructions;

/// The widest that this processor has.
RelataInstructions relata_widest(void);

/// The masks of some blocks of 64 bytes, one after another.
///
/// @param with The instructions, those of this processor.
/// @param bytes The text; 64 bytes of each block and one more must be readable.
/// @param count The number of blocks.
/// @param sets The beginnings to look for, or null.
/// @param masks Room for the masks of all blocks.
void relata_mask_blocks(RelataInstructions with, const uint8_t *bytes, int64_t count,
                        const RelataLetterSets *sets, RelataByteMasks *masks);

/// What `relata_line_mask` gives of each of some blocks of 64 bytes.
void relata_line_masks(RelataInstructions with, const uint8_t *bytes, int64_t count,
                       uint64_t *masks);

/// What `relata_mark_mask` gives of each of some blocks of 64 bytes; a byte more must be readable.
void relata_mark_masks(RelataInstructions with, const uint8_t *bytes, int64_t count,
                       uint64_t *masks);

/// Asks for a line of memory that is read soon.
static inline void relata_prefetch(const void *address) { __builtin_prefetch(address); }

/// Reads a byte, so that its line of memory is near when it is used. A processor may pass over what it is
/// asked for by `relata_prefetch` where it does not know the page at once, as in a table of many megabytes.
static inline void relata_fetch(const void *address) { (void)*(const volatile char *)address; }

#endif
