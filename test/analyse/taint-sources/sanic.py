import os

from sanic import Blueprint, Request, Sanic
from sanic.response import text
from sanic.views import HTTPMethodView

app = Sanic('app')
parts = Blueprint('parts')


@app.get('/<name>')
async def tainted(request, name):
    os.system(f"x {name}")  # finding
    os.system(f"x {request.args['a'][0]}")  # finding
    os.system(f"x {request.args.get('a')}")  # finding
    os.system(f"x {request.args.getlist('a')[0]}")  # finding
    os.system(f"x {request.query_args[0][1]}")  # finding
    os.system(f"x {request.form['a']}")  # finding
    os.system(f"x {request.form.get('a')}")  # finding
    os.system(f"x {request.files['a'][0].name}")  # finding
    os.system(f"x {request.files.get('a').name}")  # finding
    os.system(f"x {request.files.get('a').body}")  # finding
    os.system(f"x {request.json['a']}")  # finding
    os.system(f"x {request.body}")  # finding
    os.system(f"x {request.headers['X-Name']}")  # finding
    os.system(f"x {request.cookies['a']}")  # finding
    os.system(f"x {request.cookies.get('a')}")  # finding
    os.system(f"x {request.url}")  # finding
    os.system(f"x {request.path}")  # finding
    os.system(f"x {request.query_string}")  # finding
    os.system(f"x {request.match_info['name']}")  # finding
    os.system(f"x {request.host}")  # finding
    os.system(f"x {request.token}")  # finding
    os.system(f"x {request.method}")
    os.system(f"x {request.ip}")
    os.system(f"x {request.app.config.ROOT}")
    return text('')


@parts.post('/number/<number:int>')
async def numbered(request, number):
    os.system(f"x {number}")
    return text('')


@app.get('/typed/<name:str>')
async def typed(request: Request, name: str):
    os.system(f"x {name}")  # finding
    os.system(f"x {request.args.get('a')}")  # finding
    return text('')


class Item(HTTPMethodView):
    async def get(self, request, name):
        os.system(f"x {name}")  # finding
        os.system(f"x {request.args.get('a')}")  # finding
        return text('')


@app.websocket('/ws')
async def feed(request, ws):
    os.system(f"x {await ws.recv()}")  # finding
    os.system(f"x {request.args.get('a')}")  # finding
    async for message in ws:
        os.system(f"x {message}")  # finding


async def added(request, name):
    os.system(f"x {name}")  # finding
    return text('')


app.add_route(added, '/added/<name>')
app.add_route(Item.as_view(), '/item/<name>')
