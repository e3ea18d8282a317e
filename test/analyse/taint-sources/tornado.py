import os

import tornado.web
from tornado.escape import json_decode, url_unescape
from tornado.web import RequestHandler
from tornado.websocket import WebSocketHandler


class Base(RequestHandler):
    def prepare(self):
        os.system(f"x {self.get_argument('a')}")  # finding
        os.system(f"x {self.request.uri}")  # finding


class Tainted(Base):
    def get(self, name):
        os.system(f"x {name}")  # finding
        os.system(f"x {self.get_argument('a')}")  # finding
        os.system(f"x {self.get_argument('a', 'b')}")  # finding
        os.system(f"x {self.get_arguments('a')[0]}")  # finding
        os.system(f"x {self.get_body_argument('a')}")  # finding
        os.system(f"x {self.get_body_arguments('a')[0]}")  # finding
        os.system(f"x {self.get_query_argument('a')}")  # finding
        os.system(f"x {self.get_query_arguments('a')[0]}")  # finding
        os.system(f"x {self.get_cookie('a')}")  # finding
        os.system(f"x {self.request.arguments['a'][0]}")  # finding
        os.system(f"x {self.request.arguments['a'][0].decode()}")  # finding
        os.system(f"x {self.request.body}")  # finding
        os.system(f"x {json_decode(self.request.body)['a']}")  # finding
        os.system(f"x {self.request.body_arguments['a'][0]}")  # finding
        os.system(f"x {self.request.query_arguments['a'][0]}")  # finding
        os.system(f"x {self.request.query}")  # finding
        os.system(f"x {url_unescape(self.request.query)}")  # finding
        os.system(f"x {self.request.uri}")  # finding
        os.system(f"x {self.request.path}")  # finding
        os.system(f"x {self.request.headers['X-Name']}")  # finding
        os.system(f"x {self.request.headers.get('X-Name')}")  # finding
        os.system(f"x {self.request.host}")  # finding
        os.system(f"x {self.request.cookies['a'].value}")  # finding
        os.system(f"x {self.request.files['a'][0]['filename']}")  # finding
        os.system(f"x {self.request.files['a'][0].filename}")  # finding
        os.system(f"x {self.request.files['a'][0].body}")  # finding
        os.system(f"x {self.request.full_url()}")  # finding
        os.system(f"x {self.path_args[0]}")  # finding
        os.system(f"x {self.path_kwargs['a']}")  # finding

    async def post(self, *args, **kwargs):
        os.system(f"x {args[0]}")  # finding
        os.system(f"x {kwargs['a']}")  # finding


class Clean(Base):
    def initialize(self, root):
        os.system(f"x {root}")

    def get(self):
        os.system(f"x {self.get_secure_cookie('a')}")
        os.system(f"x {self.get_signed_cookie('a')}")
        os.system(f"x {self.request.remote_ip}")
        os.system(f"x {self.request.method}")
        os.system(f"x {self.current_user}")
        os.system(f"x {self.settings['root']}")
        os.system(f"x {int(self.get_argument('a'))}")


class Numbered(RequestHandler):
    def get(self, number):
        os.system(f"x {number}")


class Chat(WebSocketHandler):
    def open(self, room):
        os.system(f"x {room}")  # finding

    def on_message(self, message):
        os.system(f"x {message}")  # finding
        os.system(f"x {self.get_argument('a')}")  # finding


class Qualified(tornado.web.RequestHandler):
    def get(self):
        os.system(f"x {self.get_argument('a')}")  # finding


app = tornado.web.Application(
    [
        (r'/tainted/(.*)', Tainted),
        (r'/clean', Clean, {'root': '/srv'}),
        (r'/number/([0-9]+)', Numbered),
        (r'/chat/(.*)', Chat),
        tornado.web.url(r'/q', Qualified),
    ]
)
