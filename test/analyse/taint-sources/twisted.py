import os

from klein import Klein
from twisted.internet.protocol import DatagramProtocol, Protocol
from twisted.protocols.basic import LineReceiver
from twisted.web.resource import Resource

app = Klein()


class Page(Resource):
    isLeaf = True

    def render_GET(self, request):
        os.system(f"x {request.args[b'a'][0]}")  # finding
        os.system(f"x {request.args[b'a'][0].decode()}")  # finding
        os.system(f"x {request.uri}")  # finding
        os.system(f"x {request.path}")  # finding
        os.system(f"x {request.prepath[0]}")  # finding
        os.system(f"x {request.postpath[0]}")  # finding
        os.system(f"x {request.received_cookies[b'a']}")  # finding
        os.system(f"x {request.requestHeaders.getRawHeaders(b'a')[0]}")  # finding
        os.system(f"x {request.getHeader(b'a')}")  # finding
        os.system(f"x {request.getCookie(b'a')}")  # finding
        os.system(f"x {request.getUser()}")  # finding
        os.system(f"x {request.getPassword()}")  # finding
        os.system(f"x {request.getClientAddress()}")
        os.system(f"x {request.method}")
        return b''

    def render_POST(self, request):
        os.system(f"x {request.content.read()}")  # finding
        return b''

    def getChild(self, path, request):
        os.system(f"x {path}")  # finding
        return self


class Echo(Protocol):
    def dataReceived(self, data):
        os.system(f"x {data}")  # finding


class Lines(LineReceiver):
    def lineReceived(self, line):
        os.system(f"x {line.decode()}")  # finding

    def rawDataReceived(self, data):
        os.system(f"x {data}")  # finding


class Packets(DatagramProtocol):
    def datagramReceived(self, datagram, address):
        os.system(f"x {datagram}")  # finding
        os.system(f"x {address[0]}")


@app.route('/<name>')
def by_name(request, name):
    os.system(f"x {name}")  # finding
    os.system(f"x {request.args[b'a'][0]}")  # finding
    return ''


@app.route('/number/<int:number>')
def by_number(request, number):
    os.system(f"x {number}")
    return ''


class Service:
    app = Klein()

    @app.route('/service/<name>')
    def show(self, request, name):
        os.system(f"x {name}")  # finding
        os.system(f"x {request.args[b'a'][0]}")  # finding
        return ''
