#!/bin/bash
# Downloads the real code that the tests in test/real and the benchmark read: Debian packages, unpacked and never
# installed. What is there already is kept. Needs apt and dpkg (a Debian system). Usage: scripts/fetch-corpus.sh DIR
set -euo pipefail
DIR=${1:?usage: scripts/fetch-corpus.sh DIR}
PACKAGES=${PYVERDICT_CORPUS_PACKAGES:-libpython3.11-stdlib libpython3.11-testsuite python3-nova}
mkdir -p "$DIR/deb"
cd "$DIR"
for package in $PACKAGES; do
  [ -d "$package/usr" ] && continue
  compgen -G "deb/${package}_*.deb" > /dev/null || (cd deb && apt-get download "$package" > /dev/null)
  rm -rf "$package.part" "$package"
  dpkg -x deb/"${package}"_*.deb "$package.part"
  # Links lead out of the unpacked package, to files of the machine.
  find "$package.part" -type l -delete
  mv "$package.part" "$package"
done
find . -name '*.py' -type f | LC_ALL=C sort > files.txt
echo "corpus: $(wc -l < files.txt) Python files in $(pwd)"
