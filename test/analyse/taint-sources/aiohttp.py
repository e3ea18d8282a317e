import os

from aiohttp import WSMsgType, web

routes = web.RouteTableDef()


@routes.get('/items/{name}')
async def tainted(request):
    os.system(f"x {request.query['a']}")  # finding
    os.system(f"x {request.query.get('a')}")  # finding
    os.system(f"x {request.query.getall('a')[0]}")  # finding
    os.system(f"x {request.query_string}")  # finding
    os.system(f"x {request.rel_url}")  # finding
    os.system(f"x {request.rel_url.query['a']}")  # finding
    os.system(f"x {request.url}")  # finding
    os.system(f"x {request.path}")  # finding
    os.system(f"x {request.path_qs}")  # finding
    os.system(f"x {request.raw_path}")  # finding
    os.system(f"x {request.match_info['name']}")  # finding
    os.system(f"x {request.match_info.get('name')}")  # finding
    os.system(f"x {request.headers['X-Name']}")  # finding
    os.system(f"x {request.headers.get('X-Name')}")  # finding
    os.system(f"x {request.raw_headers[0]}")  # finding
    os.system(f"x {request.cookies['a']}")  # finding
    os.system(f"x {request.host}")  # finding
    os.system(f"x {await request.content.read()}")  # finding
    os.system(f"x {request.forwarded[0]}")  # finding
    os.system(f"x {await request.text()}")  # finding
    os.system(f"x {await request.read()}")  # finding
    os.system(f"x {(await request.json())['a']}")  # finding
    form = await request.post()
    os.system(f"x {form['a']}")  # finding
    os.system(f"x {form['file'].filename}")  # finding
    os.system(f"x {form['file'].file.read()}")  # finding
    reader = await request.multipart()
    part = await reader.next()
    os.system(f"x {part.filename}")  # finding
    os.system(f"x {part.name}")  # finding
    os.system(f"x {await part.text()}")  # finding
    os.system(f"x {await part.read()}")  # finding
    async for one in reader:
        os.system(f"x {one.filename}")  # finding
    async for line in request.content:
        os.system(f"x {line}")  # finding
    return web.Response()


@routes.post('/clean')
async def clean(request):
    os.system(f"x {request.remote}")
    os.system(f"x {request.method}")
    os.system(f"x {request.content_length}")
    os.system(f"x {request.app['root']}")
    os.system(f"x {int(request.query['a'])}")
    return web.Response()


async def added(request):
    os.system(f"x {request.query['a']}")  # finding
    return web.Response()


async def added_route(request):
    os.system(f"x {request.query['a']}")  # finding
    return web.Response()


async def listed(request):
    os.system(f"x {request.query['a']}")  # finding
    return web.Response()


async def annotated(req: web.Request) -> web.Response:
    os.system(f"x {req.query['a']}")  # finding
    return web.Response()


class Page(web.View):
    async def get(self):
        os.system(f"x {self.request.query['a']}")  # finding
        os.system(f"x {self.request.method}")
        return web.Response()


@web.middleware
async def middleware(request, handler):
    os.system(f"x {request.query['a']}")  # finding
    return await handler(request)


async def socket(request):
    ws = web.WebSocketResponse()
    await ws.prepare(request)
    message = await ws.receive()
    os.system(f"x {message.data}")  # finding
    os.system(f"x {await ws.receive_str()}")  # finding
    os.system(f"x {(await ws.receive_json())['a']}")  # finding
    async for msg in ws:
        if msg.type == WSMsgType.TEXT:
            os.system(f"x {msg.data}")  # finding
            os.system(f"x {msg.json()['a']}")  # finding
    return ws


app = web.Application(middlewares=[middleware])
app.add_routes(routes)
app.router.add_get('/added', added)
app.router.add_route('POST', '/route', added_route)
app.router.add_view('/page', Page)
app.add_routes([web.get('/listed', listed), web.get('/ws', socket)])


async def no_handler(request):
    os.system(f"x {request.query['a']}")  # finding
