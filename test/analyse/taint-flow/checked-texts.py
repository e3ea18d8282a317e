# == a text with a hole is checked for what leads out
# rule: path-traversal
def view():
    path = f"{request.args['q']}.txt"
    if path.startswith("/") or ".." in request.args["r"]:
        abort(400)
    return open(os.path.join("/srv/files", path)).read()  # reached
# -- safe
def view():
    path = f"{request.args['q']}.txt"
    if path.startswith("/") or ".." in path:
        abort(400)
    return open(os.path.join("/srv/files", path)).read()
# == a text with a hole is one of a few, and a part of another
def view():
    word = f"{request.args['q']}.txt"
    if word not in request.args["r"]:
        abort(400)
    os.system("ls " + word)  # reached
# -- safe
def view():
    word = f"{request.args['q']}.txt"
    if word not in ("a.txt", "b.txt"):
        abort(400)
    os.system("ls " + word)
# == a text with two holes
# rule: path-traversal
def view():
    shelf, name = request.args["a"], request.args["b"]
    path = f"{shelf}/{name}"
    if ".." in shelf or shelf.startswith("/"):
        abort(400)
    return open(os.path.join("/srv/files", path)).read()  # reached
# -- safe
def view():
    shelf, name = request.args["a"], request.args["b"]
    path = f"{shelf}/{name}"
    if ".." in path or path.startswith("/"):
        abort(400)
    return open(os.path.join("/srv/files", path)).read()
# == the whole is checked, and a part of it used alone
# rule: path-traversal
def view():
    name = request.args["a"]
    path = f"x{name}"
    if path.startswith("/"):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["a"]
    path = f"x{name}"
    if path.startswith("/") or ".." in path:
        abort(400)
    return open(os.path.join("/srv/files", path)).read()
# == joined from its characters, then checked
# rule: path-traversal
def plain(text):
    return "".join(sign if sign > " " else f"%{ord(sign):02x}" for sign in text)
def view():
    name = plain(request.args["q"])
    if "#" in name:
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def plain(text):
    return "".join(sign if sign > " " else f"%{ord(sign):02x}" for sign in text)
def view():
    name = plain(request.args["q"])
    if ".." in name.split("/") or os.path.isabs(name):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == checked as what get() gives, read under the key
# rule: path-traversal
from flask import request
def view():
    sent = request.get_json()
    if not isinstance(sent.get("name"), str) or "/" in sent.get("title"):
        raise ValueError("name")
    return open("/srv/" + sent["name"]).read()  # reached
# -- safe
from flask import request
import re
def view():
    sent = request.get_json()
    if not re.fullmatch(r"[a-z]+", sent.get("name")):
        raise ValueError("name")
    return open("/srv/" + sent["name"]).read()
# == a pattern in Tornado's table of routes
# rule: path-traversal
import tornado.web
class Sound(tornado.web.RequestHandler):
    def get(self, name):
        self.write(open("/srv/" + name).read())  # reached
app = tornado.web.Application([(r"/sound/(.+)", Sound)])
# -- safe
import tornado.web
class Sound(tornado.web.RequestHandler):
    def get(self, name):
        self.write(open("/srv/" + name).read())
app = tornado.web.Application([(r"/sound/([a-z0-9]+)", Sound)])
# == two routes lead to one handler
# rule: path-traversal
from flask import Flask
app = Flask(__name__)
@app.route("/number/<int:name>")
@app.route("/name/<path:name>")
def view(name):
    return open("/srv/" + str(name)).read()  # reached
# -- safe
from flask import Flask
app = Flask(__name__)
@app.route("/number/<int:name>")
@app.route("/number", defaults={"name": 1})
def view(name):
    return open("/srv/" + str(name)).read()
# == a pattern in the route, read by name
# rule: path-traversal
from aiohttp import web
routes = web.RouteTableDef()
@routes.get("/files/{name:.+}")
async def view(request):
    return web.Response(body=open("/srv/" + request.match_info["name"]).read())  # reached
