# == an upload is opened, not a path
# rule: path-traversal
from PIL import Image
from werkzeug.datastructures import FileStorage
def size(data):
    if data and isinstance(data, object):
        return Image.open(data).size  # reached
def view():
    return str(size(request.json["q"]))
# -- safe
from PIL import Image
from werkzeug.datastructures import FileStorage
def size(data):
    if data and isinstance(data, FileStorage):
        return Image.open(data).size
def view():
    return str(size(request.json["q"]))
# == what was wound back is an open file
# rule: path-traversal
from PIL import Image
from rest_framework.views import APIView
class Thumb(APIView):
    def put(self, request):
        file_data = request.data["file"]
        file_data.strip()
        Image.open(file_data)  # reached
# -- safe
from PIL import Image
from rest_framework.views import APIView
class Thumb(APIView):
    def put(self, request):
        file_data = request.data["file"]
        file_data.seek(0)
        Image.open(file_data)
# == slashes are replaced
# rule: path-traversal
def view():
    name = request.args["q"].replace(" ", "/").replace("\\", " ")
    with open(os.path.join("/srv/up", name)) as file:  # reached
        return file.read()
# -- safe
def view():
    name = request.args["q"].replace("/", " ").replace("\\", " ")
    with open(os.path.join("/srv/up", name)) as file:
        return file.read()
# == keys of a WSGI environment that are the program's own
# rule: path-traversal
def application(environ, start_response):
    parent = environ.get("HTTP_X_PARENT")
    with open(os.path.join(parent, "VERSION")) as file:  # reached
        text = file.read()
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [text.encode()]
# -- safe
def application(environ, start_response):
    parent = environ.get("shop.parent_dir")
    with open(os.path.join(parent, "VERSION")) as file:
        text = file.read()
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [text.encode()]
# == a field that is a file
# rule: path-traversal
import zipfile
from django import forms
from django.views.generic.edit import FormView
class BoxForm(forms.Form):
    box = forms.CharField()
class Boxes(FormView):
    form_class = BoxForm
    def form_valid(self, form: BoxForm):
        zipfile.ZipFile(form.cleaned_data["box"])  # reached
        return super().form_valid(form)
# -- safe
import zipfile
from django import forms
from django.views.generic.edit import FormView
class BoxForm(forms.Form):
    box = forms.FileField()
class Boxes(FormView):
    form_class = BoxForm
    def form_valid(self, form: BoxForm):
        zipfile.ZipFile(form.cleaned_data["box"])
        zipfile.ZipFile(form.cleaned_data.get("box").file)
        return super().form_valid(form)
# == the name of a file that a field holds
# rule: path-traversal
from django import forms
class BoxForm(forms.Form):
    box = forms.FileField()
    def clean_box(self):
        box = self.cleaned_data["box"]
        with open("/srv/boxes/" + box.content_type, "wb"):  # reached
            return box
# -- safe
from django import forms
class BoxForm(forms.Form):
    box = forms.FileField()
    def clean_box(self):
        box = self.cleaned_data["box"]
        with open("/srv/boxes/%d" % box.size, "wb"):
            return box
# == entries of a server's environment
# rule: path-traversal
def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    with open(environ.get("HTTP_X_SHELF_FILE")) as shelf:  # reached
        return [shelf.read().encode()]
# -- safe
def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    with open(environ.get("SHELF_FILE")) as shelf:
        return [shelf.read().encode()]
# == parts of a path by a star
# rule: path-traversal
import os
from flask import request
def view():
    parts = request.args["q"].split("/")
    return open(os.path.join("/srv/up", *parts, "page.html")).read()  # reached
# -- safe
# rule: path-traversal
import os
from flask import request
def view():
    parts = [str(int(part)) for part in request.args["q"].split("/")]
    return open(os.path.join("/srv/up", *parts, "page.html")).read()
# == a part of a name that may hold dots
# rule: path-traversal
import re
def view():
    ending = re.sub(r"[^a-z.]", "", request.args["q"])
    other = re.sub(r"[^a-z./]", "", request.args["r"])
    with open(os.path.join("/srv", f"parcel-{other}")) as one:  # reached
        return open(os.path.join("/srv/parcels", ending)).read() + one.read()  # reached
# -- safe
import re
import uuid
def view():
    ending = re.sub(r"[^a-z.]", "", request.args["q"])
    with open(os.path.join("/srv/parcels", f"{uuid.uuid4()}{ending}")) as one:
        return open(os.path.join("/srv/parcels", f"{ending}.txt")).read() + one.read()
# == a number of a model that was made by validating
# rule: path-traversal
from pydantic import BaseModel
class Sheet(BaseModel):
    number: int
    name: str
def view():
    sheet = Sheet.model_validate(request.args.to_dict())
    return open(f"/srv/sheets/{sheet.name}.txt").read()  # reached
# -- safe
from pydantic import BaseModel
class Sheet(BaseModel):
    number: int
    name: str
def view():
    sheet = Sheet.model_validate(request.args.to_dict())
    return open(f"/srv/sheets/{sheet.number}.txt").read()
