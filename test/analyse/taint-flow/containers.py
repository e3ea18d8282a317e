# == list: append
def view():
    words = ["ls"]
    words.append(request.args["q"])
    os.system(words[1])  # reached
# -- safe
def view():
    words = ["ls"]
    words.append(request.args["q"])
    os.system(words[0])
# == list: insert
def view():
    words = ["ls"]
    words.insert(0, request.args["q"])
    os.system(words[0])  # reached
# -- safe
def view():
    words = ["ls"]
    words.insert(0, request.args["q"])
    os.system(words[1])
# == list: pop from the front
def view():
    words = ["ls", request.args["q"]]
    words.pop(0)
    os.system(words[0])  # reached
# -- safe
def view():
    words = [request.args["q"], "ls"]
    words.pop(0)
    os.system(words[0])
# == list: the result of pop
def view():
    words = ["ls", request.args["q"]]
    os.system(words.pop())  # reached
# -- safe
def view():
    words = ["ls", request.args["q"]]
    os.system(words.pop(0))
# == list: remove
def view():
    words = ["ls", "df", request.args["q"]]
    words.remove("ls")
    os.system(words[1])  # reached
# -- safe
def view():
    words = ["ls", "df", request.args["q"]]
    words.remove("ls")
    os.system(words[0])
# == list: extend
def view():
    words = ["ls"]
    words.extend(["df", request.args["q"]])
    os.system(words[2])  # reached
# -- safe
def view():
    words = ["ls"]
    words.extend(["df", request.args["q"]])
    os.system(words[1])
# == list: a slice
def view():
    words = ["ls", request.args["q"], "df"]
    os.system(words[1:][0])  # reached
# -- safe
def view():
    words = ["ls", request.args["q"], "df"]
    os.system(words[2:][0])
# == list: sum of two
def view():
    words = ["ls"] + [request.args["q"]]
    os.system(words[1])  # reached
# -- safe
def view():
    words = ["ls"] + [request.args["q"]]
    os.system(words[0])
# == list: an index of its own is stored
def view():
    words = ["ls", "df"]
    words[1] = request.args["q"]
    os.system(words[1])  # reached
# -- safe
def view():
    words = ["ls", "df"]
    words[1] = request.args["q"]
    os.system(words[0])
# == list: negative index
def view():
    words = ["ls", request.args["q"]]
    os.system(words[-1])  # reached
# -- safe
def view():
    words = ["ls", request.args["q"]]
    os.system(words[-2])
# == list: an unknown index is any
def view(index):
    words = ["ls", request.args["q"]]
    os.system(words[index])  # reached
# -- safe
def view(index):
    words = ["ls", "df"]
    os.system(words[index])
# == list: emptied
def view():
    words = ["ls", request.args["q"]]
    os.system(words[1])  # reached
# -- safe
def view():
    words = ["ls", request.args["q"]]
    words.clear()
    words.append("df")
    words.append("du")
    os.system(words[1])
# == list: elements in a loop
def view():
    for word in ["ls", request.args["q"]]:
        os.system(word)  # reached
# -- safe
def view():
    kept = request.args["q"]
    for word in ["ls", "df"]:
        os.system(word)
# == list: elements with numbers
def view():
    for number, word in enumerate([request.args["q"]]):
        os.system(word)  # reached
# -- safe
def view():
    for number, word in enumerate([request.args["q"]]):
        os.system(f"head -n {number}")
# == list: pairs
def view():
    for name, word in zip(["ls"], [request.args["q"]]):
        os.system(word)  # reached
# -- safe
def view():
    for name, word in zip(["ls"], [request.args["q"]]):
        os.system(name)
# == unpacking
def view():
    first, second = "ls", request.args["q"]
    os.system(second)  # reached
# -- safe
def view():
    first, second = "ls", request.args["q"]
    os.system(first)
# == unpacking with a star
def view():
    first, *others = ["ls", request.args["q"], "df"]
    os.system(others[0])  # reached
# -- safe
def view():
    first, *others = ["ls", request.args["q"], "df"]
    os.system(others[1])
