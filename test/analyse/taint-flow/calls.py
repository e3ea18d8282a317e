# == positional
def run(name, word):
    os.system(word)  # reached
def view():
    run("ls", request.args["q"])
# -- safe
def run(name, word):
    os.system(name)
def view():
    run("ls", request.args["q"])
# == keyword
def run(name, word):
    os.system(word)  # reached
def view():
    run(word=request.args["q"], name="ls")
# -- safe
def run(name, word):
    os.system(word)
def view():
    run(name=request.args["q"], word="ls")
# == what a function returns
def build(name, word):
    return "cat " + word
def view():
    os.system(build("a", request.args["q"]))  # reached
# -- safe
def build(name, word):
    return "cat " + name
def view():
    os.system(build("a", request.args["q"]))
# == a function that returns a source
def read():
    return request.args["q"]
def view():
    os.system(read())  # reached
# -- safe
def read():
    request.args["q"]
    return "ls"
def view():
    os.system(read())
# == one of two that are returned
def read():
    return request.args["q"], "ls"
def view():
    word, name = read()
    os.system(word)  # reached
# -- safe
def read():
    return request.args["q"], "ls"
def view():
    word, name = read()
    os.system(name)
# == *args
def run(*words):
    os.system(words[1])  # reached
def view():
    run("ls", request.args["q"])
# -- safe
def run(*words):
    os.system(words[0])
def view():
    run("ls", request.args["q"])
# == a list handed over with a star
def run(name, word):
    os.system(word)  # reached
def view():
    words = ["ls", request.args["q"]]
    run(*words)
# -- safe
def run(name, word):
    os.system(name)
def view():
    words = ["ls", request.args["q"]]
    run(*words)
# == **kwargs
def run(**options):
    os.system(options["word"])  # reached
def view():
    run(name="ls", word=request.args["q"])
# -- safe
def run(**options):
    os.system(options["name"])
def view():
    run(name="ls", word=request.args["q"])
# == a dict handed over with two stars
def run(name, word):
    os.system(word)  # reached
def view():
    options = {"name": "ls", "word": request.args["q"]}
    run(**options)
# -- safe
def run(name, word):
    os.system(name)
def view():
    options = {"name": "ls", "word": request.args["q"]}
    run(**options)
# == arguments that are passed through
def run(name, word="df"):
    os.system(word)  # reached
def through(*args, **options):
    run(*args, **options)
def view():
    through("ls", word=request.args["q"])
# -- safe
def run(name, word="df"):
    os.system(word)
def through(*args, **options):
    run(*args, **options)
def view():
    through(request.args["q"], word="ls")
# == a default
def run(word=None):
    os.system(word or "ls")  # reached
def view():
    run(request.args["q"])
# -- safe
def run(word=None):
    os.system(word or "ls")
def view():
    word = request.args["q"]
    run()
# == a default that decides
def run(word, quiet=False):
    if not quiet:
        os.system(word)  # reached
def view():
    run(request.args["q"])
# -- safe
def run(word, quiet=False):
    if not quiet:
        os.system(word)
def view():
    run(request.args["q"], quiet=True)
# == partial
import functools
def run(name, word):
    os.system(word)  # reached
def view():
    functools.partial(run, "ls")(request.args["q"])
# -- safe
import functools
def run(name, word):
    os.system(word)
def view():
    functools.partial(run, word="ls")(request.args["q"])
# == partial keeps an argument
import functools
def run(name, word):
    os.system(name + word)  # reached
def view():
    later = functools.partial(run, request.args["q"])
    later("x")
# -- safe
import functools
def run(name, word):
    os.system(word)
def view():
    later = functools.partial(run, request.args["q"])
    later("x")
# == partial of the sink
# known: a partial of a sink is not unwrapped before models see the call
import functools
shell = functools.partial(os.system)
def view():
    shell(request.args["q"])  # reached
# -- safe
import functools
shell = functools.partial(os.system)
def view():
    word = request.args["q"]
    shell("ls")
