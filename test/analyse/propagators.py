# Ways from `p` to `q`, for test/analyse/propagators.test.ts: `# == name` begins one, `# -- with` ends what stands beside the function,
# `# -- safe` begins the harmless twin, which differs in one thing.
# == assignment
q = p
# -- safe
q = "p"
# == concatenation
q = "a" + p
# -- safe
q = "a" + str(len(p))
# == f-string
q = f"x{p}y"
# -- safe
q = f"x{len(p)}y"
# == percent
q = "x%s" % p
# -- safe
q = "x%s" % "p"
# == format with a keyword
q = "x{v}{w}".format(v=p, w=1)
# -- safe
q = "x{v}{w}".format(v=2, w=1)
# == join
q = ",".join(["a", p])
# -- safe
q = ",".join(["a", "p"])
# == methods of a text
q = p.strip().lower().replace("a", "b")
# -- safe
q = "p".strip().lower().replace("a", "b")
# == slice
q = p[1:-1]
# -- safe
q = "abc"[1:-1]
# == split
q = p.split(",")[0]
# -- safe
q = "a,b".split(",")[0]
# == partition
_, q = p, p.partition(":")[2]
# -- safe
_, q = p, "a:b".partition(":")[2]
# == encoded and decoded
q = base64.b64decode(base64.b64encode(p.encode())).decode()
# -- safe
q = base64.b64encode(hashlib.sha256(p.encode()).digest()).decode("ascii").replace("/", "").replace("+", "").replace("=", "")
# == quoted and unquoted
q = urllib.parse.unquote(urllib.parse.quote(p))
# -- safe
q = urllib.parse.unquote(urllib.parse.quote("p"))
# == JSON and back
q = json.loads(json.dumps({"a": p, "b": "x"}))["a"]
# -- safe
q = json.loads(json.dumps({"a": "y", "b": "x"}))["a"]
# == a list after pop
words = ["a"]
words.append(p)
words.append("b")
words.pop(0)
q = words[0]
# -- safe
words = ["a"]
words.append(p)
words.append("b")
words.pop(0)
q = words[1]
# == a list after insert
words = ["a", "b"]
words.insert(1, p)
q = words[1]
# -- safe
words = ["a", "b"]
words.insert(1, p)
q = words[2]
# == a dict by key
table = {"a": "x", "b": p}
q = table["b"]
# -- safe
table = {"a": "x", "b": p}
q = table["a"]
# == a dict that is filled
table = {}
table["a"] = "v"
table["b"] = p
q = table.get("b")
# -- safe
table = {}
table["a"] = "v"
table["b"] = p
q = table.get("a")
# == an entry that is deleted
table = {"k": p}
q = table.get("k", "x")
# -- safe
table = {"k": p}
del table["k"]
q = table.get("k", "x")
# == update
table = {"a": "b"}
table.update(k=p)
q = table["k"]
# -- safe
table = {"a": "b"}
table.update(k=p)
q = table["a"]
# == nested containers
table = {"a": {"b": [p, "x"]}}
q = table["a"]["b"][0]
# -- safe
table = {"a": {"b": [p, "x"]}}
q = table["a"]["b"][1]
# == a ConfigParser
config = configparser.ConfigParser()
config.add_section("s")
config.set("s", "a", "x")
config.set("s", "b", p)
q = config.get("s", "b")
# -- safe
config = configparser.ConfigParser()
config.add_section("s")
config.set("s", "a", "x")
config.set("s", "b", p)
q = config.get("s", "a")
# == a condition that is constant
n = 86
if 7 * 42 - n < 200:
    q = "safe"
else:
    q = p
# -- safe
n = 86
if 7 * 42 - n > 200:
    q = "safe"
else:
    q = p
# == a conditional expression
n = 106
q = p if 7 * 18 + n > 200 else "safe"
# -- safe
n = 106
q = p if 7 * 18 + n < 200 else "safe"
# == match
sign = "ABC"[2]
match sign:
    case "A":
        q = p
    case "B":
        q = "safe"
    case "C" | "D":
        q = p
    case _:
        q = "other"
# -- safe
sign = "ABC"[1]
match sign:
    case "A":
        q = p
    case "B":
        q = "safe"
    case "C" | "D":
        q = p
    case _:
        q = "other"
# == try and finally
q = "safe"
try:
    q = p
finally:
    n = 1
# -- safe
q = p
try:
    n = 1
finally:
    q = "safe"
# == a loop over its characters
q = ""
for sign in p:
    q += sign
# -- safe
q = ""
for sign in p:
    q += "x"
# == overwritten
q = "safe"
q = p
# -- safe
q = p
q = "safe"
# == a number
q = str(p)
# -- safe
q = str(int(p))
# == StringIO
buffer = io.StringIO()
buffer.write("a")
buffer.write(p)
q = buffer.getvalue()
# -- safe
buffer = io.StringIO()
buffer.write("a")
buffer.write("p")
q = buffer.getvalue()
# == Template
q = string.Template("a $b").substitute(b=p)
# -- safe
q = string.Template("a $b").substitute(b="p")
# == unpacking
a, q = "x", p
# -- safe
q, a = "x", p
# == lambda
f = lambda v: v + "x"
q = f(p)
# -- safe
f = lambda v: "x"
q = f(p)
# == map
q = list(map(str.strip, [p]))[0]
# -- safe
q = list(map(str.strip, ["p"]))[0]
# == comprehension
q = [v for v in ["x", p]][1]
# -- safe
q = [v for v in ["x", "p"]][1]
# == a generator over its characters
q = "".join(v for v in p)
# -- safe
q = "".join("x" for v in p)
# == walrus
if (q := p):
    pass
