# == attribute set in one method, read in another
class Job:
    def __init__(self):
        self.command = request.args["q"]
        self.name = "ls"
    def run(self):
        os.system(self.command)  # reached
# -- safe
class Job:
    def __init__(self):
        self.command = request.args["q"]
        self.name = "ls"
    def run(self):
        os.system(self.name)
# == attribute from the constructor's argument
class Job:
    def __init__(self, name, command):
        self.name = name
        self.command = command
def view():
    os.system(Job("ls", request.args["q"]).command)  # reached
# -- safe
class Job:
    def __init__(self, name, command):
        self.name = name
        self.command = command
def view():
    os.system(Job("ls", request.args["q"]).name)
# == a sink in a method of an object that was made elsewhere
class Job:
    def __init__(self, command):
        self.command = command
    def run(self):
        os.system(self.command)  # reached
def view():
    Job(request.args["q"]).run()
# -- safe
class Job:
    def __init__(self, command):
        self.command = command
    def run(self):
        os.system(self.command)
def view():
    word = request.args["q"]
    Job("ls").run()
# == a setter method
class Job:
    def set(self, command):
        self.command = command
def view():
    job = Job()
    job.set(request.args["q"])
    os.system(job.command)  # reached
# -- safe
class Job:
    def set(self, command):
        self.command = command
def view():
    job = Job()
    job.set(request.args["q"])
    job.set("ls")
    os.system(job.command)
# == two objects of one class
class Job:
    def __init__(self, command):
        self.command = command
def view():
    first, second = Job("ls"), Job(request.args["q"])
    os.system(second.command)  # reached
# -- safe
class Job:
    def __init__(self, command):
        self.command = command
def view():
    first, second = Job("ls"), Job(request.args["q"])
    os.system(first.command)
# == through inheritance
class Base:
    def read(self):
        self.command = request.args["q"]
class Job(Base):
    def run(self):
        os.system(self.command)  # reached
# -- safe
class Base:
    def read(self):
        self.other = request.args["q"]
class Job(Base):
    command = "ls"
    def run(self):
        os.system(self.command)
# == a method that a subclass overrides
# known: self.method() in a base class is not looked up in subclasses
class Base:
    def command(self):
        return "ls"
    def run(self):
        os.system(self.command())  # reached
class Job(Base):
    def command(self):
        return request.args["q"]
# -- safe
class Base:
    def command(self):
        return "ls"
    def run(self):
        os.system(self.command())
class Job(Base):
    def other(self):
        return request.args["q"]
# == super().__init__
class Base:
    def __init__(self, command):
        self.command = command
class Job(Base):
    def __init__(self, command):
        super().__init__(command)
def view():
    os.system(Job(request.args["q"]).command)  # reached
# -- safe
class Base:
    def __init__(self, command):
        self.command = command
class Job(Base):
    def __init__(self, command):
        super().__init__("ls")
def view():
    os.system(Job(request.args["q"]).command)
# == super().method
class Base:
    def build(self, word):
        return "cat " + word
class Job(Base):
    def build(self, word):
        return super().build(word)
def view():
    os.system(Job().build(request.args["q"]))  # reached
# -- safe
class Base:
    def build(self, word):
        return "cat"
class Job(Base):
    def build(self, word):
        return super().build(word)
def view():
    os.system(Job().build(request.args["q"]))
# == property
class Job:
    @property
    def command(self):
        return request.args["q"]
    @property
    def name(self):
        return "ls"
def view():
    os.system(Job().command)  # reached
# -- safe
class Job:
    @property
    def command(self):
        return request.args["q"]
    @property
    def name(self):
        return "ls"
def view():
    os.system(Job().name)
# == setter of a property
class Job:
    @property
    def command(self):
        return self._command
    @command.setter
    def command(self, value):
        self._command = value
def view():
    job = Job()
    job.command = request.args["q"]
    os.system(job.command)  # reached
# -- safe
class Job:
    @property
    def command(self):
        return self._command
    @command.setter
    def command(self, value):
        self._command = "ls"
