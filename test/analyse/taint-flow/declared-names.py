# == names of a model that was encoded
# rule: reflection-injection
from fastapi import FastAPI
from fastapi.encoders import jsonable_encoder
app = FastAPI()
NODES = {}
@app.put("/nodes/{number}")
async def update(number: int, data: dict):
    node = NODES[number]
    for name, value in jsonable_encoder(data).items():
        setattr(node, name, value)  # reached
# -- safe
from fastapi import FastAPI
from fastapi.encoders import jsonable_encoder
from pydantic import BaseModel
app = FastAPI()
NODES = {}
class NodeUpdate(BaseModel):
    name: str
    console: int
@app.put("/nodes/{number}")
async def update(number: int, data: NodeUpdate):
    node = NODES[number]
    for name, value in jsonable_encoder(data).items():
        setattr(node, name, value)
# == keys that are among those of a model
# rule: mass-assignment
import sqlalchemy as sa
from fastapi import FastAPI
from pydantic import BaseModel
app = FastAPI()
class Flow(BaseModel):
    name: str
@app.put("/flows")
async def change(flow: Flow, more: dict):
    found = flow.model_dump()
    for key, value in more.items():
        if key not in found:
            found[key] = value
    await session().execute(sa.update(table()).values(**found))  # reached
# -- safe
import sqlalchemy as sa
from fastapi import FastAPI
from pydantic import BaseModel
app = FastAPI()
class Flow(BaseModel):
    name: str
@app.put("/flows")
async def change(flow: Flow, more: dict):
    found = flow.model_dump()
    for key, value in more.items():
        if key in found:
            found[key] = value
    await session().execute(sa.update(table()).values(**found))
# == names that a serializer validates
# rule: reflection-injection
from rest_framework import serializers
class Plain(serializers.ModelSerializer):
    def to_internal_value(self, data):
        instance = self.Meta.model()
        for key, value in data.items():
            setattr(instance, key, value)  # reached
        return instance
# -- safe
from rest_framework import serializers
class Plain(serializers.ModelSerializer):
    def validate(self, data):
        instance = self.Meta.model()
        for key, value in data.items():
            setattr(instance, key, value)
        return data
# == names of a body that a parser has checked
# rule: mass-assignment
from flask import Flask, request
from webargs.flaskparser import FlaskParser
app = Flask(__name__)
@app.post("/shelves")
def add():
    shelf = kept()
    for name, value in request.json.items():
        setattr(shelf, name, value)  # reached
    return "", 201
# -- safe
from flask import Flask, request
from webargs.flaskparser import FlaskParser
app = Flask(__name__)
@app.post("/shelves")
def add():
    shelf = kept()
    for name, value in FlaskParser().parse(ShelfSchema(), request, location="json").items():
        setattr(shelf, name, value)
    return "", 201
# == names of a schema's fields
# rule: reflection-injection
from ninja import ModelSchema, NinjaAPI
api = NinjaAPI()
class ShelfUpdate(ModelSchema):
    names: list[str]
    value: str
@api.put("/shelves")
def change(request, data: ShelfUpdate):
    shelf = kept()
    for name in data.names:
        setattr(shelf, name, data.value)  # reached
# -- safe
from ninja import ModelSchema, NinjaAPI
api = NinjaAPI()
class ShelfUpdate(ModelSchema):
    names: list[str]
    value: str
@api.put("/shelves")
def change(request, data: ShelfUpdate):
    shelf = kept()
    for name in [one for one in data.model_fields_set if one.startswith("sign_")]:
        setattr(shelf, name, data.value)
    for name, value in data.model_dump(exclude_unset=True).items():
        if name.startswith("sign_"):
            continue
        setattr(shelf, name, value)
# == names of a model whose class is a parameter of its own class
# rule: reflection-injection
from typing import Generic, TypeVar
from fastapi import FastAPI
from pydantic import BaseModel
app = FastAPI()
T = TypeVar("T")
class Bulk(BaseModel, Generic[T]):
    entities: list[T]
class Shelf(BaseModel):
    name: str
@app.put("/shelves")
def change(bulk: Bulk[Shelf]):
    shelf = kept()
    for entity in bulk.entities:
        for name, value in entity.items():
            setattr(shelf, name, value)  # reached
# -- safe
from typing import Generic, TypeVar
from fastapi import FastAPI
from pydantic import BaseModel
app = FastAPI()
T = TypeVar("T")
class Bulk(BaseModel, Generic[T]):
    entities: list[T]
class Shelf(BaseModel):
    name: str
@app.put("/shelves")
def change(bulk: Bulk[Shelf]):
    shelf = kept()
    for entity in bulk.entities:
        for name, value in entity.model_dump(by_alias=True, exclude_unset=True).items():
            setattr(shelf, name, value)
# == arguments that a parser of requests declares
# rule: path-traversal
from flask_restx import Namespace, Resource
from werkzeug.datastructures import FileStorage
from PIL import Image
api = Namespace("shelves")
parser = api.parser()
parser.add_argument("cover", location="files", type=FileStorage)
parser.add_argument("room", choices=("left", "right"))
parser.add_argument("name", type=str)
@api.route("/")
class Shelves(Resource):
    def get(self):
        wanted = parser.parse_args()
        Image.open(wanted["cover"])
        open("/srv/" + wanted["room"])
        return open("/srv/" + wanted["name"]).read()  # reached
# -- safe
from flask_restx import Namespace, Resource
from werkzeug.datastructures import FileStorage
from PIL import Image
api = Namespace("shelves")
parser = api.parser()
parser.add_argument("cover", location="files", type=FileStorage)
parser.add_argument("room", choices=("left", "right"))
parser.add_argument("size", type=int)
@api.route("/")
class Shelves(Resource):
    def get(self):
        wanted = parser.parse_args()
        Image.open(wanted["cover"])
        open("/srv/" + wanted["room"])
        return open("/srv/" + str(wanted["size"])).read()
