import os


async def app(scope, receive, send):
    os.system(f"x {scope['path']}")  # finding
    os.system(f"x {scope['raw_path']}")  # finding
    os.system(f"x {scope['query_string'].decode()}")  # finding
    os.system(f"x {dict(scope['headers'])[b'host']}")  # finding
    message = await receive()
    os.system(f"x {message['body']}")  # finding
    os.system(f"x {message.get('text')}")  # finding
    os.system(f"x {scope['method']}")
    os.system(f"x {scope['type']}")
    os.system(f"x {scope['client'][0]}")
    os.system(f"x {scope['server'][0]}")


class Middleware:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        os.system(f"x {scope['path']}")  # finding
        os.system(f"x {(await receive())['body']}")  # finding
        await self.app(scope, receive, send)