# -- safe
from aiohttp import web
routes = web.RouteTableDef()
@routes.get("/files/{name:[0-9a-f]{32}}")
async def view(request):
    return web.Response(body=open("/srv/" + request.match_info["name"]).read())
# == a call that ends the request
# rule: path-traversal
import grpc
import notes_pb2_grpc
class Notes(notes_pb2_grpc.NotesServicer):
    def Read(self, request, context):
        if "/" in request.name or request.name.startswith("."):
            context.set_code(grpc.StatusCode.INVALID_ARGUMENT)
        return open("/srv/notes/" + request.name).read()  # reached
# -- safe
import grpc
import notes_pb2_grpc
class Notes(notes_pb2_grpc.NotesServicer):
    def Read(self, request, context):
        if "/" in request.name or request.name.startswith("."):
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, "name")
        return open("/srv/notes/" + request.name).read()
# == what a compiled pattern leaves
# rule: path-traversal
import re
KEPT = re.compile(r"[^0-9A-Za-z_./]")
def view():
    name = re.sub(KEPT, "_", request.args["q"])
    return open("/srv/files/%s" % name).read()  # reached
# -- safe
import re
KEPT = re.compile(r"[^0-9A-Za-z_]")
def view():
    name = re.sub(KEPT, "_", request.args["q"])
    return open("/srv/files/%s" % name).read()
# == a compiled pattern as an argument is a check
# rule: path-traversal
import re
NAME = re.compile(r"[0-9A-Za-z_./]+")
def view():
    name = request.args["q"]
    if not re.fullmatch(NAME, name):
        abort(400)
    return open("/srv/files/%s" % name).read()  # reached
# -- safe
import re
NAME = re.compile(r"[0-9A-Za-z_]+")
def view():
    name = request.args["q"]
    if not re.fullmatch(NAME, name):
        abort(400)
    return open("/srv/files/%s" % name).read()
# == a pattern that a class keeps
# rule: path-traversal
import re
KEPT = re.compile(r"[^0-9A-Za-z_]")
class Upload:
    KEPT = KEPT
    def save(self):
        self.name = re.sub(self.KEPT, "_", request.args["q"]) + request.args["r"]
        return open("/srv/files/%s" % self.name).read()  # reached
# -- safe
import re
KEPT = re.compile(r"[^0-9A-Za-z_]")
class Upload:
    KEPT = KEPT
    def save(self):
        self.name = re.sub(self.KEPT, "_", request.args["q"]) or "none"
        return open("/srv/files/%s" % self.name).read()
# == a parameter's pattern has a name
# rule: path-traversal
from fastapi import FastAPI, Query
app = FastAPI()
LANGUAGE = (
    "^[a-zA-Z./]{2,3}(-[a-zA-Z0-9]{2,4})?$"
)
@app.get("/words")
def words(language: str = Query(default="en", pattern=LANGUAGE)):
    return open("/srv/words/" + language).read()  # reached
# -- safe
from fastapi import FastAPI, Query
app = FastAPI()
LANGUAGE = (
    "^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,4})?$"
)
@app.get("/words")
def words(language: str = Query(default="en", pattern=LANGUAGE)):
    return open("/srv/words/" + language).read()

# == looked at without the beginning of an address
# rule: open-redirect
import re
from flask import Flask, redirect

app = Flask(__name__)

@app.get('/away')
def away():
    target = request.args['to']
    if re.match(r'https://shop\.example\.org', target):
        return redirect(target)  # reached
    return ''
# -- safe
import re
from flask import Flask, redirect

app = Flask(__name__)
OURS = re.compile(r'^https?://shop\.example\.org/')

@app.get('/away')
def away():
    target = request.args['to']
    if re.match(r'https://shop\.example\.org/', target):
        return redirect(target)
    if OURS.match(target):
        return redirect(target)
    return ''

# == what is between the quotes of a query
# rule: xpath-injection
from flask import Flask
from lxml import etree

