import os
from dataclasses import dataclass
from uuid import UUID

from litestar import Controller, Litestar, Request, WebSocket, get, post, websocket, websocket_listener
from litestar.datastructures import State, UploadFile
from litestar.di import Provide


@dataclass
class Item:
    name: str
    count: int


@get('/items/{name:str}')
async def get_item(name: str, number: int, key: UUID, request: Request, state: State) -> str:
    os.system(f"x {name}")  # finding
    os.system(f"x {request.query_params['a']}")  # finding
    os.system(f"x {request.path_params['name']}")  # finding
    os.system(f"x {request.headers['a']}")  # finding
    os.system(f"x {request.cookies['a']}")  # finding
    os.system(f"x {request.url}")  # finding
    os.system(f"x {await request.body()}")  # finding
    os.system(f"x {(await request.json())['a']}")  # finding
    os.system(f"x {(await request.form())['a']}")  # finding
    os.system(f"x {number}")
    os.system(f"x {key}")
    os.system(f"x {request.user}")
    os.system(f"x {request.auth}")
    os.system(f"x {state.root}")
    return ''


@post('/items')
async def create(data: Item, untyped) -> None:
    os.system(f"x {data.name}")  # finding
    os.system(f"x {untyped}")  # finding
    os.system(f"x {data.count}")


@post('/upload')
async def upload(data: UploadFile) -> None:
    os.system(f"x {data.filename}")  # finding
    os.system(f"x {await data.read()}")  # finding


class Items(Controller):
    path = '/c'

    @get('/{name:str}')
    async def one(self, name: str, number: int) -> str:
        os.system(f"x {name}")  # finding
        os.system(f"x {number}")
        return ''


@websocket('/ws')
async def handler(socket: WebSocket) -> None:
    os.system(f"x {await socket.receive_text()}")  # finding
    os.system(f"x {(await socket.receive_json())['a']}")  # finding


@websocket_listener('/listen')
async def listen(data: str) -> str:
    os.system(f"x {data}")  # finding
    return data


app = Litestar([get_item, create, upload, Items, handler, listen])