# == an alias of the sink
shell = os.system
def view():
    shell(request.args["q"])  # reached
# -- safe
shell = print
def view():
    shell(request.args["q"])
# == closure that reads
def view():
    word = request.args["q"]
    def run():
        os.system(word)  # reached
    run()
# -- safe
# known: a nested function is also judged by itself, with all that its variable is ever bound to
def view():
    word = request.args["q"]
    word = "ls"
    def run():
        os.system(word)
    run()
# == closure that is returned
def maker(word):
    def run(name):
        os.system(word)  # reached
    return run
def view():
    maker(request.args["q"])("ls")
# -- safe
def maker(word):
    def run(name):
        os.system(word)
    return run
def view():
    maker("ls")(request.args["q"])
# == lambda
def view():
    build = lambda word: "cat " + word
    os.system(build(request.args["q"]))  # reached
# -- safe
def view():
    build = lambda word: "cat"
    os.system(build(request.args["q"]))
# == lambda over a local
def view():
    word = request.args["q"]
    build = lambda: "cat " + word
    os.system(build())  # reached
# -- safe
def view():
    word = request.args["q"]
    build = lambda word="a": "cat " + word
    os.system(build())
# == a transparent decorator
def logged(function):
    return function
@logged
def build(word):
    return "cat " + word
def view():
    os.system(build(request.args["q"]))  # reached
# -- safe
def logged(function):
    return function
@logged
def build(word):
    return "cat"
def view():
    os.system(build(request.args["q"]))
# == a wrapping decorator
import functools
def logged(function):
    @functools.wraps(function)
    def inner(*args, **options):
        return function(*args, **options)
    return inner
@logged
def run(name, word):
    os.system(word)  # reached
def view():
    run("ls", request.args["q"])
# -- safe
import functools
def logged(function):
    @functools.wraps(function)
    def inner(*args, **options):
        return function(*args, **options)
    return inner
@logged
def run(name, word):
    os.system(word)
def view():
    run(request.args["q"], "ls")
# == a wrapping decorator that cleans
import functools, shlex
def quoted(function):
    @functools.wraps(function)
    def inner(word):
        return function(word.strip())
    return inner
@quoted
def run(word):
    os.system("cat " + word)  # reached
def view():
    run(request.args["q"])
# -- safe
import functools, shlex
def quoted(function):
    @functools.wraps(function)
    def inner(word):
        return function(shlex.quote(word))
    return inner
@quoted
def run(word):
    os.system("cat " + word)
def view():
    run(request.args["q"])
# == a decorator with arguments
def prefixed(text):
    def around(function):
        def inner(word):
            return function(text, word)
        return inner
    return around
@prefixed("cat ")
def build(name, word):
    return name + word
def view():
    os.system(build(request.args["q"]))  # reached
# -- safe
def prefixed(text):
    def around(function):
        def inner(word):
            return function(text, word)
        return inner
    return around
@prefixed("cat ")
def build(name, word):
    return name
def view():
    os.system(build(request.args["q"]))
# == a replacing decorator
def replaced(function):
    def inner(word):
        return "cat " + word
    return inner
@replaced
def build(word):
    return "cat"
def view():
    os.system(build(request.args["q"]))  # reached
# -- safe
def replaced(function):
    def inner(word):
        return "cat"
    return inner
@replaced
def build(word):
    return "cat " + word
def view():
    os.system(build(request.args["q"]))
# == a decorator of a class's making
class Logged:
    def __init__(self, function):
        self.function = function
    def __call__(self, word):
        return self.function(word)
@Logged
def build(word):
    return "cat " + word
def view():
    os.system(build(request.args["q"]))  # reached
# -- safe
# known: a decorator that is a class counts as transparent
class Logged:
    def __init__(self, function):
        self.function = function
    def __call__(self, word):
        return self.function("a")
@Logged
def build(word):
    return "cat " + word
def view():
    os.system(build(request.args["q"]))