def view():
    job = Job()
    job.command = request.args["q"]
    os.system(job.command)
# == class attribute
class Job:
    command = "ls"
def keep():
    Job.command = request.args["q"]
def view():
    os.system(Job.command)  # reached
# -- safe
class Job:
    command = "ls"
    other = "df"
def keep():
    Job.other = request.args["q"]
def view():
    os.system(Job.command)
# == a wrapper that keeps a request
class Input:
    def __init__(self, given):
        self.given = given
    def command(self):
        return self.given.args["q"]
    def size(self):
        return self.given.content_length
def view():
    os.system(Input(request).command())  # reached
# -- safe
class Input:
    def __init__(self, given):
        self.given = given
    def command(self):
        return self.given.args["q"]
    def size(self):
        return self.given.content_length
def view():
    os.system(f"head -c {Input(request).size()}")
# == a wrapper that hands out by name
class Input:
    def __init__(self, given):
        self.given = given
    def get(self, name):
        return self.given.args.get(name)
def view():
    os.system(Input(request).get("q"))  # reached
# -- safe
class Input:
    def __init__(self, given):
        self.given = given
    def get(self, name):
        return self.given.args.get(name, type=int)
def view():
    os.system(f"head -n {Input(request).get('q')}")
# == a factory that chooses a class
class Shell:
    def run(self, word):
        os.system(word)  # reached
class Quiet:
    def run(self, word):
        return word
def make(kind):
    return Shell() if kind == "shell" else Quiet()
def view():
    make("shell").run(request.args["q"])
# -- safe
class Shell:
    def run(self, word):
        os.system(word)
class Quiet:
    def run(self, word):
        return word
def make(kind):
    return Shell() if kind == "shell" else Quiet()
def view():
    make("quiet").run(request.args["q"])
# == a factory that chooses by a table
class Shell:
    def run(self, word):
        os.system(word)  # reached
class Quiet:
    def run(self, word):
        return word
KINDS = {"shell": Shell, "quiet": Quiet}
def view():
    KINDS["shell"]().run(request.args["q"])
# -- safe
class Shell:
    def run(self, word):
        os.system(word)
class Quiet:
    def run(self, word):
        return word
KINDS = {"shell": Shell, "quiet": Quiet}
def view():
    KINDS["quiet"]().run(request.args["q"])
# == a factory that chooses by the name of a class
class Shell:
    def run(self, word):
        os.system(word)  # reached
class Quiet:
    def run(self, word):
        return word
def make(name):
    return globals()[name]()
def view():
    make("Shell").run(request.args["q"])
# -- safe
class Shell:
    def run(self, word):
        os.system(word)
class Quiet:
    def run(self, word):
        return word
def make(name):
    return globals()[name]()
def view():
    make("Quiet").run(request.args["q"])
# == a class method as factory
class Job:
    def __init__(self, command):
        self.command = command
    @classmethod
    def read(cls):
        return cls(request.args["q"])
def view():
    os.system(Job.read().command)  # reached
# -- safe
class Job:
    def __init__(self, command):
        self.command = command
    @classmethod
    def read(cls):
        return cls("ls")
def view():
    os.system(Job.read().command)
# == a static method
class Job:
    @staticmethod
    def build(name, word):
        return name + word
def view():
    os.system(Job.build("cat ", request.args["q"]))  # reached
# -- safe
class Job:
    @staticmethod
    def build(name, word):
        return name
def view():
    os.system(Job.build("cat ", request.args["q"]))
# == a mixin
class Reader:
    def read(self):
        return request.args[self.key]
class Job(Reader):
    key = "q"
    def run(self):
        os.system(self.read())  # reached
# -- safe
class Reader:
    def read(self):
        return request.args.get(self.key, type=int)
class Job(Reader):
    key = "q"
    def run(self):
        os.system(f"head -n {self.read()}")
# == a mixin hides the method of another base
class Loud:
    def build(self, word):
        return "cat " + word
class Quiet:
    def build(self, word):
        return "cat"
class Job(Loud, Quiet):
    pass
