import os

import falcon


class Item:
    def on_get(self, req, resp, name):
        os.system(f"x {name}")  # finding
        os.system(f"x {req.params['a']}")  # finding
        os.system(f"x {req.get_param('a')}")  # finding
        os.system(f"x {req.get_param_as_list('a')[0]}")  # finding
        os.system(f"x {req.headers['X-NAME']}")  # finding
        os.system(f"x {req.get_header('X-Name')}")  # finding
        os.system(f"x {req.cookies['a']}")  # finding
        os.system(f"x {req.get_cookie_values('a')[0]}")  # finding
        os.system(f"x {req.path}")  # finding
        os.system(f"x {req.uri}")  # finding
        os.system(f"x {req.url}")  # finding
        os.system(f"x {req.relative_uri}")  # finding
        os.system(f"x {req.query_string}")  # finding
        os.system(f"x {req.host}")  # finding
        os.system(f"x {req.referer}")  # finding
        os.system(f"x {req.get_param_as_int('a')}")
        os.system(f"x {req.get_param_as_float('a')}")
        os.system(f"x {req.get_param_as_bool('a')}")
        os.system(f"x {req.get_param_as_uuid('a')}")
        os.system(f"x {req.get_param_as_date('a')}")
        os.system(f"x {req.method}")
        os.system(f"x {req.context.user}")

    async def on_post(self, req, resp):
        os.system(f"x {req.media['a']}")  # finding
        os.system(f"x {req.get_media()['a']}")  # finding
        os.system(f"x {await req.get_media()}")  # finding
        os.system(f"x {req.stream.read()}")  # finding
        os.system(f"x {req.bounded_stream.read()}")  # finding

    def on_get_list(self, req, resp, kind):
        os.system(f"x {kind}")  # finding
        os.system(f"x {req.params['a']}")  # finding

    def on_delete(self, req, resp, number):
        os.system(f"x {number}")  # known


class Annotated:
    def on_get(self, request: falcon.Request, response: falcon.Response) -> None:
        os.system(f"x {request.params['a']}")  # finding


class Mail:
    def on_get(self, request, response):
        os.system(f"x {request.params['a']}")  # finding

    def on_put(self, request, response):
        os.system(f"x {request.get_param('a')}")  # finding


class Window:
    def on_get(self, widget, event, name):
        os.system(f"x {name}")


app = falcon.App()
app.add_route('/items/{name}', Item())
app.add_route('/numbers/{number:int}', Item())
