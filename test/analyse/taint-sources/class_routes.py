# --- shop/urls.py
from django.contrib.auth.decorators import login_required
from django.urls import path, re_path
from . import views

urlpatterns = [
    path("a/", views.NoPart.as_view()),
    path("b/<int:pk>/", views.Number.as_view()),
    path("c/<str:name>/", login_required(views.Text.as_view())),
    re_path(r"^d/(?P<pk>\d+)/$", views.Digits.as_view(extra="x")),
    path("e/<int:pk>/", views.Twice.as_view()),
    path("e/<pk>/", views.Twice.as_view(), name="by-name"),
    path("f/<uuid:pk>/<title>/", views.Inherits.as_view()),
    path("g/<int:pk>/", views.function),
    path("h/<int:pk>/<slug>/", views.keywords),
]
# --- shop/views.py
import os
from django.views.generic import TemplateView, View

class NoPart(View):
    def get(self, request, *args, **kwargs):
        os.system("ls " + kwargs["pk"])
        os.system("ls " + str(kwargs))
        os.system("ls " + request.GET["pk"])  # finding

class Number(View):
    def get(self, request, pk):
        os.system("ls " + pk)
        os.system("ls " + self.kwargs["pk"])
    def path_of(self):
        os.system("ls " + self.kwargs["pk"])
        os.system("ls " + self.kwargs.get("pk"))

class Text(View):
    def get(self, request, name):
        os.system("ls " + name)  # finding
        os.system("ls " + self.kwargs["name"])  # finding
    def path_of(self):
        os.system("ls " + self.kwargs["name"])  # finding

class Digits(View):
    def get(self, request, **kwargs):
        os.system("ls " + kwargs["pk"])

class Twice(View):
    def get(self, request, pk):
        os.system("ls " + pk)  # finding

class Base(TemplateView):
    def get(self, request, *args, **kwargs):
        os.system("ls " + kwargs["pk"])
        os.system("ls " + kwargs["title"])  # finding
        os.system("ls " + self.kwargs["pk"])

class Inherits(Base):
    pass

class Unrouted(View):
    def get(self, request, pk, **kwargs):
        os.system("ls " + pk)  # finding
        os.system("ls " + kwargs["other"])  # finding
        os.system("ls " + self.kwargs["pk"])  # finding

def function(request, pk):
    os.system("ls " + pk)

def keywords(request, **kwargs):
    os.system("ls " + kwargs["pk"])
    os.system("ls " + kwargs["slug"])  # finding
# --- api/app.py
import os
from flask import Flask
from flask.views import MethodView
from flask_restful import Api, Resource

app = Flask(__name__)
api = Api(app)

class Items(MethodView):
    def get(self, number):
        os.system("ls " + number)

class Names(MethodView):
    def get(self, name):
        os.system("ls " + name)  # finding

app.add_url_rule("/items/<int:number>", view_func=Items.as_view("items"))
app.add_url_rule("/names/<name>", "names", Names.as_view("names"))

class Order(Resource):
    def get(self, number):
        os.system("ls " + number)

class Either(Resource):
    def get(self, number):
        os.system("ls " + number)  # finding

api.add_resource(Order, "/order/<int:number>")
api.add_resource(Either, "/either/<int:number>", "/either/<number>")
# --- api/namespace.py
import os
from flask_restx import Namespace, Resource

ns = Namespace("things")

@ns.route("/<int:number>")
class Thing(Resource):
    def get(self, number):
        os.system("ls " + number)

@ns.route("/by-name/<name>")
@ns.route("/named/<name>")
class Named(Resource):
    def get(self, name):
        os.system("ls " + name)  # finding