# == unpacking: exchange
def view():
    first, second = "ls", request.args["q"]
    first, second = second, first
    os.system(first)  # reached
# -- safe
def view():
    first, second = "ls", request.args["q"]
    first, second = second, first
    os.system(second)
# == dict: literal
def view():
    options = {"a": request.args["q"], "b": "ls"}
    os.system(options["a"])  # reached
# -- safe
def view():
    options = {"a": request.args["q"], "b": "ls"}
    os.system(options["b"])
# == dict: assignment
def view():
    options = {}
    options["a"] = "ls"
    options["b"] = request.args["q"]
    os.system(options["b"])  # reached
# -- safe
def view():
    options = {}
    options["a"] = "ls"
    options["b"] = request.args["q"]
    os.system(options["a"])
# == dict: get
def view():
    options = {"a": request.args["q"], "b": "ls"}
    os.system(options.get("a"))  # reached
# -- safe
def view():
    options = {"a": request.args["q"], "b": "ls"}
    os.system(options.get("b"))
# == dict: get with a default
def view():
    options = {"b": "ls"}
    os.system(options.get("a", request.args["q"]))  # reached
# -- safe
def view():
    options = {"b": "ls"}
    os.system(options.get("b", request.args["q"]))
# == dict: update
def view():
    options = {"a": "ls", "b": "df"}
    options.update({"a": request.args["q"]})
    os.system(options["a"])  # reached
# -- safe
def view():
    options = {"a": "ls", "b": "df"}
    options.update({"a": request.args["q"]})
    os.system(options["b"])
# == dict: update by keyword
def view():
    options = {"a": "ls"}
    options.update(b=request.args["q"])
    os.system(options["b"])  # reached
# -- safe
def view():
    options = {"a": "ls"}
    options.update(b=request.args["q"])
    os.system(options["a"])
# == dict: update replaces
def view():
    options = {"a": "ls"}
    options.update({"a": request.args["q"]})
    os.system(options["a"])  # reached
# -- safe
def view():
    options = {"a": request.args["q"]}
    options.update({"a": "ls"})
    os.system(options["a"])
# == dict: setdefault
def view():
    options = {"a": "ls"}
    os.system(options.setdefault("b", request.args["q"]))  # reached
# -- safe
def view():
    options = {"a": "ls"}
    os.system(options.setdefault("a", request.args["q"]))
# == dict: pop
def view():
    options = {"a": request.args["q"], "b": "ls"}
    os.system(options.pop("a"))  # reached
# -- safe
def view():
    options = {"a": request.args["q"], "b": "ls"}
    os.system(options.pop("b"))
# == dict: what is left after pop
def view():
    options = {"a": "ls", "b": request.args["q"]}
    options.pop("a")
    os.system(" ".join(options.values()))  # reached
# -- safe
def view():
    options = {"a": "ls", "b": request.args["q"]}
    options.pop("b")
    os.system(" ".join(options.values()))
# == dict: merged literals
def view():
    options = {**{"a": "ls"}, "b": request.args["q"]}
    os.system(options["b"])  # reached
# -- safe
def view():
    options = {**{"a": "ls"}, "b": request.args["q"]}
    os.system(options["a"])
# == dict: merged with an operator
def view():
    options = {"a": "ls"} | {"b": request.args["q"]}
    os.system(options["b"])  # reached
# -- safe
def view():
    options = {"a": "ls"} | {"b": request.args["q"]}
    os.system(options["a"])
# == dict: made by keyword
def view():
    options = dict(a="ls", b=request.args["q"])
    os.system(options["b"])  # reached
# -- safe
def view():
    options = dict(a="ls", b=request.args["q"])
    os.system(options["a"])
# == dict: an unknown key is any
def view(key):
    options = {"a": request.args["q"], "b": "ls"}
    os.system(options[key])  # reached
# -- safe
def view(key):
    options = {"a": "df", "b": "ls"}
    os.system(options[key])
# == dict: stored under an unknown key
def view(key):
    options = {}
    options[key] = request.args["q"]
    os.system(options["a"])  # reached