def view():
    os.system(Job().build(request.args["q"]))  # reached
# -- safe
class Loud:
    def build(self, word):
        return "cat " + word
class Quiet:
    def build(self, word):
        return "cat"
class Job(Quiet, Loud):
    pass
def view():
    os.system(Job().build(request.args["q"]))
# == a context manager as a class
class Opened:
    def __init__(self, word):
        self.word = word
    def __enter__(self):
        return self.word
    def __exit__(self, *error):
        return False
def view():
    with Opened(request.args["q"]) as word:
        os.system(word)  # reached
# -- safe
class Opened:
    def __init__(self, word):
        self.word = word
    def __enter__(self):
        return "ls"
    def __exit__(self, *error):
        return False
def view():
    with Opened(request.args["q"]) as word:
        os.system(word)
# == a context manager as a generator
from contextlib import contextmanager
@contextmanager
def opened(word):
    yield "cat " + word
def view():
    with opened(request.args["q"]) as line:
        os.system(line)  # reached
# -- safe
from contextlib import contextmanager
@contextmanager
def opened(word):
    yield "cat"
def view():
    with opened(request.args["q"]) as line:
        os.system(line)
# == __call__
class Build:
    def __call__(self, word):
        return "cat " + word
def view():
    build = Build()
    os.system(build(request.args["q"]))  # reached
# -- safe
class Build:
    def __call__(self, word):
        return "cat"
def view():
    build = Build()
    os.system(build(request.args["q"]))
# == __getitem__
class Options:
    def __init__(self, held):
        self.held = held
    def __getitem__(self, key):
        return self.held[key]
def view():
    os.system(Options({"a": request.args["q"], "b": "ls"})["a"])  # reached
# -- safe
class Options:
    def __init__(self, held):
        self.held = held
    def __getitem__(self, key):
        return self.held[key]
def view():
    os.system(Options({"a": request.args["q"], "b": "ls"})["b"])
# == __setitem__
class Options:
    def __init__(self):
        self.held = {}
    def __setitem__(self, key, value):
        self.held[key] = value
def view():
    options = Options()
    options["a"] = request.args["q"]
    os.system(options.held["a"])  # reached
# -- safe
class Options:
    def __init__(self):
        self.held = {}
    def __setitem__(self, key, value):
        self.held[key] = "ls"
def view():
    options = Options()
    options["a"] = request.args["q"]
    os.system(options.held["a"])
# == __iter__
class Words:
    def __init__(self, *words):
        self.words = words
    def __iter__(self):
        return iter(self.words)
def view():
    for word in Words("ls", request.args["q"]):
        os.system(word)  # reached
# -- safe
class Words:
    def __init__(self, *words):
        self.words = words
    def __iter__(self):
        return iter(("ls", "df"))
def view():
    for word in Words("ls", request.args["q"]):
        os.system(word)
# == __str__
class Command:
    def __init__(self, word):
        self.word = word
    def __str__(self):
        return "cat " + self.word
def view():
    os.system(str(Command(request.args["q"])))  # reached
# -- safe
class Command:
    def __init__(self, word):
        self.word = word
    def __str__(self):
        return "cat"
def view():
    os.system(str(Command(request.args["q"])))
# == descriptor
# known: __get__ of a descriptor is not called
class Parameter:
    def __get__(self, instance, owner):
        return request.args["q"]
class Job:
    command = Parameter()
def view():
    os.system(Job().command)  # reached
# -- safe
class Parameter:
    def __get__(self, instance, owner):
        return "ls"
class Job:
    command = Parameter()
def view():
    word = request.args["q"]
    os.system(Job().command)
# == getattr and setattr with a constant name
class Job:
    command = "ls"
    name = "df"
def view():
    job = Job()
    setattr(job, "command", request.args["q"])
    os.system(getattr(job, "command"))  # reached
# -- safe
class Job:
    command = "ls"
    name = "df"
def view():
    job = Job()
    setattr(job, "command", request.args["q"])
    os.system(getattr(job, "name"))
# == an object in an object
class Input:
    def __init__(self, word):
        self.word = word
