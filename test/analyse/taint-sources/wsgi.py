import json
import os
from urllib.parse import parse_qs
from wsgiref.simple_server import make_server


def application(environ, start_response):
    os.system(f"x {environ['QUERY_STRING']}")  # finding
    os.system(f"x {environ.get('QUERY_STRING', '')}")  # finding
    os.system(f"x {environ['PATH_INFO']}")  # finding
    os.system(f"x {environ['REQUEST_URI']}")  # finding
    os.system(f"x {environ['CONTENT_TYPE']}")  # finding
    os.system(f"x {environ['HTTP_USER_AGENT']}")  # finding
    os.system(f"x {environ['wsgi.input'].read()}")  # finding
    os.system(f"x {environ['wsgi.input'].read(int(environ['CONTENT_LENGTH'])).decode()}")  # finding
    os.system(f"x {json.loads(environ['wsgi.input'].read())['a']}")  # finding
    os.system(f"x {parse_qs(environ['QUERY_STRING'])['a'][0]}")  # finding
    os.system(f"x {environ['REQUEST_METHOD']}")
    os.system(f"x {environ['REMOTE_ADDR']}")
    os.system(f"x {environ.get('REMOTE_ADDR')}")
    os.system(f"x {environ['SERVER_NAME']}")
    os.system(f"x {environ['wsgi.url_scheme']}")
    start_response('200 OK', [])
    return []


def other_name(environ, start_response):
    os.system(f"x {environ['PATH_INFO']}")  # finding
    return []


class App:
    def __call__(self, environ, start_response):
        os.system(f"x {environ['PATH_INFO']}")  # finding
        return self.wsgi_app(environ, start_response)

    def wsgi_app(self, environ, start_response):
        os.system(f"x {environ['QUERY_STRING']}")  # finding
        return []


def served(env, start):
    os.system(f"x {env['PATH_INFO']}")  # finding
    return []


make_server('', 8000, served).serve_forever()


def no_application(environ):
    os.system(f"x {environ['PATH_INFO']}")