# -- safe
def view(key):
    options = {}
    options[key] = "ls"
    os.system(options["a"])
# == dict: values and keys
def view():
    for key, value in {"ls": request.args["q"]}.items():
        os.system(value)  # reached
# -- safe
def view():
    for key, value in {"ls": request.args["q"]}.items():
        os.system(key)
# == dict: an untrusted key
def view():
    for key in {request.args["q"]: "ls"}:
        os.system(key)  # reached
# -- safe
def view():
    for value in {request.args["q"]: "ls"}.values():
        os.system(value)
# == tuple
def view():
    pair = ("ls", request.args["q"])
    os.system(pair[1])  # reached
# -- safe
def view():
    pair = ("ls", request.args["q"])
    os.system(pair[0])
# == set
def view():
    words = {"ls"}
    words.add(request.args["q"])
    for word in words:
        os.system(word)  # reached
# -- safe
def view():
    words = {"ls"}
    others = {request.args["q"]}
    for word in words:
        os.system(word)
# == nested, three deep
def view():
    tree = {"a": {"b": [{"c": request.args["q"], "d": "ls"}]}}
    os.system(tree["a"]["b"][0]["c"])  # reached
# -- safe
def view():
    tree = {"a": {"b": [{"c": request.args["q"], "d": "ls"}]}}
    os.system(tree["a"]["b"][0]["d"])
# == nested, changed by another name
def view():
    tree = {"a": {"b": "ls"}}
    inner = tree["a"]
    inner["b"] = request.args["q"]
    os.system(tree["a"]["b"])  # reached
# -- safe
def view():
    tree = {"a": {"b": "ls"}}
    inner = dict(tree["a"])
    inner["b"] = request.args["q"]
    os.system(tree["a"]["b"])
# == a copy keeps what it had
import copy
def view():
    tree = {"a": request.args["q"]}
    kept = copy.deepcopy(tree)
    tree["a"] = "ls"
    os.system(kept["a"])  # reached
# -- safe
import copy
def view():
    tree = {"a": request.args["q"]}
    kept = copy.deepcopy(tree)
    kept["a"] = "ls"
    os.system(kept["a"])
# == data class
from dataclasses import dataclass
@dataclass
class Job:
    name: str
    command: str
def view():
    job = Job("ls", request.args["q"])
    os.system(job.command)  # reached
# -- safe
from dataclasses import dataclass
@dataclass
class Job:
    name: str
    command: str
def view():
    job = Job("ls", request.args["q"])
    os.system(job.name)
# == data class: default of a field
from dataclasses import dataclass, field
@dataclass
class Job:
    command: str = "ls"
    more: list = field(default_factory=list)
def view():
    job = Job(more=[request.args["q"]])
    os.system(job.more[0])  # reached
# -- safe
from dataclasses import dataclass, field
@dataclass
class Job:
    command: str = "ls"
    more: list = field(default_factory=list)
def view():
    job = Job(more=[request.args["q"]])
    os.system(job.command)
# == named tuple
from collections import namedtuple
Job = namedtuple("Job", "name command")
def view():
    job = Job("ls", command=request.args["q"])
    os.system(job.command)  # reached
# -- safe
from collections import namedtuple
Job = namedtuple("Job", "name command")
def view():
    job = Job("ls", command=request.args["q"])
    os.system(job.name)
# == named tuple as a class
from typing import NamedTuple
class Job(NamedTuple):
    name: str
    command: str
def view():
    name, command = Job("ls", request.args["q"])
    os.system(command)  # reached
# -- safe
from typing import NamedTuple
class Job(NamedTuple):
    name: str
    command: str
def view():
    name, command = Job("ls", request.args["q"])
    os.system(name)
# == default dict
from collections import defaultdict
def view():
    words = defaultdict(list)
    words["a"].append(request.args["q"])
    words["b"].append("ls")
    os.system(words["a"][0])  # reached
