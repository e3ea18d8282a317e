// What one file may cost. Work is counted, not timed, so that the same file is given up everywhere or nowhere.
// One unit is one step of the parser, about half a microsecond. tree-sitter counts its steps itself; what can take long
// inside one step is counted here: text read again and again by the lexer, the search for a way on after an error, and
// large blocks of memory, which are what the growing nodes of errors are copied into.
// Real code takes about 2 units a byte (949,717 for the largest of 2,728 files), dense but plain input up to 7.
#ifndef PYVERDICT_WORK_H
#define PYVERDICT_WORK_H
#include <stdint.h>

#define WORK_PER_FILE 2000000u
#define WORK_PER_BYTE 8u

#define STEPS_BETWEEN_CHECKS 100u // OP_COUNT_PER_PARSER_TIMEOUT_CHECK in parser.c
#define CHUNK 16384u
#define WORK_PER_CHUNK 1000u
#define WORK_PER_ERROR 50u
#define LARGE_BLOCK 1024u
#define BYTES_PER_WORK 64u

static uint64_t work, work_limit;

#endif
