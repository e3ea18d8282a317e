// Parses UTF-8 Python and writes its syntax tree into flat 32-bit words, in preorder.
// In: bytes at pv_source. Out: pv_parse fills two arrays of nodes' words, comments and line starts, and a table of
// interned texts that grows over the life of the instance. Two forms of tree:
//   full     every visible node of tree-sitter, six words each: the form that the oracle test compares;
//   lowered  what analysis reads, four words each: named nodes and the few tokens that carry meaning.
// The walk keeps its own stack, so a deeply nested file cannot overflow the machine's.
// One translation unit, so that the compiler sees tree-sitter's internals and the pool together.
#include "pool.h"
#include "work.h"
#include "alloc.c"
#include "get_changed_ranges.c"
#include "language.c"
#include "lexer.c"
#include "node.c"
#include "stack.h"
// The parser records a summary of the stack each time it meets an error.
#define ts_stack_record_summary(...) (work += WORK_PER_ERROR, ts_stack_record_summary(__VA_ARGS__))
#include "parser.c"
#undef ts_stack_record_summary
#include "stack.c"
#include "subtree.c"
#include "tree.c"
#include "tree_cursor.c"
#include "wasm_store.c"
#include "pool.c"
#include "lexing.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define EXPORT(name) __attribute__((export_name(#name)))

// A longer text has no number: whoever needs it reads it from the file.
#define MAX_INTERNED_BYTES 4096u

const TSLanguage *tree_sitter_python(void);

// ---- growing arrays -------------------------------------------------------------------------------------------

typedef struct {
  uint32_t *words;
  uint32_t count, capacity;
} Words;

static inline uint32_t *words_push(Words *array, uint32_t n) {
  if (array->count + n > array->capacity) {
    array->capacity = (array->capacity + n) * 2 + 65536;
    array->words = realloc(array->words, (size_t)array->capacity * 4);
    if (!array->words) __builtin_trap();
  }
  uint32_t *slot = array->words + array->count;
  array->count += n;
  return slot;
}

static Words tree, comments, lines;

// ---- interned texts -------------------------------------------------------------------------------------------

typedef struct {
  uint32_t hash, offset, length;
} Name;

static uint32_t *slots, slot_count;
static Name *names;
static uint32_t name_count, name_capacity;
static uint8_t *text;
static uint32_t text_length, text_capacity;

static void grow_slots(void) {
  uint32_t count = slot_count ? slot_count * 2 : 4096;
  slots = realloc(slots, (size_t)count * 4);
  if (!slots) __builtin_trap();
  memset(slots, 0, (size_t)count * 4);
  slot_count = count;
  for (uint32_t i = 0; i < name_count; i++) {
    uint32_t k = names[i].hash & (count - 1);
    while (slots[k]) k = (k + 1) & (count - 1);
    slots[k] = i + 1;
  }
}

// Number of a text, from 1 on, in order of first appearance; 0 for a text that is too long or holds a NUL byte,
// which separates the texts in the table. Hash: FNV-1a.
static uint32_t intern(const uint8_t *bytes, uint32_t length) {
  if (length > MAX_INTERNED_BYTES) return 0;
  uint32_t hash = 2166136261u;
  for (uint32_t i = 0; i < length; i++) {
    if (!bytes[i]) return 0;
    hash = (hash ^ bytes[i]) * 16777619u;
  }
  hash ^= hash >> 15;
  if ((name_count + 1) * 2 > slot_count) grow_slots();
  uint32_t k = hash & (slot_count - 1);
  while (slots[k]) {
    Name *name = &names[slots[k] - 1];
    if (name->hash == hash && name->length == length && !memcmp(text + name->offset, bytes, length)) return slots[k];
    k = (k + 1) & (slot_count - 1);
  }
  if (name_count == name_capacity) {
    name_capacity = name_capacity ? name_capacity * 2 : 4096;
    names = realloc(names, name_capacity * sizeof(Name));
    if (!names) __builtin_trap();
  }
  if (text_length + length + 1 > text_capacity) {
    text_capacity = (text_capacity + length + 1) * 2 + 65536;
    text = realloc(text, text_capacity);
    if (!text) __builtin_trap();
  }
  memcpy(text + text_length, bytes, length);
  names[name_count] = (Name){hash, text_length, length};
  text_length += length;
  text[text_length++] = 0;
  slots[k] = ++name_count;
  return name_count;
}

