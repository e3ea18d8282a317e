// A pool for one parse at a time: every block of a file is given back at once by pool_reset, so freeing costs a
// push on a list and nothing is ever searched. In: tree-sitter's malloc calls. Out: blocks aligned to 8 bytes.
// Memory grows in chunks that need not be contiguous, because libc's malloc grows the same memory.
#include "work.h"
#include <stdint.h>
#include <string.h>

#define POOL_MAX_CHUNKS 4096
#define POOL_CLASSES 96
#define WASM_PAGE 65536u
#define POOL_MIN_PAGES 32u

typedef struct {
  uint8_t *begin, *end;
} PoolChunk;

static PoolChunk pool_chunks[POOL_MAX_CHUNKS];
static unsigned pool_chunk_count, pool_chunk;
static uint8_t *pool_cursor, *pool_end;
static void *pool_free_lists[POOL_CLASSES];

static void pool_next_chunk(size_t size) {
  while (pool_chunk + 1 < pool_chunk_count) {
    PoolChunk *chunk = &pool_chunks[++pool_chunk];
    pool_cursor = chunk->begin;
    pool_end = chunk->end;
    if (size <= (size_t)(pool_end - pool_cursor)) return;
  }
  size_t pages = (size + WASM_PAGE - 1) / WASM_PAGE;
  if (pages < POOL_MIN_PAGES) pages = POOL_MIN_PAGES;
  if (pool_chunk_count == POOL_MAX_CHUNKS) __builtin_trap();
  size_t old_pages = __builtin_wasm_memory_grow(0, pages);
  // The host turns the trap into a problem of the file and makes a new instance.
  if (old_pages == (size_t)-1) __builtin_trap();
  pool_cursor = (uint8_t *)(old_pages * WASM_PAGE);
  pool_end = pool_cursor + pages * WASM_PAGE;
  pool_chunk = pool_chunk_count++;
  pool_chunks[pool_chunk] = (PoolChunk){pool_cursor, pool_end};
}

// Sizes up to LARGE_BLOCK have a list for every 16 bytes, larger ones a list for every power of two.
static inline unsigned pool_class(size_t size, size_t *capacity) {
  if (size <= LARGE_BLOCK) {
    unsigned class = (unsigned)((size + 15) >> 4);
    if (!class) class = 1;
    *capacity = (size_t)class << 4;
    return class;
  }
  work += size / BYTES_PER_WORK;
  unsigned bits = 64 - (unsigned)__builtin_clzll((unsigned long long)size - 1);
  *capacity = (size_t)1 << bits;
  return 64 + bits - 10;
}

void *pv_malloc(size_t size) {
  size_t capacity;
  unsigned class = pool_class(size, &capacity);
  void *block = pool_free_lists[class];
  if (block) {
    pool_free_lists[class] = *(void **)block;
    return block;
  }
  if (capacity + 8 > (size_t)(pool_end - pool_cursor)) pool_next_chunk(capacity + 8);
  uint64_t *header = (uint64_t *)pool_cursor;
  pool_cursor += capacity + 8;
  *header = capacity | ((uint64_t)class << 48);
  return header + 1;
}

void *pv_calloc(size_t count, size_t size) {
  void *block = pv_malloc(count * size);
  memset(block, 0, count * size);
  return block;
}

void pv_free(void *pointer) {
  if (!pointer) return;
  unsigned class = (unsigned)(((uint64_t *)pointer)[-1] >> 48);
  *(void **)pointer = pool_free_lists[class];
  pool_free_lists[class] = pointer;
}

void *pv_realloc(void *pointer, size_t size) {
  if (!pointer) return pv_malloc(size);
  size_t capacity = (size_t)(((uint64_t *)pointer)[-1] & 0xffffffffffffULL);
  if (size <= capacity) return pointer;
  void *block = pv_malloc(size);
  memcpy(block, pointer, capacity);
  pv_free(pointer);
  return block;
}

static void pool_reset(void) {
  pool_chunk = 0;
  if (pool_chunk_count) {
    pool_cursor = pool_chunks[0].begin;
    pool_end = pool_chunks[0].end;
  }
  memset(pool_free_lists, 0, sizeof pool_free_lists);
}
