# == an attribute that is None until another method sets it
# rule: sql-injection
import sqlite3
class Shelf:
    def __init__(self):
        self.link = None
    def connect(self):
        self.link = sqlite3.connect("shelf.db")
    def find(self, word):
        self.link.execute("select * from book where title = '" + word + "'")  # reached
shelf = Shelf()
def view():
    shelf.find(request.args["q"])
# -- safe
import sqlite3
class Shelf:
    def __init__(self):
        self.link = None
    def connect(self):
        self.link = sqlite3.connect("shelf.db")
    def find(self, word):
        self.link.execute("select * from book where title = ?", (word,))
shelf = Shelf()
def view():
    shelf.find(request.args["q"])
# == what a constructor is given has its type where it is asked for more
# rule: sql-injection
import asyncpg
from fastapi import Depends, FastAPI, Request
app = FastAPI()
class Pools:
    def __init__(self):
        self.books = None
    async def open(self):
        self.books = await asyncpg.create_pool("books")
pools = Pools()
class Shelf:
    def __init__(self, pool):
        self.pool = pool
    async def find(self, filters):
        parts = [f"{name} = '{value}'" for name, value in filters.items()]
        statement = "select id, title from book where " + " and ".join(parts)
        async with self.pool.acquire() as connection:
            return await connection.fetch(statement)  # reached
def shelves():
    return Shelf(pools.books)
@app.get("/")
async def view(request: Request, shelf: Shelf = Depends(shelves)):
    return await shelf.find(dict(request.query_params))
# -- safe
import asyncpg
from fastapi import Depends, FastAPI, Request
app = FastAPI()
class Pools:
    def __init__(self):
        self.books = None
    async def open(self):
        self.books = await asyncpg.create_pool("books")
pools = Pools()
class Shelf:
    def __init__(self, pool):
        self.pool = pool
    async def find(self, filters):
        parts = [f"title = ${number}" for number, _ in enumerate(filters.values(), 1)]
        statement = "select id, title from book where " + " and ".join(parts)
        async with self.pool.acquire() as connection:
            return await connection.fetch(statement, *filters.values())
def shelves():
    return Shelf(pools.books)
@app.get("/")
async def view(request: Request, shelf: Shelf = Depends(shelves)):
    return await shelf.find(dict(request.query_params))
# == an object kept under a key of the application
from aiohttp import web
class Runner:
    def run(self, line):
        os.system(line)  # reached
def build():
    app = web.Application()
    runner, name = Runner(), "runner"
    app["runner"] = runner
    app.router.add_get("/", view)
    return app
async def view(request):
    request.app["runner"].run(request.query["q"])
    return web.Response()
# -- safe
from aiohttp import web
class Runner:
    def run(self, line):
        os.system(line)
class Printer:
    def run(self, line):
        return line
def build():
    app = web.Application()
    app["runner"] = Runner()
    app["printer"] = Printer()
    app.router.add_get("/", view)
    return app
async def view(request):
    request.app["printer"].run(request.query["q"])
    return web.Response()
# == an object on the state of an application, handed out by a dependency
from fastapi import Depends, FastAPI, Request
class Runner:
    def run(self, line):
        os.system(line)  # reached
app = FastAPI()
@app.on_event("startup")
def start():
    app.state.runner = Runner()
def runner(request: Request):
    return request.app.state.runner
@app.get("/")
def view(q: str, used=Depends(runner)):
    used.run(q)
# -- safe
from fastapi import Depends, FastAPI, Request
class Runner:
    def run(self, line):
        os.system("ls")
app = FastAPI()
@app.on_event("startup")
def start():
    app.state.runner = Runner()
def runner(request: Request):
    return request.app.state.runner
@app.get("/")
def view(q: str, used=Depends(runner)):
    used.run(q)
# == an object among the extensions of an application that a function is given
from flask import Flask, current_app, request
app = Flask(__name__)
class Runner:
    def run(self, line):
        os.system(line)  # reached