// ---- symbols --------------------------------------------------------------------------------------------------

static const TSLanguage *language;
static struct {
  TSSymbol identifier, integer, real, comment, line_continuation, string, string_start, string_content, interpolation,
      type_conversion, import_prefix, async, colon, slice, from, yield, star, except_clause;
} sym;

static TSSymbol symbol(const char *name, bool named) {
  return ts_language_symbol_for_name(language, name, (uint32_t)strlen(name), named);
}

// ---- the walk -------------------------------------------------------------------------------------------------

#define NO_PARENT 0xffffffffu
#define ERROR_KIND 511u
enum { FLAG_NAMED = 1, FLAG_EXTRA = 2, FLAG_MISSING = 4, FLAG_LEAF = 8 };
// FULL_UTF16 is FULL of a source in UTF-16LE: for the oracle, which reads nothing else. Error recovery weighs skipped
// text in bytes, so a broken file has other error nodes in UTF-16, and only the same encoding can be compared.
enum { FULL = 0, LOWERED = 1, FULL_UTF16 = 2 };

typedef struct {
  Subtree self;
  const TSSymbol *aliases;
  const TSFieldMapEntry *field, *field_end;
  uint32_t child, structural_child, position; // next child to visit
  uint32_t node;                              // innermost written node, NO_PARENT above the root
  TSSymbol node_kind;                         // its public symbol
  uint32_t inherited_field;                   // of a hidden node, for its children
  bool wrote;                                 // this frame wrote `node`
} Frame;

static Frame *stack;
static uint32_t stack_capacity;

static const uint8_t *source;
static uint8_t *source_buffer;
static uint32_t source_capacity;
static bool form;

// True if a string has an interpolation among its visible children (hidden repetitions are looked through).
static bool has_interpolation(Subtree self) {
  uint32_t n = ts_subtree_child_count(self);
  const Subtree *children = ts_subtree_children(self);
  for (uint32_t i = 0; i < n; i++) {
    if (ts_subtree_symbol(children[i]) == sym.interpolation) return true;
    if (!ts_subtree_visible(children[i]) && has_interpolation(children[i])) return true;
  }
  return false;
}

static inline bool has_text(TSSymbol kind) {
  return kind == sym.identifier || kind == sym.string || kind == sym.integer || kind == sym.real ||
         kind == sym.string_content || kind == sym.string_start || kind == sym.type_conversion ||
         kind == sym.import_prefix;
}

// Whether the lowered form keeps a visible node.
static inline bool keeps(TSSymbol kind, uint32_t flags, uint32_t field, TSSymbol parent) {
  if (kind == sym.line_continuation) return false;
  if (flags & (FLAG_NAMED | FLAG_MISSING) || field) return true;
  return kind == sym.async || (kind == sym.colon && parent == sym.slice) || (kind == sym.from && parent == sym.yield) ||
         (kind == sym.star && parent == sym.except_clause);
}

static void push_frame(uint32_t depth, Subtree self, uint32_t start, uint32_t node, TSSymbol kind, uint32_t field,
                       bool wrote) {
  if (depth == stack_capacity) {
    stack_capacity = stack_capacity ? stack_capacity * 2 : 1024;
    stack = realloc(stack, stack_capacity * sizeof(Frame));
    if (!stack) __builtin_trap();
  }
  Frame *frame = &stack[depth];
  *frame = (Frame){.self = self, .position = start, .node = node, .node_kind = kind, .inherited_field = field,
                   .wrote = wrote};
  if (ts_subtree_child_count(self)) {
    uint32_t production = self.ptr->production_id;
    frame->aliases = ts_language_alias_sequence(language, production);
    ts_language_field_map(language, production, &frame->field, &frame->field_end);
  }
}