# == a cached function
import functools
@functools.lru_cache(maxsize=10)
def build(word):
    return "cat " + word
def view():
    os.system(build(request.args["q"]))  # reached
# -- safe
import functools
@functools.lru_cache(maxsize=10)
def build(word):
    return "cat"
def view():
    os.system(build(request.args["q"]))
# == generator
def words():
    yield "ls"
    yield request.args["q"]
def view():
    for word in words():
        os.system(word)  # reached
# -- safe
def words():
    request.args["q"]
    yield "ls"
    yield "df"
def view():
    for word in words():
        os.system(word)
# == yield from
def inner(word):
    yield word
def words(word):
    yield from inner(word)
def view():
    os.system(next(words(request.args["q"])))  # reached
# -- safe
def inner(word):
    yield "ls"
def words(word):
    yield from inner(word)
def view():
    os.system(next(words(request.args["q"])))
# == send into a generator
# known: what is sent into a generator is not followed
def consumer():
    while True:
        word = yield
        os.system(word)  # reached
def view():
    sink = consumer()
    next(sink)
    sink.send(request.args["q"])
# -- safe
def consumer():
    while True:
        word = yield
        os.system("ls")
def view():
    sink = consumer()
    next(sink)
    sink.send(request.args["q"])
# == async function
async def build(word):
    return "cat " + word
async def view():
    os.system(await build(request.args["q"]))  # reached
# -- safe
async def build(word):
    return "cat"
async def view():
    os.system(await build(request.args["q"]))
# == async generator
async def words(word):
    yield word
async def view():
    async for word in words(request.args["q"]):
        os.system(word)  # reached
# -- safe
async def words(word):
    yield "ls"
async def view():
    async for word in words(request.args["q"]):
        os.system(word)
# == map
def build(word):
    return "cat " + word
def view():
    for line in map(build, [request.args["q"]]):
        os.system(line)  # reached
# -- safe
def build(word):
    return "cat"
def view():
    for line in map(build, [request.args["q"]]):
        os.system(line)
# == map with a sink inside
def run(word):
    os.system(word)  # reached
def view():
    list(map(run, request.args.getlist("q")))
# -- safe
def run(word):
    os.system(word)
def view():
    kept = request.args.getlist("q")
    list(map(run, ["ls", "df"]))
# == filter
def view():
    for word in filter(None, [request.args["q"]]):
        os.system(word)  # reached
# -- safe
def view():
    for word in filter(str.isalnum, [request.args["q"]]):
        os.system(word)
# == sorted with a key
def rank(word):
    os.system(word)  # reached
    return 1
def view():
    sorted(request.args.getlist("q"), key=rank)
# -- safe
def rank(word):
    os.system("ls")
    return 1
def view():
    sorted(request.args.getlist("q"), key=rank)
# == executor.submit
from concurrent.futures import ThreadPoolExecutor
def run(word):
    os.system(word)  # reached
def view():
    with ThreadPoolExecutor() as pool:
        pool.submit(run, request.args["q"])
# -- safe
from concurrent.futures import ThreadPoolExecutor
def run(word):
    os.system(word)
def view():
    kept = request.args["q"]
    with ThreadPoolExecutor() as pool:
        pool.submit(run, "ls")
# == the result of a future
from concurrent.futures import ThreadPoolExecutor
def build(word):
    return "cat " + word
def view():
    with ThreadPoolExecutor() as pool:
        future = pool.submit(build, request.args["q"])
    os.system(future.result())  # reached
# -- safe
from concurrent.futures import ThreadPoolExecutor
def build(word):
    return "cat"
def view():
    with ThreadPoolExecutor() as pool:
        future = pool.submit(build, request.args["q"])
    os.system(future.result())
# == a thread
import threading
def run(word):
    os.system(word)  # reached
def view():
    threading.Thread(target=run, args=(request.args["q"],)).start()
# -- safe
import threading
def run(word):
    os.system(word)
def view():
    kept = request.args["q"]
    threading.Thread(target=run, args=("ls",)).start()
