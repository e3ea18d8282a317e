// The unit of docs/performance.md: stock tree-sitter and its Python grammar, compiled by cc -O3, parse files on one
// thread. In: names of files on stdin, one a line; argument: how many times. The files are read before.
// Out: a line of JSON: CPU seconds (user and system) of each repetition, wall seconds, peak memory.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <tree_sitter/api.h>

const TSLanguage *tree_sitter_python(void);

typedef struct {
  char *text;
  size_t length;
} Source;

static double cpu_seconds(void) {
  struct rusage use;
  getrusage(RUSAGE_SELF, &use);
  return use.ru_utime.tv_sec + use.ru_stime.tv_sec + (use.ru_utime.tv_usec + use.ru_stime.tv_usec) * 1e-6;
}

static double wall_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + now.tv_nsec * 1e-9;
}

static Source read_source(const char *name) {
  FILE *file = fopen(name, "rb");
  if (!file) {
    perror(name);
    exit(2);
  }
  fseek(file, 0, SEEK_END);
  Source source = {.length = (size_t)ftell(file)};
  rewind(file);
  source.text = malloc(source.length + 1);
  if (fread(source.text, 1, source.length, file) != source.length) exit(2);
  fclose(file);
  return source;
}

int main(int argc, char **argv) {
  int repetitions = argc > 1 ? atoi(argv[1]) : 3;
  Source *sources = NULL;
  size_t count = 0, bytes = 0, lines = 0, nodes = 0;
  char name[4096];
  while (fgets(name, sizeof name, stdin)) {
    name[strcspn(name, "\n")] = 0;
    sources = realloc(sources, (count + 1) * sizeof *sources);
    sources[count] = read_source(name);
    bytes += sources[count].length;
    for (size_t i = 0; i < sources[count].length; i++) lines += sources[count].text[i] == '\n';
    count++;
  }
  TSParser *parser = ts_parser_new();
  ts_parser_set_language(parser, tree_sitter_python());
  printf("{\"files\":%zu,\"bytes\":%zu,\"lines\":%zu,\"repetitions\":[", count, bytes, lines);
  for (int i = 0; i < repetitions; i++) {
    double cpu = cpu_seconds(), wall = wall_seconds();
    nodes = 0;
    for (size_t k = 0; k < count; k++) {
      TSTree *tree = ts_parser_parse_string(parser, NULL, sources[k].text, (unsigned)sources[k].length);
      nodes += ts_node_descendant_count(ts_tree_root_node(tree));
      ts_tree_delete(tree);
    }
    printf("%s{\"cpu\":%.3f,\"wall\":%.3f}", i ? "," : "", cpu_seconds() - cpu, wall_seconds() - wall);
  }
  struct rusage use;
  getrusage(RUSAGE_SELF, &use);
  printf("],\"nodes\":%zu,\"peakMegabytes\":%.1f}\n", nodes, use.ru_maxrss / 1024.0);
  return 0;
}
