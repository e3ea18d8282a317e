import os

from starlette.applications import Starlette
from starlette.endpoints import HTTPEndpoint, WebSocketEndpoint
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.websockets import WebSocket


async def tainted(request):
    os.system(f"x {request.query_params['a']}")  # finding
    os.system(f"x {request.query_params.get('a')}")  # finding
    os.system(f"x {request.query_params.getlist('a')[0]}")  # finding
    os.system(f"x {request.path_params['name']}")  # finding
    os.system(f"x {request.headers['x-name']}")  # finding
    os.system(f"x {request.headers.get('x-name')}")  # finding
    os.system(f"x {request.cookies['a']}")  # finding
    os.system(f"x {request.url}")  # finding
    os.system(f"x {request.url.path}")  # finding
    os.system(f"x {request.base_url}")  # finding
    os.system(f"x {await request.body()}")  # finding
    os.system(f"x {(await request.json())['a']}")  # finding
    form = await request.form()
    os.system(f"x {form['a']}")  # finding
    os.system(f"x {form.get('a')}")  # finding
    os.system(f"x {form['file'].filename}")  # finding
    os.system(f"x {await form['file'].read()}")  # finding
    async with request.form() as entered:
        os.system(f"x {entered['a']}")  # finding
    async for chunk in request.stream():
        os.system(f"x {chunk}")  # finding
    body = b''
    async for chunk in request.stream():
        body += chunk
    os.system(f"x {body}")  # finding
    return PlainTextResponse('')


async def clean(request):
    os.system(f"x {request.client.host}")
    os.system(f"x {request.session['a']}")
    os.system(f"x {request.user}")
    os.system(f"x {request.user.display_name}")
    os.system(f"x {request.method}")
    os.system(f"x {request.app.state.root}")
    return PlainTextResponse('')


async def numbered(request):
    os.system(f"x {request.path_params['number']}")
    return PlainTextResponse('')


async def annotated(req: Request):
    os.system(f"x {req.query_params['a']}")  # finding
    return PlainTextResponse('')


class Home(HTTPEndpoint):
    async def get(self, request):
        os.system(f"x {request.query_params['a']}")  # finding
        return PlainTextResponse('')


async def socket(websocket):
    os.system(f"x {await websocket.receive_text()}")  # finding
    os.system(f"x {await websocket.receive_bytes()}")  # finding
    os.system(f"x {(await websocket.receive_json())['a']}")  # finding
    async for text in websocket.iter_text():
        os.system(f"x {text}")  # finding


class Echo(WebSocketEndpoint):
    async def on_receive(self, websocket, data):
        os.system(f"x {data}")  # finding
        os.system(f"x {websocket.headers['a']}")  # finding


class Checked(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        os.system(f"x {request.headers['a']}")  # finding
        return await call_next(request)


async def annotated_socket(connection: WebSocket):
    os.system(f"x {connection.query_params['a']}")  # finding


app = Starlette(
    routes=[
        Route('/tainted/{name}', tainted),
        Route('/clean', endpoint=clean),
        Route('/home', Home),
        Route('/number/{number:int}', numbered),
        WebSocketRoute('/ws', socket),
        WebSocketRoute('/echo', Echo),
    ]
)


def added(request):
    os.system(f"x {request.query_params['a']}")  # finding


app.add_route('/added', added)