# == asyncio.gather
import asyncio
async def build(word):
    return "cat " + word
async def view():
    lines = await asyncio.gather(build("a"), build(request.args["q"]))
    os.system(lines[1])  # reached
# -- safe
import asyncio
async def build(word):
    return "cat " + word
async def view():
    lines = await asyncio.gather(build("a"), build(request.args["q"]))
    os.system(lines[0])
# == asyncio.create_task
import asyncio
async def run(word):
    os.system(word)  # reached
async def view():
    await asyncio.create_task(run(request.args["q"]))
# -- safe
import asyncio
async def run(word):
    os.system(word)
async def view():
    kept = request.args["q"]
    await asyncio.create_task(run("ls"))
# == a callback of the checkout
def apply(function, word):
    function(word)
def run(word):
    os.system(word)  # reached
def view():
    apply(run, request.args["q"])
# -- safe
def apply(function, word):
    function(word)
def run(word):
    os.system(word)
def view():
    apply(print, request.args["q"])
    apply(run, "ls")
# == recursion
def run(word, depth):
    if depth > 0:
        return run(word, depth - 1)
    os.system(word)  # reached
def view():
    run(request.args["q"], 5)
# -- safe
def run(word, depth):
    if depth > 0:
        return run("ls", depth - 1)
    os.system(word)
def view():
    kept = request.args["q"]
    run("df", 5)
# == functions that call each other
def even(word, depth):
    return word if depth == 0 else odd(word, depth - 1)
def odd(word, depth):
    return "ls" if depth == 0 else even(word, depth - 1)
def view(depth):
    os.system(even(request.args["q"], depth))  # reached
# -- safe
def even(word, depth):
    return "df" if depth == 0 else odd(word, depth - 1)
def odd(word, depth):
    return "ls" if depth == 0 else even(word, depth - 1)
def view(depth):
    os.system(even(request.args["q"], depth))
# == across modules
# file: app/views.py
from flask import request
from app.shell import run
def view():
    run(request.args["q"])
# file: app/shell.py
import os
def run(word):
    os.system(word)  # reached
# -- safe
# file: app/views.py
from flask import request
from app.shell import run
def view():
    kept = request.args["q"]
    run("ls")
# file: app/shell.py
import os
def run(word):
    os.system(word)
# == through a package's __init__
# file: app/__init__.py
from .shell import run as execute
# file: app/shell.py
import os
def run(name, word):
    os.system(word)  # reached
# file: views.py
import app
from flask import request
def view():
    app.execute("ls", request.args["q"])
# -- safe
# file: app/__init__.py
from .shell import run as execute
# file: app/shell.py
import os
def run(name, word):
    os.system(word)
# file: views.py
import app
from flask import request
def view():
    app.execute(request.args["q"], "ls")
# == a class in another module
# file: app/job.py
import os
class Job:
    def __init__(self, word):
        self.word = word
    def run(self):
        os.system(self.word)  # reached
# file: app/views.py
from flask import request
from . import job
def view():
    job.Job(request.args["q"]).run()
# -- safe
# file: app/job.py
import os
class Job:
    def __init__(self, word):
        self.word = "ls"
    def run(self):
        os.system(self.word)
# file: app/views.py
from flask import request
from . import job
def view():
    job.Job(request.args["q"]).run()
# == a star import
# file: app/shell.py
import os
def run(word):
    os.system(word)  # reached
# file: views.py
from flask import request
from app.shell import *
def view():
    run(request.args["q"])
# -- safe
# file: app/shell.py
import os
__all__ = ["other"]
def run(word):
    os.system(word)
def other(word):
    return word
# file: views.py
from flask import request
from app.shell import *
def view():
    other(request.args["q"])
# == an import inside the function
# file: app/shell.py
import os
def run(word):
    os.system(word)  # reached
# file: views.py
from flask import request
def view():
    from app.shell import run
    run(request.args["q"])
# -- safe
# file: app/shell.py
import os
def run(word):
    os.system(word)
