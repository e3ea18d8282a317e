import cgi
import os
import socketserver
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, HTTPServer, SimpleHTTPRequestHandler
from urllib.parse import parse_qs, parse_qsl, unquote, urlparse, urlsplit


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        os.system(f"x {self.path}")  # finding
        os.system(f"x {self.path[1:]}")  # finding
        os.system(f"x {self.requestline}")  # finding
        os.system(f"x {self.headers['X-Name']}")  # finding
        os.system(f"x {self.headers.get('X-Name')}")  # finding
        parsed = urlparse(self.path)
        os.system(f"x {parsed.path}")  # finding
        os.system(f"x {parsed.query}")  # finding
        os.system(f"x {parse_qs(parsed.query)['a'][0]}")  # finding
        os.system(f"x {parse_qs(urlsplit(self.path).query).get('a', [''])[0]}")  # finding
        os.system(f"x {dict(parse_qsl(parsed.query))['a']}")  # finding
        os.system(f"x {unquote(self.path)}")  # finding
        os.system(f"x {parsed.port}")
        os.system(f"x {self.client_address[0]}")
        os.system(f"x {self.command}")
        os.system(f"x {self.server.server_name}")

    def do_POST(self):
        length = int(self.headers['Content-Length'])
        body = self.rfile.read(length)
        os.system(f"x {body}")  # finding
        os.system(f"x {body.decode('utf-8')}")  # finding
        os.system(f"x {self.rfile.readline()}")  # finding
        for line in self.rfile:
            os.system(f"x {line}")  # finding
        os.system(f"x {length}")
        form = cgi.FieldStorage(fp=self.rfile, headers=self.headers)
        os.system(f"x {form.getvalue('a')}")  # finding
        os.system(f"x {form['a'].value}")  # finding
        os.system(f"x {form['a'].filename}")  # finding
        self.helper()

    def helper(self):
        os.system(f"x {self.path}")  # finding


class Files(SimpleHTTPRequestHandler):
    def do_GET(self):
        os.system(f"x {self.path}")  # finding


class Tcp(socketserver.BaseRequestHandler):
    def handle(self):
        data = self.request.recv(1024).strip()
        os.system(f"x {data}")  # finding
        os.system(f"x {data.decode()}")  # finding
        os.system(f"x {self.client_address[0]}")


class Udp(socketserver.BaseRequestHandler):
    def handle(self):
        os.system(f"x {self.request[0]}")  # finding  # known


class Stream(socketserver.StreamRequestHandler):
    def handle(self):
        os.system(f"x {self.rfile.readline().strip()}")  # finding


HTTPServer(('', 8000), Handler).serve_forever()
