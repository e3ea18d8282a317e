// Python for the parser's tests: small files that together reach every part of the grammar.

/** Read without a syntax error. */
export const snippets: Readonly<Record<string, string>> = {
  empty: '',
  'only a comment': '# name\n',
  'only blank lines': '\n\n   \n\t\n',
  statements: `import os, sys as system
import name.inner
from . import name
from .. import name as other
from ... pkg.mod import (a, b as c,)
from __future__ import annotations
from name import *
global first, second
nonlocal third
assert name, 'why'
del name, other[0]
raise ValueError(name) from error
return name
pass; break; continue
x: int = 1
x = y = z = name
a, *b = name
a += 1; a -= 1; a *= 1; a /= 1; a //= 1; a %= 1; a **= 1; a >>= 1; a <<= 1; a &= 1; a ^= 1; a |= 1; a @= 1
if (n := len(name)) > 1: pass
`,
  'compound statements': `async def name(a, /, b: int, c=1, *args: int, d: str = 'x', **kwargs) -> list[int]:
    """Doc."""
    async for x in aiter(): yield x
    async with a as b, c as d:
        await b
    yield from other()
    return

@decorator
@name.attr(1)
class Name(Base, metaclass=Meta):
    value: int

    @property
    def name(self): ...

def bare(a, *, b): pass

if a:
    pass
elif b:
    pass
else:
    pass

for i in range(3):
    continue
else:
    pass

while True:
    break
else:
    pass

try:
    name()
except (A, B) as error:
    raise
except C:
    pass
else:
    pass
finally:
    pass

with (open(name) as f, open(other) as g):
    pass
with a, b: pass
`,
  expressions: `name = a or b and not c
v = 1 + 2 - 3 * 4 / 5 // 6 % 7 ** 8 @ 9 << 1 >> 2 & 3 | 4 ^ 5
w = -a, +b, ~c
x = a < b <= c == d != e >= f > g is h is not i in j not in k
y = a if b else c
z = lambda a, *b, c=1, **d: a
t = (), (1,), (1, 2), [], [1, *name], {1, 2}, {}, {'a': 1, **name}
c = [a for b in c if d], {a for b in c}, {a: b for c in d}, (a for b in c async for d in e)
s = name[0], name[1:2], name[::3], name[..., 1:], name[a, b:c]
n = 0x1F, 0b1, 0o7, 1_000, 1.5, 1e10, 1.5j, 10L
k = True, False, None, ...
call(a, *b, c=1, **d)(e).attr[0](x for x in y)
print(name, file=f)
result = await name
(yield)
(a := 1)
name = ([
    1,  # one
    # two
    2,
])
long = a + \\
    b
`,
  strings: `a = 'x', "y", '''z''', """w
w"""
b = r'\\d', b'bytes', rb'\\x', u'text', R"x", Br'y'
c = 'esc \\n \\x41 \\u00e9 \\N{BULLET} \\101 \\' \\
 end'
d = 'one' 'two' "three"
e = f'{name}', f"{name!r:>{width}}", f'{{literal}} {a + b = }', F'''{
    name
}''', rf'\\d{name}', f'{name:%Y-%m-%d}', f'{x!s}'
g = f'{a["b"]}' 'plain' f'{c}'
h = f'{f"{f'{name}'}"}'
i = f'{a:{b}.{c}}'
j = f'{*a, b}' f'{yield x}'
k = "naïve 漢字 😀", 'é'
`,
  'Python 2': `print 'name', x
print >>sys.stderr, 'name', x,
print
exec 'code' in scope
exec code
if a <> b: pass
try:
    pass
except ValueError, error:
    pass
raise ValueError, 'text'
x = \`name\`, 0777, ur'text'
`,
  'Python 3.10 match': `match command.split():
    case ['go', direction] | ['walk', direction] if name:
        pass
    case {'x': 1, 'y': [a, *rest], **others}:
        pass
    case Point(x=0, y=name) as point:
        pass
    case (1, -2, 3.5, -1 + 2j, 'text', None, True):
        pass
    case name.attr | _:
        pass
    case [*_]:
        pass
    case (a, b):
        pass
    case str() | (int()):
        pass
match = 1
case = match
type = case
print(match, case, type)
`,
  'Python 3.11 to 3.14': `try:
    pass
except* ValueError as group:
    pass
except* (A, B):
    pass
type Alias[T, *Ts, **P] = dict[T, tuple[*Ts]]
type Name = int | str
def generic[T: int, U](name: T, *args: *Ts) -> U: ...
class Box[T](Base[T]): ...
x: list[int] | None = None
f = f'{', '.join(name)}'
try:
    pass
except A, B:
    pass
g = f"{'\\n'.join(["a" + f"{b}"])}"
def star(*args: *tuple[int, ...]): ...
a: list[name].attr = 1
t = t'{name} and {other!r}'
s = [(*a), b]
b: dict[str, list] = {}
`,
  'comments everywhere': `#!/usr/bin/env python
# -*- coding: utf-8 -*-
def name(  # a
    a,  # b
):  # c
    # d
    pass
    # e
# f
class A:
    # g

    x = [  # h
        1,
        # i
    ]
# j
if a:  # k
    pass
# l
else:  # m
    pass`,
};

/** Not valid, or not known to the grammar: the tree has errors, and positions must still be right. */
export const broken: Readonly<Record<string, string>> = {
  'an open bracket': 'name = (1, 2\nother = 3\ndef f():\n    return 1\n',
  'a missing colon': 'def name()\n    return 1\nx = 2\n',
  'an open string': "x = 'name\ny = 2\n",
  'an open triple string': 'x = """name\ny = 2\n',
  'a stray indent': 'x = 1\n        y = ]\nz = 3\n',
  'a conflict mark': '<<<<<<< ours\nx = 1\n=======\nx = 2\n>>>>>>> theirs\n',
  'a template': 'x = {{ name }}\n{% if a %}\ny = {{ b }}\n{% endif %}\n',
  'another language': 'function name() { return 1; }\nvar x = "a" + 1;\n',
  'a missing name': 'import\nfrom import x\nx = a.\ny = 1\n',
  'a control byte': 'x = 1\u0001\ny = $name?\n',
  'an f-string that ends early': "x = f'{name'\ny = f'{'\nz = 1\n",
  'non-ASCII text around an error': 'é = "漢字" )\n😀 = (\nnäme = "ü"\n',
};