// Writes one visible node. Returns whether its children are to be visited.
static bool write_node(Subtree self, uint32_t start, TSSymbol kind, uint32_t field, uint32_t flags, uint32_t parent) {
  uint32_t end = start + ts_subtree_size(self).bytes;
  bool leaf = ts_subtree_child_count(self) == 0;
  uint32_t name = 0;
  if (form == LOWERED && (kind == sym.string_content || kind == sym.import_prefix ||
                          (kind == sym.string && !has_interpolation(self))))
    leaf = true;
  if (has_text(kind) && leaf) name = intern(source + start, end - start);
  uint32_t head = (kind == (TSSymbol)-1 ? ERROR_KIND : kind) | field << 9 | (flags | (leaf ? FLAG_LEAF : 0)) << 15;
  if (form == LOWERED) {
    uint32_t *node = words_push(&tree, 4);
    node[0] = head;
    node[1] = start;
    node[2] = end;
    node[3] = name;
  } else {
    uint32_t *node = words_push(&tree, 6);
    uint32_t me = tree.count / 6 - 1;
    node[0] = head;
    node[1] = start;
    node[2] = end;
    node[3] = me + 1;
    node[4] = parent;
    node[5] = name;
  }
  return !leaf;
}

static void close_node(uint32_t node) {
  if (form == FULL) {
    uint32_t after = tree.count / 6;
    if (after == node + 1) tree.words[node * 6] |= FLAG_LEAF << 15;
    tree.words[node * 6 + 3] = after;
    return;
  }
  uint32_t after = tree.count / 4;
  // A node whose children were all left out is a leaf: its fourth word is a name, not an index.
  if (after == node + 1) tree.words[node * 4] |= FLAG_LEAF << 15;
  else tree.words[node * 4 + 3] = after;
}

static void walk(Subtree root) {
  uint32_t stride = form == LOWERED ? 4 : 6;
  uint32_t start = ts_subtree_padding(root).bytes;
  TSSymbol kind = ts_language_public_symbol(language, ts_subtree_symbol(root));
  write_node(root, start, kind, 0, FLAG_NAMED, NO_PARENT);
  push_frame(0, root, start, 0, kind, 0, true);
  uint32_t depth = 1;
  while (depth) {
    Frame *frame = &stack[depth - 1];
    if (frame->child == ts_subtree_child_count(frame->self)) {
      if (frame->wrote) close_node(frame->node);
      depth--;
      continue;
    }
    Subtree child = ts_subtree_children(frame->self)[frame->child];
    if (frame->child++) frame->position += ts_subtree_padding(child).bytes;
    uint32_t position = frame->position;
    frame->position += ts_subtree_size(child).bytes;
    bool extra = ts_subtree_extra(child);
    TSSymbol alias = 0;
    uint32_t field = 0;
    if (!extra) {
      if (frame->aliases) alias = frame->aliases[frame->structural_child];
      for (const TSFieldMapEntry *entry = frame->field; entry < frame->field_end; entry++) {
        if (!entry->inherited && entry->child_index == frame->structural_child) {
          field = entry->field_id;
          break;
        }
      }
      if (!field) field = frame->inherited_field;
      frame->structural_child++;
    }
    bool visible = alias || ts_subtree_visible(child);
    if (!visible) {
      if (ts_subtree_child_count(child))
        push_frame(depth++, child, position, frame->node, frame->node_kind, field, false);
      continue;
    }
    TSSymbol public = ts_language_public_symbol(language, alias ? alias : ts_subtree_symbol(child));
    bool named = alias ? ts_language_symbol_metadata(language, alias).named : ts_subtree_named(child);
    uint32_t flags = (named ? FLAG_NAMED : 0) | (extra ? FLAG_EXTRA : 0) | (ts_subtree_missing(child) ? FLAG_MISSING : 0);
    if (form == LOWERED) {
      if (public == sym.comment) {
        uint32_t *comment = words_push(&comments, 2);
        comment[0] = position;
        comment[1] = position + ts_subtree_size(child).bytes;
        continue;
      }
      if (!keeps(public, flags, field, frame->node_kind)) {
        // A token has no children of its own; comments inside an anonymous node would be lost, and there are none.
        continue;
      }
    }
    uint32_t parent = frame->node, node = tree.count / stride;
    if (write_node(child, position, public, field, flags, parent))
      push_frame(depth++, child, position, node, public, 0, true);
  }
}

// Byte offsets of the first byte of each line; lines end at LF, CR LF or a lone CR.
static void find_lines(uint32_t length) {
  *words_push(&lines, 1) = 0;
  for (uint32_t i = 0; i < length; i++) {
    uint8_t c = source[i];
    if (c > '\r') continue;
    if (c == '\n' || (c == '\r' && !(i + 1 < length && source[i + 1] == '\n'))) *words_push(&lines, 1) = i + 1;
  }
}

