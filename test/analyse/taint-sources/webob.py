import os

import webob
import webob.dec
from webob import Request


class Application:
    def __call__(self, environ, start_response):
        request = Request(environ)
        os.system(f"x {request.params['a']}")  # finding
        os.system(f"x {request.GET['a']}")  # finding
        os.system(f"x {request.path_info}")  # finding
        os.system(f"x {request.method}")
        return []


class Middleware:
    @webob.dec.wsgify
    def __call__(self, req):
        os.system(f"x {req.headers['X-Name']}")  # finding
        os.system(f"x {req.body}")  # finding
        os.system(f"x {req.method}")


@webob.dec.wsgify(RequestClass=webob.Request)
def handler(request):
    os.system(f"x {request.params['a']}")  # finding


class OwnRequest(webob.Request):
    def name(self):
        os.system(f"x {self.headers['X-Name']}")  # finding
        return self.params['name']


def helper(req: OwnRequest):
    os.system(f"x {req.name()}")  # finding
    os.system(f"x {req.params['a']}")  # finding
