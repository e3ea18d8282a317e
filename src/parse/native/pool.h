// Sends tree-sitter's allocations to the pool in pool.c.
#ifndef PYVERDICT_POOL_H
#define PYVERDICT_POOL_H
#include <stddef.h>
void *pv_malloc(size_t size);
void *pv_calloc(size_t count, size_t size);
void *pv_realloc(void *pointer, size_t size);
void pv_free(void *pointer);
#define ts_malloc pv_malloc
#define ts_calloc pv_calloc
#define ts_realloc pv_realloc
#define ts_free pv_free
#endif