def set_up(app):
    app.extensions["runner"] = Runner()
@app.get("/")
def view():
    current_app.extensions["runner"].run(request.args["q"])
    return ""
# -- safe
from flask import Flask, current_app, request
app = Flask(__name__)
class Runner:
    def run(self, line):
        os.system(line)
class Other:
    def run(self, line):
        return line
def set_up(app):
    app.extensions["runner"] = Runner()
    app.extensions["other"] = Other()
@app.get("/")
def view():
    current_app.extensions["other"].run(request.args["q"])
    return ""
# == a setting that is one text, and a part of it
from flask import Flask, current_app, request
app = Flask(__name__)
@app.get("/")
def view():
    word = request.args["q"]
    if word in current_app.config["COMMAND"]:
        os.system(word)  # reached
    return ""
# -- safe
from flask import Flask, current_app, request
app = Flask(__name__)
@app.get("/")
def view():
    word = request.args["q"]
    if word in current_app.config["COMMANDS"]:
        os.system(word)
    return ""
# == a choice of texts that is the default of a field, and one that is made of what comes from outside
from dataclasses import dataclass, field
@dataclass
class Settings:
    choice: set = field(default_factory=set)
settings = Settings()
def view():
    word = request.args["q"]
    if word not in settings.choice | {word}:
        abort(400)
    os.system(word)  # reached
# -- safe
from dataclasses import dataclass, field
@dataclass
class Settings:
    choice: frozenset = field(default_factory=lambda: frozenset({"ls", "date"}))
settings = Settings()
def view():
    word = request.args["q"]
    if word not in settings.choice:
        abort(400)
    os.system(word)
# == a name with one dot at a fixed place, and one with dots anywhere
# rule: path-traversal
import re
def view():
    name = request.args["q"]
    if not re.fullmatch(r"[a-z0-9.]{1,30}/(?:png|jpg)", name):
        abort(400)
    open("/srv/" + name)  # reached
# -- safe
import re
def view():
    name = request.args["q"]
    if not re.fullmatch(r"[a-z0-9]{1,30}\.(?:png|jpg)", name):
        abort(400)
    open("/srv/" + name)
# == the origin of a URL, and another part of it
# rule: ssrf
import requests
from yarl import URL
def view():
    target = URL(request.args["q"])
    if str(target.fragment) not in ("https://a.example",):
        abort(400)
    requests.get(target)  # reached
# -- safe
import requests
from yarl import URL
def view():
    target = URL(request.args["q"])
    if str(target.origin()) not in ("https://a.example",):
        abort(400)
    requests.get(target)
# == what is uploaded as an archive, and the names in it
# rule: archive-slip
import zipfile
def view():
    with zipfile.ZipFile(request.files["bundle"]) as archive:
        for member in archive.infolist():
            open(os.path.join("/srv/in", member.filename), "wb")  # reached
# -- safe
import zipfile
def view():
    with zipfile.ZipFile(request.files["bundle"]) as archive:
        for member in archive.infolist():
            open(os.path.join("/srv/in", os.path.basename(member.filename)), "wb")
# == a function in a cloud that a decorator makes of another one
import functools
class Message:
    def __init__(self, raw):
        self.query = raw.get("queryStringParameters") or {}
def entry(function):
    @functools.wraps(function)
    def wrapped(raw_event, context):
        return function(Message(raw_event))
    return wrapped
@entry
def listed(message):
    os.system("ls " + message.query["folder"])  # reached
    return {"statusCode": 204, "body": ""}
# -- safe
import functools
import shlex
class Message:
    def __init__(self, raw):
        self.query = {key: shlex.quote(value) for key, value in (raw.get("queryStringParameters") or {}).items()}
def entry(function):
    @functools.wraps(function)
    def wrapped(raw_event, context):
        return function(Message(raw_event))
    return wrapped
@entry
def listed(message):
    os.system("ls " + message.query["folder"])
    return {"statusCode": 204, "body": ""}
