// The grammar's lexer and scanner, compiled here so that they reach tree-sitter's lexer directly: a call through a pointer
// for every character is a quarter of the cost of parsing. The common step, from one ASCII character to the next inside a
// chunk of UTF-8, is inline; everything else goes tree-sitter's own way.
#ifndef PYVERDICT_LEXING_H
#define PYVERDICT_LEXING_H

static inline void advance_lexer(TSLexer *lexer, bool skip) {
  Lexer *self = (Lexer *)lexer;
  uint32_t next = self->current_position.bytes + 1 - self->chunk_start;
  if (self->chunk && self->lookahead_size == 1 && next < self->chunk_size && lexer->lookahead != '\n' &&
      self->input.encoding == TSInputEncodingUTF8 && (uint32_t)lexer->lookahead < 0x80) {
    uint8_t byte = ((const uint8_t *)self->chunk)[next];
    if (byte < 0x80) {
      self->current_position.bytes++;
      self->current_position.extent.column++;
      ts_lexer__increment_column_data(self);
      lexer->lookahead = byte;
      if (skip) self->token_start_position = self->current_position;
      return;
    }
  }
  ts_lexer__advance(lexer, skip);
}

#undef START_LEXER
#define START_LEXER()          \
  bool result = false;         \
  bool skip = false;           \
  UNUSED                       \
  bool eof = false;            \
  int32_t lookahead;           \
  goto start;                  \
  next_state:                  \
  advance_lexer(lexer, skip);  \
  start:                       \
  skip = false;                \
  lookahead = lexer->lookahead;

#undef ACCEPT_TOKEN
#define ACCEPT_TOKEN(symbol_value)     \
  result = true;                       \
  lexer->result_symbol = symbol_value; \
  ts_lexer__mark_end(lexer);

#include "src/parser.c"
#include "scanner-direct.c"

#endif