class Job:
    def __init__(self, given):
        self.given = given
    def run(self):
        os.system(self.given.word)  # reached
def view():
    Job(Input(request.args["q"])).run()
# -- safe
class Input:
    def __init__(self, word):
        self.word = "ls"
class Job:
    def __init__(self, given):
        self.given = given
    def run(self):
        os.system(self.given.word)
def view():
    Job(Input(request.args["q"])).run()
# == chained methods that return the object
class Command:
    def __init__(self):
        self.words = []
    def add(self, word):
        self.words.append(word)
        return self
def view():
    command = Command().add("ls").add(request.args["q"])
    os.system(" ".join(command.words))  # reached
# -- safe
class Command:
    def __init__(self):
        self.words = []
    def add(self, word):
        self.words.append(word)
        return self
def view():
    word = request.args["q"]
    command = Command().add("ls").add("df")
    os.system(" ".join(command.words))
# == a method of a wrapper reads through another of its methods
class Asked:
    def __init__(self, received):
        self.received = received
    def part(self):
        return self.received.get("q")
    def words(self):
        return self.part().split(",")
def view():
    os.system(Asked(request.args).words()[0])  # reached
# -- safe
class Asked:
    def __init__(self, received):
        self.received = received
        self.known = {"q": "ls"}
    def part(self):
        return self.known.get("q")
    def words(self):
        return self.part().split(",")
def view():
    os.system(Asked(request.args).words()[0])
# == a table of functions in an object that is built step by step
class Routes:
    def __init__(self):
        self.known = {}
    def add(self, name, function):
        self.known[name] = function
        return self
    def __call__(self, word):
        function = self.known.get(request.path)
        if function is None:
            return "none"
        return function(word)
def run(word):
    os.system(word)  # reached
def show(word):
    return word
routes = Routes().add("/run", run).add("/show", show)
def view():
    return routes(request.args["q"])
# -- safe
class Routes:
    def __init__(self):
        self.known = {}
    def add(self, name, function):
        self.known[name] = function
        return self
    def __call__(self, word):
        function = self.known.get(request.path)
        if function is None:
            return "none"
        return function("ls")
def run(word):
    os.system(word)
def show(word):
    return word
routes = Routes().add("/run", run).add("/show", show)
def view():
    return routes(request.args["q"])
# == a collaborator that the constructor is given
class Runner:
    def start(self, word):
        os.system(word)  # reached
class Jobs:
    def __init__(self, runner):
        self.runner = runner
    def go(self, word):
        return self.runner.start(word)
class Desk:
    def __init__(self, jobs):
        self.jobs = jobs
    def take(self, word):
        return self.jobs.go(word)
def view():
    return Desk(Jobs(Runner())).take(request.args["q"])
# -- safe
class Runner:
    def start(self, word):
        os.system(word)
class Printer:
    def start(self, word):
        return word
class Jobs:
    def __init__(self, runner):
        self.runner = runner
    def go(self, word):
        return self.runner.start(word)
class Desk:
    def __init__(self, jobs):
        self.jobs = jobs
    def take(self, word):
        return self.jobs.go(word)
def view():
    return Desk(Jobs(Printer())).take(request.args["q"])

# == an object written into a text by percent
class Label:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return self.name

def view():
    os.system("echo %s" % Label(request.args["name"]))  # reached
# -- safe
class Label:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return "a label"

def view():
    os.system("echo %s" % Label(request.args["name"]))

# == an object written into an f-string
class Label:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return self.name

def view():
    os.system(f"echo {Label(request.args['name'])}")  # reached
# -- safe
class Label:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return "a label"

def view():
    os.system(f"echo {Label(request.args['name'])}")

# == a class that says what adding gives
class Command:
    def __init__(self, text):
        self.text = text

    def __add__(self, other):
        return self.text + other

def view():
    os.system("echo " + (Command(request.args["name"]) + "!"))  # reached
# -- safe
class Command:
    def __init__(self, text):
        self.text = text

    def __add__(self, other):
        return "echo " + other