# == the field of a dataclass, and its default
# rule: dynamic-eval
from dataclasses import dataclass
@dataclass
class Item:
    name: str
    options: dict = None
def items():
    for message in fetch():
        yield Item(message["name"], message.get("options") or {})
def work():
    for item in items():
        eval(item.options.get("formula", "0"))  # review
# -- safe
from dataclasses import dataclass
@dataclass
class Item:
    name: str
    options: dict = None
def items():
    for message in fetch():
        yield Item(message["name"], {})
def work():
    for item in items():
        eval(item.options.get("formula", "0"))
# == the field of a dataclass that is passed in, and what a class says for all of its objects
# rule: dynamic-eval
from dataclasses import dataclass
@dataclass
class Item:
    formula: str = "0"
def work(item: Item):
    eval(item.formula)  # review
# -- safe
class Item:
    formula = "0"
def work(item: Item):
    eval(item.formula)
# == an entry of what is passed in, whose type the caller knows
# rule: nosql-injection
from pymongo import MongoClient
def listed(database, wanted):
    return list(database["events"].find({"name": wanted}))  # reached
def view():
    listed(MongoClient("mongo")["desk"], request.get_json()["name"])
# -- safe
def listed(database, wanted):
    return list(database["events"].find({"name": wanted}))
def view():
    listed({"events": ""}, request.get_json()["name"])
# == a type with a name of its own, and the pattern that it has
# rule: path-traversal
from typing import Annotated
from fastapi import FastAPI
from pydantic import Field
app = FastAPI()
Month = Annotated[str, Field(max_length=40)]
@app.get("/{month}")
def view(month: Month):
    return open("/srv/" + month).read()  # reached
# -- safe
from typing import Annotated
from fastapi import FastAPI
from pydantic import Field
app = FastAPI()
Month = Annotated[str, Field(pattern=r"^\d{4}-\d{2}$")]
@app.get("/{month}")
def view(month: Month):
    return open("/srv/" + month).read()
# == what a table of routes gives to a handler
# rule: path-traversal
import pathlib
import tornado.web
class Drawings:
    def __init__(self, folder):
        self.folder = folder
    def read(self, floor):
        plan = self.folder / floor
        with plan.open("rb") as opened:  # reached
            return opened.read()
class Plans(tornado.web.RequestHandler):
    def initialize(self, drawings):
        self.drawings = drawings
    def get(self):
        self.write(self.drawings.read(self.get_argument("floor")))
def make():
    return tornado.web.Application([(r"/plan", Plans, {"drawings": Drawings(pathlib.Path("/srv/plans"))})])
# -- safe
import pathlib
import tornado.web
class Drawings:
    def __init__(self, folder):
        self.folder = folder
    def read(self, floor):
        plan = self.folder / str(int(floor))
        with plan.open("rb") as opened:
            return opened.read()
class Plans(tornado.web.RequestHandler):
    def initialize(self, drawings):
        self.drawings = drawings
    def get(self):
        self.write(self.drawings.read(self.get_argument("floor")))
def make():
    return tornado.web.Application([(r"/plan", Plans, {"drawings": Drawings(pathlib.Path("/srv/plans"))})])
# == an answer without a body
# rule: open-redirect
def lambda_handler(event, context):
    onward = event["queryStringParameters"]["onward"]
    return {"statusCode": 302, "headers": {"Location": onward}}  # reached
# -- safe
def lambda_handler(event, context):
    onward = {"home": "/", "plans": "/plans"}.get(event["queryStringParameters"]["onward"], "/")
    return {"statusCode": 302, "headers": {"Location": onward}}
# == a route's value that a converter has made an object of
# rule: ssrf-partial
import requests
from flask import Flask
app = Flask(__name__)
@app.post("/shelves/<shelf:shelf>/mark")
def mark(shelf):
    return publish(shelf)
def publish(shelf):
    requests.put("https://marks.example/" + shelf.strip(), timeout=9)  # reached