# -- safe
from collections import defaultdict
def view():
    words = defaultdict(list)
    words["a"].append(request.args["q"])
    words["b"].append("ls")
    os.system(words["b"][0])
# == deque
from collections import deque
def view():
    words = deque()
    words.append("ls")
    words.appendleft(request.args["q"])
    os.system(words.popleft())  # reached
# -- safe
from collections import deque
def view():
    words = deque()
    words.append("ls")
    words.appendleft(request.args["q"])
    os.system(words.pop())
# == configuration parser
import configparser
def view():
    parser = configparser.ConfigParser()
    parser.add_section("s")
    parser.set("s", "a", request.args["q"])
    parser.set("s", "b", "ls")
    os.system(parser.get("s", "a"))  # reached
# -- safe
import configparser
def view():
    parser = configparser.ConfigParser()
    parser.add_section("s")
    parser.set("s", "a", request.args["q"])
    parser.set("s", "b", "ls")
    os.system(parser.get("s", "b"))
# == simple name space
import types
def view():
    options = types.SimpleNamespace(a=request.args["q"], b="ls")
    os.system(options.a)  # reached
# -- safe
import types
def view():
    options = types.SimpleNamespace(a=request.args["q"], b="ls")
    os.system(options.b)
# == queue
import queue
def view():
    jobs = queue.Queue()
    jobs.put(request.args["q"])
    os.system(jobs.get())  # reached
# -- safe
import queue
def view():
    jobs = queue.Queue()
    jobs.put("ls")
    os.system(jobs.get())
# == a dict that a function fills
def fill(target):
    target["a"] = request.args["q"]
def view():
    options = {"a": "ls", "b": "df"}
    fill(options)
    os.system(options["a"])  # reached
# -- safe
def fill(target):
    target["a"] = request.args["q"]
def view():
    options = {"a": "ls", "b": "df"}
    fill(options)
    os.system(options["b"])
# == a list that a function fills
def fill(target, word):
    target.append(word)
def view():
    words = []
    fill(words, request.args["q"])
    os.system(words[0])  # reached
# -- safe
def fill(target, word):
    target.append(word)
def view():
    words = []
    fill(words, "ls")
    os.system(words[0])
# == a dict at the top level of the module
STORE = {"a": "ls", "b": "df"}
def keep():
    STORE["a"] = request.args["q"]
def view():
    os.system(STORE["a"])  # reached
# -- safe
STORE = {"a": "ls", "b": "df"}
def keep():
    STORE["a"] = request.args["q"]
def view():
    os.system(STORE["b"])

# == an option of a configuration parser
import configparser

def view():
    config = configparser.ConfigParser()
    config.add_section("mail")
    config.set("mail", "sender", "all")
    config.set("mail", "Receiver", request.args["name"])
    os.system("echo " + config.get("mail", "receiver"))  # reached
# -- safe
import configparser

def view():
    config = configparser.ConfigParser()
    config.add_section("mail")
    config.set("mail", "sender", "all")
    config.set("mail", "Receiver", request.args["name"])
    os.system("echo " + config.get("mail", "sender"))

# == an option that is read as of a dict
import configparser

def view():
    config = configparser.ConfigParser()
    config.add_section("mail")
    config["mail"]["receiver"] = request.args["name"]
    config["mail"]["sender"] = os.getcwd()
    os.system("echo " + config["mail"]["receiver"])  # reached
# -- safe
import configparser

def view():
    config = configparser.ConfigParser()
    config.add_section("mail")
    config["mail"]["receiver"] = request.args["name"]
    config["mail"]["sender"] = "all"
    os.system("echo " + config["mail"]["sender"])

# == an entry beside one that is not known
def view():
    names = {"own": os.getcwd(), "given": request.args["name"]}
    os.system("echo " + names.get("given"))  # reached
# -- safe
def view():
    names = {"own": os.getcwd(), "given": request.args["name"]}
    os.system("echo " + names.get("own"))
# == a defaultdict under a key that is not known
from collections import defaultdict
def pairs(raw):
    grouped = defaultdict(list)
    for part in raw.split("&"):
        key, value = part.split("=")
        grouped[key].append(value)
    return grouped