def view():
    os.system("echo " + (Command(request.args["name"]) + "!"))

# == a template method whose step a subclass has
from flask import Flask

app = Flask(__name__)

class Job:
    def run(self, name):
        self.prepare()
        self.step(name)

    def prepare(self):
        pass

    def step(self, name):
        raise NotImplementedError

class Echo(Job):
    def step(self, name):
        os.system("echo " + name)  # reached

class Quiet(Job):
    def step(self, name):
        print(name)

@app.route("/")
def view():
    Echo().run(request.args["name"])
# -- safe
from flask import Flask

app = Flask(__name__)

class Job:
    def run(self, name):
        self.prepare()
        self.step(name)

    def prepare(self):
        pass

    def step(self, name):
        raise NotImplementedError

class Echo(Job):
    def step(self, name):
        os.system("echo " + name)

class Quiet(Job):
    def step(self, name):
        print(name)

@app.route("/")
def view():
    Quiet().run(request.args["name"])

# == a class chosen from a table by a constant
from flask import Flask

app = Flask(__name__)

class Job:
    def run(self, name):
        return self.step(name)

class Echo(Job):
    def step(self, name):
        os.system("echo " + name)  # reached

class Quiet(Job):
    def step(self, name):
        print(name)

def make(kind):
    return {"echo": Echo, "quiet": Quiet}[kind]()

@app.route("/")
def view():
    make("echo").run(request.args["name"])
# -- safe
from flask import Flask

app = Flask(__name__)

class Job:
    def run(self, name):
        return self.step(name)

class Echo(Job):
    def step(self, name):
        os.system("echo " + name)

class Quiet(Job):
    def step(self, name):
        print(name)

def make(kind):
    return {"echo": Echo, "quiet": Quiet}[kind]()

@app.route("/")
def view():
    make("quiet").run(request.args["name"])
# == the annotation tells what an object is of which the caller knows nothing
# rule: sql-injection
import asyncpg
from fastapi import FastAPI, Request
app = FastAPI()
class Sensors:
    def __init__(self, pool: asyncpg.Pool):
        self._pool = pool
    async def at(self, site: str):
        async with self._pool.acquire() as conn:
            return await conn.fetch(f"SELECT id FROM sensors WHERE site = '{site}'")  # reached
@app.get("/sensors")
async def sensors(request: Request, site: str):
    return await Sensors(request.app.state.pool).at(site)
# -- safe
# rule: sql-injection
import asyncpg
from fastapi import FastAPI, Request
app = FastAPI()
class Sensors:
    def __init__(self, pool: asyncpg.Pool):
        self._pool = pool
    async def at(self, site: str):
        async with self._pool.acquire() as conn:
            return await conn.fetch("SELECT id FROM sensors WHERE site = $1", site)
@app.get("/sensors")
async def sensors(request: Request, site: str):
    return await Sensors(request.app.state.pool).at(site)
# == below a folder that is passed in
# rule: path-traversal
import shutil
from pathlib import Path
class Folders:
    def __init__(self, root=Path("/srv/work")):
        self.root = root
    def drop(self, name):
        folder = self.root.joinpath(name)
        shutil.rmtree(folder)  # reached
def view():
    Folders().drop(request.args["name"])
# -- safe
# rule: path-traversal
import shutil
from pathlib import Path
class Folders:
    def __init__(self, root=Path("/srv/work")):
        self.root = root
    def drop(self, name):
        folder = self.root.joinpath(name)
        shutil.rmtree(folder)
def view():
    Folders().drop("old")
# == own method of a name that containers have
# rule: reflected-xss
# Views of one class call each other,
# and the name that dicts have for a look-up
# is only a name here.
from flask import Flask, render_template
from flask.views import MethodView
app = Flask(__name__)
class Order(MethodView):
    def post(self, number: str):
        if number.startswith("x"):
            return self.get(number, {})  # reached
        return "done"
    def get(self, number, errors=None):
        if errors is None:
            return "none"
        return "<b>" + number + "</b>"  # reached
