#!/bin/sh
# Builds src/parse/native/parser.wasm from the pinned npm packages tree-sitter and tree-sitter-python.
# Needs Debian 12's clang-19 lld-19 wasi-libc libclang-rt-19-dev-wasm32 and binaryen, whose wasm-opt clang runs where it is there. Usage:
#   scripts/build-wasm.sh            writes the module and, beside it, the compiler's version
#   scripts/build-wasm.sh --out F    writes the module to F
#   scripts/build-wasm.sh --check    builds and compares the bytes; only with the recorded compiler can they be equal,
#                                    with another the oracle tests have to say that the module is right
set -eu
ROOT=$(cd "$(dirname "$0")/.." && pwd)
NATIVE=src/parse/native
TS=node_modules/tree-sitter/vendor/tree-sitter/lib
PY=node_modules/tree-sitter-python
# Relative paths from the root: the bytes must not depend on where the checkout lies.
cd "$ROOT"

build() {
  command -v wasm-opt > /dev/null || { echo 'wasm-opt is missing, without which the module is another one: install binaryen' >&2; exit 1; }
  # The scanner reaches the lexer through pointers; lexing.h has it call the lexer's functions directly.
  generated=$(mktemp -d)
  sed 's/lexer->advance(lexer, /advance_lexer(lexer, /; s/lexer->mark_end(lexer)/ts_lexer__mark_end(lexer)/' \
    "$PY/src/scanner.c" > "$generated/scanner-direct.c"
  grep -q 'advance_lexer(lexer, ' "$generated/scanner-direct.c"
  clang-19 --target=wasm32-wasi -mexec-model=reactor -fuse-ld="$(command -v wasm-ld-19)" -O3 \
    -mbulk-memory -msign-ext -mnontrapping-fptoint -DNDEBUG -DTREE_SITTER_HIDDEN_SYMBOLS -w \
    -ffile-prefix-map="$ROOT"=. -I"$TS/include" -I"$TS/src" -I"$PY/src" -I"$PY" -I"$NATIVE" -I"$generated" \
    -Wl,--strip-all -Wl,-z,stack-size=1048576 -Wl,--max-memory=1073741824 \
    "$NATIVE/flatten.c" -o "$1"
  rm -r "$generated"
  chmod 644 "$1"
}

case ${1:-} in
  '')
    build "$NATIVE/parser.wasm"
    clang-19 --version | head -n 1 > "$NATIVE/parser.wasm.compiler"
    ;;
  --out)
    build "$2"
    ;;
  --check)
    recorded=$(cat "$NATIVE/parser.wasm.compiler")
    installed=$(clang-19 --version | head -n 1)
    rebuilt=$(mktemp)
    trap 'rm -f "$rebuilt"' EXIT
    build "$rebuilt"
    if cmp "$rebuilt" "$NATIVE/parser.wasm"; then
      echo "parser.wasm is what $installed builds"
    elif [ "$recorded" = "$installed" ]; then
      echo "parser.wasm is not what its sources build with $installed: run scripts/build-wasm.sh and commit it" >&2
      exit 1
    else
      echo "parser.wasm was built with $recorded, here is $installed: bytes not comparable, the oracle tests decide"
    fi
    ;;
  *)
    echo "unknown option $1; usage: scripts/build-wasm.sh [--check | --out FILE]" >&2
    exit 2
    ;;
esac