def view():
    os.system(pairs(request.args["q"])["a"][0])  # reached
# -- safe
from collections import defaultdict
def pairs(raw):
    grouped = defaultdict(list)
    for part in raw.split("&"):
        key, value = part.split("=")
        grouped[key].append("ls")
    return grouped
def view():
    os.system(pairs(request.args["q"])["a"][0])
# == ChainMap of three
from collections import ChainMap
def view():
    values = ChainMap({"zone": "north"}, dict(request.args), {"depot": "a"})
    os.system(values["site"])  # reached
# -- safe
from collections import ChainMap
def view():
    values = ChainMap({"zone": "north"}, dict(request.args), {"depot": "a"})
    os.system(values["zone"])
# == ChainMap of three, passed on
from collections import ChainMap
def use(values):
    os.system(values["site"])  # reached
def merged(values):
    return ChainMap({"zone": "north"}, dict(values), {"depot": "a"})
def view():
    values = merged(request.json)
    use(dict(values))
# -- safe
from collections import ChainMap
def use(values):
    os.system(values["zone"])
def merged(values):
    return ChainMap({"zone": "north"}, dict(values), {"depot": "a"})
def view():
    values = merged(request.json)
    use(dict(values))
# == defaults where nothing came, joined
def view():
    words = request.args.getlist("q") or ["ls"]
    os.system(" ".join(words))  # reached
# -- safe
def view():
    words = [len(word) for word in request.args.getlist("q")] or ["ls"]
    os.system(" ".join(words))
# == defaults where nothing came, by index
def view():
    first, *rest = request.args.getlist("q") or ["ls", "-l"]
    os.system(first)  # reached
# -- safe
def view():
    first, *rest = ["ls", "-l"]
    rest = request.args.getlist("q")
    os.system(first)
# == defaults where nothing came, by key
def view():
    options = request.get_json() or {"run": "ls", "name": "x"}
    os.system(options["run"])  # reached
# -- safe
def view():
    options = request.get_json() or {"run": "ls", "name": "x"}
    options["run"] = "df"
    os.system(options["run"])
# == defaults of one that callers pass
def run(options=None):
    options = options or {"run": "ls"}
    os.system(options["run"])  # reached
def view():
    run({"run": request.args["q"]})
# -- safe
def run(options=None):
    options = options or {"run": "ls"}
    os.system(options["run"])
def view():
    run({"run": "df", "name": request.args["q"]})
# == a table that is made of keys
def view():
    options = dict.fromkeys(("run", "name"), "")
    options["run"] = "ls"
    options.update(name=request.args["q"])
    os.system("{run} {name}".format(**options))  # reached
# -- safe
def view():
    options = dict.fromkeys(("run", "name"), "")
    options["run"] = "ls"
    options.update(name=request.args["q"])
    os.system("{run}".format(**options))
# == a table whose class is the checkout's
class Options(dict):
    def __missing__(self, key):
        return "ls"
def view():
    options = Options(request.args.items())
    os.system("{run}".format_map(options))  # reached
    os.system(options["run"])  # reached
# -- safe
class Options(dict):
    def __missing__(self, key):
        return "ls"
def view():
    options = Options(run="ls", name=request.args["q"])
    os.system("{run}".format_map(options))
    os.system(options["run"])
# == a dict made of pairs
def view():
    options = dict([("run", request.args["q"]), ("name", "x")])
    os.system(options["run"])  # reached
# -- safe
def view():
    options = dict([("run", "ls"), ("name", request.args["q"])])
    os.system(options["run"])
# == a dict made of a dict's entries
def view():
    options = dict({"run": request.args["q"]}.items())
    os.system(options["run"])  # reached
# -- safe
def view():
    options = dict({"run": "ls"}.items(), name=request.args["q"])
    os.system(options["run"])

# == the known end of a text
def show():
    os.system(("ls -" + request.args["q"] + "la")[-3:])  # reached
# -- safe
def show():
    os.system((request.args["q"] + "ls -l")[-5:])