app.add_url_rule("/orders/<number>", view_func=Order.as_view("order"))
# -- safe
from flask import Flask, render_template
from flask.views import MethodView
app = Flask(__name__)
class Order(MethodView):
    def post(self, number: str):
        if number.startswith("x"):
            return self.get(number, {})
        return "done"
    def get(self, number, errors=None):
        if errors is None:
            return "none"
        return render_template("order.html", number=number)
app.add_url_rule("/orders/<number>", view_func=Order.as_view("order"))
# == constant of the class of an untrusted object
import os
from fastapi import FastAPI
from pydantic import BaseModel
app = FastAPI()
class Order(BaseModel):
    fields: list[str]
    FIELDS = ("note", "total")
    def clear(self):
        for name in self.fields:
            os.system("echo " + name)  # reached
@app.post("/orders")
def add(order: Order):
    order.clear()
# -- safe
import os
from fastapi import FastAPI
from pydantic import BaseModel
app = FastAPI()
class Order(BaseModel):
    fields: list[str]
    FIELDS = ("note", "total")
    def clear(self):
        for name in self.FIELDS:
            os.system("echo " + name)
@app.post("/orders")
def add(order: Order):
    order.clear()
# == the type that a class answers with
# rule: reflected-xss
from tornado.web import RequestHandler
class Page(RequestHandler):
    def get_content_type(self):
        return "text/html"
    def set_default_headers(self):
        self.set_header("Content-Type", self.get_content_type())
class Rows(Page):
    def get(self):
        self.write('{"url": "%s"}' % self.request.query)  # reached
# -- safe
from tornado.web import RequestHandler
class Page(RequestHandler):
    def get_content_type(self):
        return "text/html"
    def set_default_headers(self):
        self.set_header("Content-Type", self.get_content_type())
class Data(Page):
    def get_content_type(self):
        return "application/json"
class Rows(Data):
    def get(self):
        self.write('{"url": "%s"}' % self.request.query)
# == the type of one of two answers
# rule: reflected-xss
def application(environ, start_response):
    if environ["REQUEST_METHOD"] == "POST":
        start_response("200 OK", [("Content-Type", "text/html")])
        return ["<p>%s</p>" % environ["QUERY_STRING"]]  # reached
    start_response("200 OK", [("Content-Type", "text/plain")])
    return ["nothing"]
# -- safe
def application(environ, start_response):
    if environ["REQUEST_METHOD"] == "POST":
        start_response("200 OK", [("Content-Type", "application/mount+xml")])
        return ["<p>%s</p>" % environ["QUERY_STRING"]]
    start_response("200 OK", [("Content-Type", "text/html")])
    return ["nothing"]
# == an object of the same class as another one
class Letter:
    def __init__(self, text):
        self.text = text
    def copy(self):
        return self.__class__(self.text)
    def again(self):
        return type(self)(self.text)
    def send(self):
        os.system("send " + self.text)
class Parcel(Letter):
    def send(self):
        os.system("parcel " + self.text)  # reached
def view():
    Parcel(request.args["q"]).copy().again().send()
# -- safe
class Letter:
    def __init__(self, text):
        self.text = text
    def copy(self):
        return self.__class__("empty")
    def again(self):
        return type(self)(self.text)
    def send(self):
        os.system("send " + self.text)
class Parcel(Letter):
    def send(self):
        os.system("parcel " + self.text)
def view():
    Parcel(request.args["q"]).copy().again().send()
# == a class of the checkout as the default of a parameter
from flask import Flask
app = Flask(__name__)
class Letter:
    def __init__(self, text):
        os.system("send " + text)  # reached
def deliver(text, kind=Letter):
    return kind(text)
@app.get("/")
def view():
    deliver(request.args["q"])
# -- safe
from flask import Flask
app = Flask(__name__)
class Letter:
    def __init__(self, text):
        os.system("send " + text)
class Draft:
    def __init__(self, text):
        self.text = text
def deliver(text, kind=Letter):
    return kind(text)
@app.get("/")
def view():
    deliver(request.args["q"], Draft)
