# == the class of the framework itself, its attribute
# file: tornado/__init__.py
# file: tornado/httputil.py
class HTTPServerRequest:
    def __init__(self, method, uri):
        self.method = method
        self.path, _, self.query = uri.partition("?")
# file: tornado/web.py
import os
from tornado import httputil

class RequestHandler:
    def __init__(self, application, request: httputil.HTTPServerRequest):
        self.application = application
        self.request = request

class ListingHandler(RequestHandler):
    def get(self):
        os.system("ls " + self.request.path)  # reached
# -- safe
# file: tornado/__init__.py
# file: tornado/httputil.py
class HTTPServerRequest:
    def __init__(self, method, uri):
        self.method = method
        self.path, _, self.query = uri.partition("?")
# file: tornado/web.py
import os
from tornado import httputil

class RequestHandler:
    def __init__(self, application, request: httputil.HTTPServerRequest):
        self.application = application
        self.request = request

class ListingHandler(RequestHandler):
    def get(self):
        os.system("ls " + self.request.method)
# == a method of the framework itself, as source and as sink
# rule: open-redirect
# file: tornado/__init__.py
# file: tornado/web.py
class RequestHandler:
    def __init__(self, application, request):
        self.request = request
        self._headers = {}

    def get_argument(self, name, default=None):
        return self.request.arguments.get(name, default)

    def redirect(self, url, permanent=False):
        self._headers["Location"] = url

class MovedHandler(RequestHandler):
    def get(self):
        self.redirect(self.get_argument("to"))  # reached
# -- safe
# rule: open-redirect
# file: tornado/__init__.py
# file: tornado/web.py
class RequestHandler:
    def __init__(self, application, request):
        self.request = request
        self._headers = {}

    def get_argument(self, name, default=None):
        return self.request.arguments.get(name, default)

    def redirect(self, url, permanent=False):
        self._headers["Location"] = url

class MovedHandler(RequestHandler):
    def get(self):
        self.redirect("/moved/" + self.get_argument("to"))
# == a class that only shares its name with the framework's
# file: tornado/__init__.py
# file: tornado/httputil.py
class HTTPServerRequest:
    def __init__(self, uri):
        self.path = uri
# file: main.py
import os
from tornado.httputil import HTTPServerRequest

def listing(request: HTTPServerRequest):
    os.system("ls " + request.path)  # reached
# -- safe
# file: shop/__init__.py
# file: shop/httputil.py
class HTTPServerRequest:
    def __init__(self, uri):
        self.path = uri
# file: main.py
import os
from shop.httputil import HTTPServerRequest

def listing(request: HTTPServerRequest):
    os.system("ls " + request.path)
# == a step of the framework's own class, which it calls itself
# rule: path-traversal
# file: http/__init__.py
# file: http/server.py
import os

class BaseHTTPRequestHandler:
    def handle(self):
        self.path = self.rfile.readline().decode()
        self.do_GET()

class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    def do_GET(self):
        return open(self.translate_path(self.path)).read()  # reached

    def translate_path(self, path):
        return os.path.join("/srv/files", path)
# -- safe
# rule: path-traversal
# file: http/__init__.py
# file: http/server.py
import os

class BaseHTTPRequestHandler:
    def handle(self):
        self.path = self.rfile.readline().decode()
        self.do_GET()

class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    def do_GET(self):
        return open(self.translate_path("/index.html")).read()

    def translate_path(self, path):
        return os.path.join("/srv/files", path)
# == a step of the framework's class, in a class that others write
# rule: path-traversal
from http.server import SimpleHTTPRequestHandler

class Files(SimpleHTTPRequestHandler):
    def translate_path(self, path):
        return os.listdir("/srv/files/" + path)  # reached
# -- safe
# rule: path-traversal
from http.server import SimpleHTTPRequestHandler

class Files(SimpleHTTPRequestHandler):
    def translate_path(self, path):
        return os.listdir("/srv/files/" + os.path.basename(path))
# == a request class of one's own, around what the server gives
# rule: command-injection
# file: kit/__init__.py
# file: kit/request.py
from functools import cached_property
from urllib.parse import parse_qs

class Request:
    def __init__(self, environ):
        self.environ = environ

    @cached_property
    def query(self):
        return {k: v[0] for k, v in parse_qs(self.environ.get("QUERY_STRING", "")).items()}

    def header(self, name):
        return self.environ.get("HTTP_" + name.upper())
# file: pages.py
import os
from kit.request import Request

def ping(request: Request):
    os.system("ping " + request.query["host"])  # reached
    os.system("ping " + request.header("target"))  # reached
# -- safe
# rule: command-injection
# file: kit/__init__.py
# file: kit/request.py
class Request:
    def __init__(self, environ):
        self.environ = environ

    @property
    def host(self):
        return self.environ.get("PING_HOST", "")
# file: pages.py
import os
from kit.request import Request

def ping(request: Request):
    os.system("ping " + request.host)
# == a request class of one's own for ASGI
# rule: command-injection
# file: kit/__init__.py
# file: kit/request.py
from urllib.parse import parse_qsl

class Request:
    def __init__(self, scope, receive):
        self.scope = scope
        self.receive = receive

    @property
    def query(self):
        return dict(parse_qsl(self.scope["query_string"].decode()))

    @property
    def kind(self):
        return self.scope["type"]
# file: pages.py
import os
from kit.request import Request

async def ping(request: Request):
    os.system("ping " + request.query["host"])  # reached
# -- safe
# rule: command-injection
# file: kit/__init__.py
# file: kit/request.py
from urllib.parse import parse_qsl

class Request:
    def __init__(self, scope, receive):
        self.scope = scope
        self.receive = receive

    @property
    def query(self):
        return dict(parse_qsl(self.scope["query_string"].decode()))

    @property
    def kind(self):
        return self.scope["type"]
# file: pages.py
import os
from kit.request import Request

async def ping(request: Request):
    os.system("ping " + request.kind)