# file: views.py
from flask import request
def view():
    from app.shell import run
    word = request.args["q"]
    run("ls")
# == functions in a dict
def run(word):
    os.system(word)  # reached
def show(word):
    return word
ACTIONS = {"run": run, "show": show}
def view():
    ACTIONS["run"](request.args["q"])
# -- safe
def run(word):
    os.system(word)
def show(word):
    return word
ACTIONS = {"run": run, "show": show}
def view():
    ACTIONS["show"](request.args["q"])
# == functions in a dict, any of them
def run(word):
    os.system(word)  # reached
def show(word):
    return word
ACTIONS = {"run": run, "show": show}
def view():
    ACTIONS.get(request.args["action"], show)(request.args["q"])
# -- safe
def run(word):
    os.system("ls")
def show(word):
    return word
ACTIONS = {"run": run, "show": show}
def view():
    ACTIONS.get(request.args["action"], show)(request.args["q"])
# == a function registered by a decorator
ACTIONS = {}
def action(function):
    ACTIONS["run"] = function
    return function
@action
def run(word):
    os.system(word)  # reached
def view():
    ACTIONS["run"](request.args["q"])
# -- safe
ACTIONS = {}
def action(function):
    ACTIONS["run"] = function
    return function
@action
def run(word):
    os.system("ls")
def view():
    ACTIONS["run"](request.args["q"])
# == a method of an unknown receiver is a guess
# known: no guess at methods of unknown receivers
class Job:
    def launch_now(self, word):
        os.system(word)  # review
def view(job):
    job.launch_now(request.args["q"])
# -- safe
class Job:
    def launch_now(self, word):
        os.system(word)
def view(job):
    job.launch_then(request.args["q"])
# == a receiver with a declared type
class Job:
    def launch_now(self, word):
        os.system(word)  # reached
def view(job: Job):
    job.launch_now(request.args["q"])
# -- safe
class Job:
    def launch_now(self, word):
        os.system(word)
class Other:
    def launch_now(self, word):
        return word
def view(job: Other):
    job.launch_now(request.args["q"])
# == a bound method kept in a variable
class Job:
    def run(self, word):
        os.system(word)  # reached
def view():
    later = Job().run
    later(request.args["q"])
# -- safe
class Job:
    def run(self, word):
        os.system("ls")
def view():
    later = Job().run
    later(request.args["q"])
# == reduce
import functools
def view():
    words = ["cat", request.args["q"]]
    os.system(functools.reduce(lambda a, b: a + b, words))  # reached
# -- safe
# known: the model of functools.reduce carries its arguments whatever the function does
import functools
def view():
    words = ["cat", request.args["q"]]
    os.system(functools.reduce(lambda a, b: "ls", words))

# == what a call returns is called at once
def maker(name):
    def inner():
        os.system("echo " + name)  # reached
    return inner

def view():
    maker(request.args["name"])()
# -- safe
def maker(name):
    def inner():
        os.system("echo " + name)
    return inner

def view():
    maker("all")()

# == functions within functions, called at once
def maker(name):
    def one(first):
        def two(second):
            os.system("echo " + name)  # reached
        return two
    return one

def view():
    maker(request.args["name"])("a")("b")
# -- safe
def maker(name):
    def one(first):
        def two(second):
            os.system("echo " + second)
        return two
    return one

def view():
    maker(request.args["name"])("a")("b")

# == a function that is a parameter's default
from flask import Flask

app = Flask(__name__)

def run(name, call=os.system):
    call("echo " + name)  # reached

@app.route("/")
def view():
    run(request.args["name"])
# -- safe
from flask import Flask

app = Flask(__name__)

def run(name, call=print):
    call("echo " + name)

@app.route("/")
def view():
    run(request.args["name"])

# == a module imported by a constant name
# file: tools.py
import os

def run(name):
    os.system("echo " + name)  # reached
# file: main.py
import importlib
from flask import request

def view():
    importlib.import_module("tools").run(request.args["name"])
