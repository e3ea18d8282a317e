# == a handler of the base, a step of the subclass
import tornado.web
class Desk(tornado.web.RequestHandler):
    def get(self, *args, **kwargs):
        self.write(self.serve(*args, **kwargs))
    def serve(self, *args, **kwargs):
        raise NotImplementedError
class Shelf(Desk):
    def serve(self, name):
        return os.popen("ls " + name).read()  # reached
# -- safe
import tornado.web
class Desk(tornado.web.RequestHandler):
    def get(self, *args, **kwargs):
        self.write(self.serve(*args, **kwargs))
    def serve(self, *args, **kwargs):
        raise NotImplementedError
class Shelf(Desk):
    def serve(self, name):
        return os.popen("ls " + str(int(name))).read()
# == the base reads the request and hands it to a step two classes below
from flask.views import MethodView
class Desk(MethodView):
    def post(self):
        return self.accept(request.form)
    def accept(self, form):
        return self.store(form["title"])
    def store(self, title):
        return title
class Drawer(Desk):
    pass
class Shelf(Drawer):
    def store(self, title):
        os.system("label " + title)  # reached
# -- safe
from flask.views import MethodView
class Desk(MethodView):
    def post(self):
        return self.accept(request.form)
    def accept(self, form):
        return self.store("untitled")
    def store(self, title):
        return title
class Drawer(Desk):
    pass
class Shelf(Drawer):
    def store(self, title):
        os.system("label " + title)
# == a subclass has a handler of its own
from flask.views import MethodView
class Desk(MethodView):
    def post(self):
        return self.store(request.form["title"])
    def store(self, title):
        return title
class Shelf(Desk):
    def post(self):
        return self.store(request.form["title"])
    def store(self, title):
        os.system("label " + title)  # reached
# -- safe
from flask.views import MethodView
class Desk(MethodView):
    def post(self):
        return self.store(request.form["title"])
    def store(self, title):
        return title
class Shelf(Desk):
    def post(self):
        return self.store("untitled")
    def store(self, title):
        os.system("label " + title)
# == a method by a name of which the beginning is known
from flask import Flask
class Desk:
    def do_list(self, what):
        os.system("ls " + what)  # reached
    def undo_list(self, what):
        os.system("rm " + what)
app = Flask(__name__)
@app.get("/")
def view():
    desk = Desk()
    return getattr(desk, "do_" + request.args["verb"])(request.args["what"])
# -- safe
from flask import Flask
class Desk:
    def do_list(self, what):
        os.system("ls " + str(int(what)))
    def undo_list(self, what):
        os.system("rm " + what)
app = Flask(__name__)
@app.get("/")
def view():
    desk = Desk()
    return getattr(desk, "do_" + request.args["verb"])(request.args["what"])
# == a handler of a mixin, which has no base itself
import tornado.web
class Listing:
    def get(self):
        os.system("ls " + self.get_argument("what"))  # reached
class Shelf(Listing, tornado.web.RequestHandler):
    pass
# -- safe
class Listing:
    def get(self):
        os.system("ls " + self.get_argument("what"))
class Shelf(Listing):
    pass
# == what the resource above has put on the request
from twisted.web.resource import Resource
class Desk(Resource):
    def getChild(self, name, request):
        request.wanted = name
        return Shelf()
class Shelf(Resource):
    def render_GET(self, request):
        os.system(b"ls " + request.wanted)  # reached
        return b""
# -- safe
from twisted.web.resource import Resource
class Desk(Resource):
    def getChild(self, name, request):
        request.wanted = b"all"
        return Shelf()
class Shelf(Resource):
    def render_GET(self, request):
        os.system(b"ls " + request.wanted)
        return b""
# == a view that sets what every request has
from django.http import HttpRequest, HttpResponse
def show(request: HttpRequest):
    if request.method == "POST":
        os.system("ls " + request.POST["what"])  # reached
    return HttpResponse("")
def again(request: HttpRequest):
    request.method = "GET"
    return show(request)
# -- safe
from django.http import HttpRequest, HttpResponse
def show(request: HttpRequest):
    if request.method == "POST":
        os.system("ls " + str(int(request.POST["what"])))
    return HttpResponse("")
def again(request: HttpRequest):
    request.method = "GET"
    return show(request)