# -- safe
import requests
from flask import Flask
app = Flask(__name__)
@app.post("/shelves/<shelf:shelf>/mark")
def mark(shelf):
    return publish(shelf)
def publish(shelf):
    requests.put("https://marks.example/" + shelf.code, timeout=9)
# == a row that a serializer has found
# rule: sql-injection
from rest_framework import serializers
class Note(serializers.ModelSerializer):
    def create(self, validated_data):
        return store(validated_data["shelf"])
def store(shelf):
    from django.db import connection
    with connection.cursor() as cursor:
        cursor.execute("update shelf set seen = 1 where code = '" + shelf + "'")  # reached
# -- safe
from rest_framework import serializers
class Note(serializers.ModelSerializer):
    def create(self, validated_data):
        return store(validated_data["shelf"])
def store(shelf):
    from django.db import connection
    with connection.cursor() as cursor:
        cursor.execute("update shelf set seen = 1 where code = '" + shelf.room.code + "'")
# == a context that a handler inside of it uses
# rule: sql-injection
import sqlite3
from flask import Flask
def create_app():
    app = Flask(__name__)
    with sqlite3.connect("shop.db") as db:
        @app.get("/parcels")
        def parcels():
            return str(db.execute("SELECT * FROM parcel WHERE code = '" + request.args["q"] + "'").fetchall())  # reached
    return app
# -- safe
# rule: sql-injection
import sqlite3
from flask import Flask
def create_app():
    app = Flask(__name__)
    with sqlite3.connect("shop.db") as db:
        @app.get("/parcels")
        def parcels():
            return str(db.execute("SELECT * FROM parcel WHERE code = ?", (request.args["q"],)).fetchall())
    return app
# == an attribute that a base class reads and only its subclasses set
# rule: sql-injection
import sqlite3
class Store:
    def find(self, word):
        self.link.execute("select * from book where title = '" + word + "'")  # reached
class Shelf(Store):
    def __init__(self):
        self.link = sqlite3.connect("shelf.db")
shelf = Shelf()
def view():
    shelf.find(request.args["q"])
# -- safe
import sqlite3
class Store:
    def find(self, word):
        self.link.execute("select * from book where title = ?", (word,))
class Shelf(Store):
    def __init__(self):
        self.link = sqlite3.connect("shelf.db")
shelf = Shelf()
def view():
    shelf.find(request.args["q"])
# == a gRPC request with the class that is generated for it
# rule: path-traversal
import grpc
from notes import notes_pb2, notes_pb2_grpc
class Notes(notes_pb2_grpc.NotesServicer):
    def Read(self, request: notes_pb2.NoteRequest, context: grpc.ServicerContext) -> notes_pb2.Note:
        return notes_pb2.Note(text=open(request.name).read())  # reached
# -- safe
import os
import grpc
from notes import notes_pb2, notes_pb2_grpc
class Notes(notes_pb2_grpc.NotesServicer):
    def Read(self, request: notes_pb2.NoteRequest, context: grpc.ServicerContext) -> notes_pb2.Note:
        return notes_pb2.Note(text=open("notes/" + os.path.basename(request.name)).read())
# == Litestar: a dependency that reads the request
# rule: path-traversal
from litestar import Litestar, Request, get
from litestar.di import Provide
def folder_of(request: Request) -> str:
    return request.query_params["folder"]
@get("/sheets")
def sheets(folder: str) -> str:
    return open(folder + "/sheets.txt").read()  # reached
app = Litestar(route_handlers=[sheets], dependencies={"folder": Provide(folder_of)})
# -- safe
from litestar import Litestar, get
from litestar.di import Provide
@get("/sheets")
def sheets(folder: str) -> str:
    return open(folder + "/sheets.txt").read()
def make(root: str):
    return Litestar(route_handlers=[sheets], dependencies={"folder": Provide(lambda: root, sync_to_thread=False)})
