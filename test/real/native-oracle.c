// The UTF-8 oracle: stock tree-sitter, compiled by the machine's C compiler and walked with its public cursor.
// In: names of files on stdin, one a line. Out, for each: the number of nodes, then five words a node in preorder
// (head, start, end, next, parent), as test/parse/oracle.ts has them.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tree_sitter/api.h>

const TSLanguage *tree_sitter_python(void);

static uint32_t *words, count, capacity;
static uint32_t open_nodes[1 << 16];

static void visit(TSTreeCursor *cursor, uint32_t parent) {
  if (count == capacity) {
    capacity = capacity * 2 + 4096;
    words = realloc(words, (size_t)capacity * 20);
  }
  TSNode node = ts_tree_cursor_current_node(cursor);
  uint32_t kind = ts_node_symbol(node) == 0xffff ? 511 : ts_node_symbol(node);
  uint32_t *word = words + (size_t)count++ * 5;
  word[0] = kind | (uint32_t)ts_tree_cursor_current_field_id(cursor) << 9 | (uint32_t)ts_node_is_named(node) << 15 |
            (uint32_t)ts_node_is_extra(node) << 16 | (uint32_t)ts_node_is_missing(node) << 17;
  word[1] = ts_node_start_byte(node);
  word[2] = ts_node_end_byte(node);
  word[3] = count;
  word[4] = parent;
}

static void walk(TSTree *tree) {
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  uint32_t depth = 0;
  count = 0;
  visit(&cursor, 0xffffffff);
  for (;;) {
    uint32_t node = count - 1;
    if (ts_tree_cursor_goto_first_child(&cursor)) {
      if (depth == sizeof open_nodes / sizeof *open_nodes) exit(3);
      open_nodes[depth++] = node;
      visit(&cursor, node);
      continue;
    }
    words[(size_t)node * 5] |= 8 << 15;
    while (!ts_tree_cursor_goto_next_sibling(&cursor)) {
      if (!depth) {
        ts_tree_cursor_delete(&cursor);
        return;
      }
      words[(size_t)open_nodes[--depth] * 5 + 3] = count;
      ts_tree_cursor_goto_parent(&cursor);
    }
    visit(&cursor, depth ? open_nodes[depth - 1] : 0xffffffff);
  }
}

int main(void) {
  TSParser *parser = ts_parser_new();
  ts_parser_set_language(parser, tree_sitter_python());
  char name[4096];
  while (fgets(name, sizeof name, stdin)) {
    name[strcspn(name, "\n")] = 0;
    FILE *file = fopen(name, "rb");
    if (!file) return 2;
    fseek(file, 0, SEEK_END);
    size_t length = (size_t)ftell(file);
    rewind(file);
    char *text = malloc(length + 1);
    if (fread(text, 1, length, file) != length) return 2;
    fclose(file);
    TSTree *tree = ts_parser_parse_string(parser, NULL, text, (uint32_t)length);
    walk(tree);
    fwrite(&count, 4, 1, stdout);
    fwrite(words, 20, count, stdout);
    ts_tree_delete(tree);
    free(text);
  }
  return 0;
}
