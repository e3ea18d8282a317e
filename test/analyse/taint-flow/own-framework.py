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