# -- safe
if (q := "x") and p:
    pass
# == a group of a pattern
q = re.match(r"(.*)", p).group(1)
# -- safe
q = re.match(r"([a-z]*)", p).group(1)
# == among a few
if p in ("a", "b"):
    return "no"
q = p
# -- safe
if p not in ("a", "b"):
    return "no"
q = p
# == a pattern
if not re.fullmatch(r"[^\n]+", p):
    return "no"
q = p
# -- safe
if not re.fullmatch(r"[a-z0-9]+", p):
    return "no"
q = p
# == a look-up
q = {"a": "x", "b": p}.get("b", "z")
# -- safe
q = {"a": "x", "b": "y"}.get(p, "z")
# == UUID
q = str(p)
# -- safe
q = str(uuid.UUID(p))
# == deque
line = collections.deque()
line.append(p)
q = line.popleft()
# -- safe
line = collections.deque()
line.append("p")
q = line.popleft()
# == SimpleNamespace
both = types.SimpleNamespace(a=p, b="x")
q = both.a
# -- safe
both = types.SimpleNamespace(a=p, b="x")
q = both.b
# == star
q = second(*["x", p])
# -- safe
q = second(*[p, "x"])
# == two stars
q = second(**{"a": "x", "b": p})
# -- safe
q = second(**{"a": p, "b": "x"})
# == partial
q = functools.partial(second, "x")(p)
# -- safe
q = functools.partial(second, p)("x")
# == zip
q = [a for a, b in zip([p], ["x"])][0]
# -- safe
q = [b for a, b in zip([p], ["x"])][0]
# == or
q = p or "default"
# -- safe
q = "default" or p
# == an exception
try:
    raise ValueError(p)
except ValueError as error:
    q = str(error)
# -- safe
try:
    raise ValueError("p")
except ValueError as error:
    q = str(error)
# == an exception of a function that is called
def refuse(v):
    raise ValueError("no " + v)
# -- with
q = "x"
try:
    refuse(p)
except ValueError as error:
    q = str(error)
# -- safe
q = "x"
try:
    refuse(str(len(p)))
except ValueError as error:
    q = str(error)
# == a function
def helper(v, w="x"):
    u = v
    return u
# -- with
q = helper(p)
# -- safe
q = helper("x", p)
# == a class that keeps it
class Keeper:
    def __init__(self, v):
        self.kept = v
    def value(self):
        return self.kept
    def fixed(self):
        return "fixed"
# -- with
q = Keeper(p).value()
# -- safe
q = Keeper(p).fixed()
# == a property, inherited
class Base:
    def __init__(self, v):
        self.kept = v
        self.other = "x"
    @property
    def first(self):
        return self.kept
    @property
    def second(self):
        return self.other
class Below(Base):
    def __init__(self, v):
        super().__init__(v)
# -- with
q = Below(p).first
# -- safe
q = Below(p).second
# == a factory
class Through:
    def go(self, v):
        return v
class Dropped:
    def go(self, v):
        return "dropped"
def make(kind):
    if kind == "through":
        return Through()
    return Dropped()
# -- with
q = make("through").go(p)
# -- safe
q = make("dropped").go(p)
# == a context manager
@contextlib.contextmanager
def hold(v):
    yield v
# -- with
with hold(p) as q:
    pass
# -- safe
with hold("p") as q:
    pass
# == a generator function
def produce(v):
    yield v
# -- with
q = next(produce(p))
# -- safe
q = next(produce("p"))
# == a dataclass
@dataclasses.dataclass
class Record:
    first: str
    second: str
# -- with
q = Record(p, "x").first
# -- safe
q = Record(p, "x").second
# == a named tuple
Pair = collections.namedtuple("Pair", "left right")
# -- with
q = Pair(p, "x").left
# -- safe
q = Pair(p, "x").right
# == a tuple that is returned
def both(v):
    return "a", v
# -- with
a, q = both(p)
# -- safe
q, a = both(p)
# == a dict that is filled elsewhere
def fill(table, v):
    table["b"] = v
    table["a"] = "a"
# -- with
table = {}
fill(table, p)
q = table["b"]
# -- safe
table = {}
fill(table, p)
q = table["a"]
# == a closure
def maker(v):
    def inner(w):
        return v
    return inner
# -- with
q = maker(p)("x")
# -- safe
q = maker("x")(p)
# == a table of functions
def same(v):
    return v
def none(v):
    return "none"
TABLE = {"same": same, "none": none}
# -- with
q = TABLE["same"](p)
# -- safe
q = TABLE["none"](p)
# == a decorator
def logged(f):
    @functools.wraps(f)
    def inner(*args, **kwargs):
        return f(*args, **kwargs)
    return inner
@logged
def later(v, w):
    return w
# -- with
q = later("x", p)
# -- safe
q = later(p, "x")
# == __getitem__
class Shelf:
    def __init__(self, v):
        self.table = {"c": v, "a": "a"}
    def __getitem__(self, key):
        return self.table[key]
# -- with
q = Shelf(p)["c"]
# -- safe
q = Shelf(p)["a"]
# == recursion
def again(v, n):
    if n == 0:
        return v
    return again(v, n - 1)
# -- with
q = again(p, 3)
# -- safe
q = again("p", 3)
# == a helper that checks
def good(v):
    return re.fullmatch("[a-z]+", v) is not None
# -- with
if not good(p + "x"):
    pass
q = p
# -- safe
if not good(p):
    return "no"
q = p
# == a helper that raises
def check(v):
    if not re.fullmatch("[a-z]+", v):
        raise ValueError("bad")
# -- with
check("x")
q = p
# -- safe
check(p)
q = p