// ---- bounded work ---------------------------------------------------------------------------------------------

static uint32_t source_length;

static const char *read_chunk(void *payload, uint32_t byte, TSPoint point, uint32_t *length) {
  (void)payload, (void)point;
  work += WORK_PER_CHUNK;
  // After the limit the lexer sees the end of the file, and the next check ends the parse.
  if (byte >= source_length || work > work_limit) {
    *length = 0;
    return "";
  }
  uint32_t rest = source_length - byte;
  *length = rest < CHUNK ? rest : CHUNK;
  return (const char *)source + byte;
}

static bool is_too_much(TSParseState *state) {
  (void)state;
  work += STEPS_BETWEEN_CHECKS;
  return work > work_limit;
}

// ---- what the host calls --------------------------------------------------------------------------------------

// Where the host writes a source of `length` bytes.
EXPORT(pv_source) uint8_t *pv_source(uint32_t length) {
  if (length > source_capacity) {
    source_capacity = length + length / 2 + 65536;
    free(source_buffer);
    source_buffer = malloc(source_capacity);
    if (!source_buffer) __builtin_trap();
  }
  return source_buffer;
}

EXPORT(pv_init) void pv_init(void) {
  // libc takes all memory there is at its first malloc; that must come before the pool's first chunk, or it takes that too.
  pv_source(1);
  language = tree_sitter_python();
  sym.identifier = symbol("identifier", true);
  sym.integer = symbol("integer", true);
  sym.real = symbol("float", true);
  sym.comment = symbol("comment", true);
  sym.line_continuation = symbol("line_continuation", true);
  sym.string = symbol("string", true);
  sym.string_start = symbol("string_start", true);
  sym.string_content = symbol("string_content", true);
  sym.interpolation = symbol("interpolation", true);
  sym.type_conversion = symbol("type_conversion", true);
  sym.import_prefix = symbol("import_prefix", true);
  sym.slice = symbol("slice", true);
  sym.yield = symbol("yield", true);
  sym.except_clause = symbol("except_clause", true);
  sym.async = symbol("async", false);
  sym.colon = symbol(":", false);
  sym.from = symbol("from", false);
  sym.star = symbol("*", false);
}

// Parses the source and writes the tree. Returns 1, or 0 if it would take more work than a file may cost.
EXPORT(pv_parse) uint32_t pv_parse(uint32_t length, uint32_t wanted_form) {
  source = source_buffer;
  source_length = length;
  form = wanted_form == LOWERED ? LOWERED : FULL;
  tree.count = comments.count = lines.count = 0;
  work = 0;
  work_limit = WORK_PER_FILE + (uint64_t)length * WORK_PER_BYTE;
  pool_reset();
  TSParser *parser = ts_parser_new();
  ts_parser_set_language(parser, language);
  TSInput input = {.read = read_chunk,
                   .encoding = wanted_form == FULL_UTF16 ? TSInputEncodingUTF16LE : TSInputEncodingUTF8};
  TSTree *parsed = ts_parser_parse_with_options(parser, NULL, input, (TSParseOptions){.progress_callback = is_too_much});
  if (!parsed || work > work_limit) {
    ts_parser_delete(parser);
    return 0;
  }
  walk(parsed->root);
  if (form == LOWERED) find_lines(length);
  // The scanner's state is libc's; all else goes with the pool.
  ts_parser_delete(parser);
  return 1;
}

// Units of work of the last parse.
EXPORT(pv_work) double pv_work(void) { return (double)work; }
EXPORT(pv_tree) uint32_t *pv_tree(void) { return tree.words; }
EXPORT(pv_tree_words) uint32_t pv_tree_words(void) { return tree.count; }
EXPORT(pv_comments) uint32_t *pv_comments(void) { return comments.words; }
EXPORT(pv_comment_words) uint32_t pv_comment_words(void) { return comments.count; }
EXPORT(pv_lines) uint32_t *pv_lines(void) { return lines.words; }
EXPORT(pv_line_count) uint32_t pv_line_count(void) { return lines.count; }
EXPORT(pv_name_count) uint32_t pv_name_count(void) { return name_count; }
// Interned texts one after the other, each ended by a NUL byte.
EXPORT(pv_text) uint8_t *pv_text(void) { return text; }
EXPORT(pv_text_length) uint32_t pv_text_length(void) { return text_length; }