# -- safe
# file: tools.py
import os

def run(name):
    os.system("echo " + name)
# file: main.py
import importlib
from flask import request

def view():
    importlib.import_module("tools").run("all")

# == an unbound method handed to map
def view():
    for name in map(str.strip, [request.args["name"]]):
        os.system("echo " + name)  # reached
# -- safe
def view():
    for name in map(len, [request.args["name"]]):
        os.system("echo %d" % name)
# == a function registered under a name by a decorator with one
ACTIONS = {}
def action(name):
    def register(function):
        ACTIONS[name] = function
        return function
    return register
@action("run")
def run(word):
    os.system(word)  # reached
def perform(name, word):
    return ACTIONS[name](word)
def view():
    perform(request.args["n"], request.args["q"])
# -- safe
ACTIONS = {}
def action(name):
    def register(function):
        ACTIONS[name] = function
        return function
    return register
@action("run")
def run(word):
    os.system("ls")
def perform(name, word):
    return ACTIONS[name](word)
def view():
    perform(request.args["n"], request.args["q"])
# == an object at the top level filled by statements
class Table:
    def __init__(self):
        self.known = {}
    def add(self, name, function):
        self.known[name] = function
    def call(self, name, word):
        return self.known[name](word)
def run(word):
    os.system(word)  # reached
table = Table()
table.add("run", run)
def view():
    table.call(request.args["n"], request.args["q"])
# -- safe
class Table:
    def __init__(self):
        self.known = {}
    def add(self, name, function):
        self.known[name] = function
    def call(self, name, word):
        return self.known[name](word)
def run(word):
    os.system("ls")
table = Table()
table.add("run", run)
def view():
    table.call(request.args["n"], request.args["q"])
# == a global dict filled by statements
def run(word):
    os.system(word)  # reached
table = {}
table["run"] = run
def view():
    table[request.args["n"]](request.args["q"])
# -- safe
def run(word):
    os.system("ls")
table = {}
table["run"] = run
def view():
    table[request.args["n"]](request.args["q"])
# == a task that is queued
from celery import Celery
app = Celery("shop")
@app.task
def run(word):
    os.system(word)  # reached
def view():
    run.delay(request.args["q"])
# -- safe
from celery import Celery
app = Celery("shop")
@app.task
def run(word):
    os.system("ls")
def view():
    run.delay(request.args["q"])
# == a task that is queued with lists of arguments
from celery import shared_task
@shared_task(bind=True, max_retries=3)
def run(self, name, word="ls"):
    os.system(word)  # reached
def view():
    run.apply_async(args=["a"], kwargs={"word": request.args["q"]}, countdown=3)
# -- safe
from celery import shared_task
@shared_task(bind=True, max_retries=3)
def run(self, name, word="ls"):
    os.system(word)
def view():
    run.apply_async(args=[request.args["q"]], kwargs={"word": "ls"}, countdown=3)
# == a task that gets itself first
from celery import shared_task
@shared_task(bind=True)
def run(self, name, word):
    os.system(word)  # reached
def view():
    run.delay("a", request.args["q"])
# -- safe
from celery import shared_task
@shared_task(bind=True)
def run(self, name, word):
    os.system(word)
def view():
    run.delay(request.args["q"], "ls")
# == a task in a chain
from celery import chain, shared_task
@shared_task
def run(name, word):
    os.system(word)  # reached
def view():
    chain(run.s("a", request.args["q"])).delay()
# -- safe
from celery import chain, shared_task
@shared_task
def run(name, word):
    os.system(word)
def view():
    chain(run.s(request.args["q"], "ls")).delay()

# == a function that a class keeps under its own name
class Codec:
    plain = os.path.basename
    run = staticmethod(os.system)
    def work(self):
        self.run(request.args["q"])  # reached
# -- safe
class Codec:
    plain = os.path.basename
    run = staticmethod(os.system)
    def work(self):
        self.plain(request.args["q"])
        self.run("ls")
