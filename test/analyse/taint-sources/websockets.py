import asyncio
import os

import socketio
import websockets
from autobahn.twisted.websocket import WebSocketServerProtocol
from websockets.asyncio.server import ServerConnection, serve

sio = socketio.AsyncServer()


async def handler(websocket):
    os.system(f"x {await websocket.recv()}")  # finding
    async for message in websocket:
        os.system(f"x {message}")  # finding
    os.system(f"x {websocket.request.path}")  # finding
    os.system(f"x {websocket.remote_address[0]}")


async def old_handler(websocket, path):
    os.system(f"x {path}")  # finding
    os.system(f"x {await websocket.recv()}")  # finding


async def annotated(connection: ServerConnection):
    os.system(f"x {await connection.recv()}")  # finding


async def main():
    async with serve(handler, 'localhost', 8765):
        await asyncio.Future()


start = websockets.serve(old_handler, 'localhost', 8766)


@sio.on('message')
async def on_message(sid, data):
    os.system(f"x {data}")  # finding
    os.system(f"x {data['a']}")  # finding
    os.system(f"x {sid}")


@sio.event
async def join(sid, room):
    os.system(f"x {room}")  # finding


class Chat(socketio.AsyncNamespace):
    async def on_say(self, sid, data):
        os.system(f"x {data['a']}")  # finding
        os.system(f"x {sid}")


class Echo(WebSocketServerProtocol):
    def onMessage(self, payload, isBinary):
        os.system(f"x {payload.decode()}")  # finding
        os.system(f"x {isBinary}")