app = Flask(__name__)
tree = etree.parse('parcels.xml')

@app.get('/parcel')
def parcel():
    code = request.args['code']
    if "'" in code:
        abort(400)
    tree.xpath('//parcel[@code="' + code + '"]')  # reached
    tree.xpath(f"//{code}")  # reached
    other = request.args['other']
    return str(tree.xpath(f"//parcel[@code='{other}']"))  # reached
# -- safe
from flask import Flask
from lxml import etree

app = Flask(__name__)
tree = etree.parse('parcels.xml')

@app.get('/parcel')
def parcel():
    code = request.args['code']
    if "'" in code:
        abort(400)
    tree.xpath("//parcel[@code='" + code + "']")
    other = request.args['other'].replace('"', '')
    return str(tree.xpath(f'//parcel[@code="{other}"]'))

# == what a match says when it is written out
# rule: reflected-xss
import re
from flask import Flask

app = Flask(__name__)

@app.get('/first')
def first():
    return str(re.search('[^a]+', request.args['word']))  # reached
# -- safe
import re
from flask import Flask

app = Flask(__name__)

@app.get('/first')
def first():
    return str(re.search(request.args['word'], 'the text of the house')) + str(re.search('[a-z]+', request.args['word']))

# == the left side of `and`
def show():
    os.system(request.args['verbose'] and request.args['word'])  # reached
# -- safe
def show():
    os.system(request.args['verbose'] and 'ls -l')
# == a name with dots that may begin with one
# rule: ssrf-partial
import re
import requests
def view():
    name = request.args["q"]
    if re.fullmatch(r"[\w.-]+", name) is None:
        abort(400)
    return requests.get(f"https://crates.example/api/{name}/lid").text  # reached
# -- safe
import re
import requests
def view():
    name = request.args["q"]
    if re.fullmatch(r"[A-Za-z][\w.-]+", name) is None:
        abort(400)
    return requests.get(f"https://crates.example/api/{name}/lid").text
# == a file's name with dots that may begin with one
# rule: path-traversal
import re
def view():
    name = request.args["q"]
    if re.fullmatch(r"[\w.-]+", name) is None:
        abort(400)
    return open("/srv/crates/" + name + "/lid").read()  # reached
# -- safe
import re
def view():
    name = request.args["q"]
    if re.fullmatch(r"[A-Za-z][\w.-]+", name) is None:
        abort(400)
    return open("/srv/crates/" + name + "/lid").read()
# == a pattern whose end is the end of any line
# rule: path-traversal
import re
NAME = re.compile(r"^[0-9A-Za-z_]+$", re.MULTILINE)
def view():
    name = request.args["q"]
    if not NAME.match(name):
        abort(400)
    return open("/srv/files/%s" % name).read()  # reached
# -- safe
import re
NAME = re.compile(r"^[0-9A-Za-z_]+$", re.IGNORECASE)
def view():
    name = request.args["q"]
    if not NAME.match(name):
        abort(400)
    return open("/srv/files/%s" % name).read()
# == a pattern with its flag inside
# rule: path-traversal
import re
def view():
    name = request.args["q"]
    if not re.search(r"(?m)^[0-9A-Za-z_]+\Z", name):
        abort(400)
    return open("/srv/files/%s" % name).read()  # reached
# -- safe
import re
def view():
    name = request.args["q"]
    if not re.search(r"(?m)\A[0-9A-Za-z_]+\Z", name):
        abort(400)
    return open("/srv/files/%s" % name).read()
# == a pattern that is tried in every line
# rule: open-redirect
import re
from flask import redirect
def view():
    target = request.args["to"]
    if not re.search(r"^https://shop\.example\.org/", target, re.M):
        abort(400)
    return redirect(target)  # reached
# -- safe
import re
from flask import redirect
def view():
    target = request.args["to"]
    if not re.match(r"^https://shop\.example\.org/", target, re.M):
        abort(400)
    return redirect(target)
