# == a method that a subclass overrides
class Base:
    def check(self, word):
        if not word.isalnum():
            raise ValueError(word)
    def run(self, word):
        self.check(word)
        os.system(word)  # reached
class Lenient(Base):
    def check(self, word):
        print(word)
def view():
    Lenient().run(request.args["q"])
# -- safe
class Base:
    def check(self, word):
        if not word.isalnum():
            raise ValueError(word)
    def run(self, word):
        self.check(word)
        os.system(word)
class Strict(Base):
    def check(self, word):
        if word not in ("ls", "df"):
            raise ValueError(word)
def view():
    Strict().run(request.args["q"])
# == a method that only the subclass has
class Base:
    def check(self, word):
        raise NotImplementedError
    def run(self, word):
        self.check(word)
        os.system(word)  # reached
class Lenient(Base):
    def check(self, word):
        print(word)
def view():
    Lenient().run(request.args["q"])
# -- safe
class Base:
    def check(self, word):
        raise NotImplementedError
    def run(self, word):
        self.check(word)
        os.system(word)
class Strict(Base):
    def check(self, word):
        if word not in ("ls", "df"):
            raise ValueError(word)
def view():
    Strict().run(request.args["q"])
# == a method of the base class
class Base:
    def check(self, word):
        if not word.isascii():
            raise ValueError(word)
class Job(Base):
    def run(self, word):
        self.check(word)
        os.system(word)  # reached
def view():
    Job().run(request.args["q"])
# -- safe
class Base:
    def check(self, word):
        if not word.isalnum():
            raise ValueError(word)
class Job(Base):
    def run(self, word):
        self.check(word)
        os.system(word)
def view():
    Job().run(request.args["q"])
# == super
class Base:
    def check(self, word):
        if not word.isascii():
            raise ValueError(word)
class Job(Base):
    def check(self, word):
        super().check(word)
        return True
    def run(self, word):
        if self.check(word):
            os.system(word)  # reached
def view():
    Job().run(request.args["q"])
# -- safe
class Base:
    def check(self, word):
        if not word.isalnum():
            raise ValueError(word)
class Job(Base):
    def check(self, word):
        super().check(word)
        return True
    def run(self, word):
        if self.check(word):
            os.system(word)
def view():
    Job().run(request.args["q"])
# == an object of another class
class Checker:
    def __init__(self, strict):
        self.strict = strict
    def good(self, word):
        return word.isascii()
class Job:
    def __init__(self):
        self.checker = Checker(True)
    def run(self, word):
        if not self.checker.good(word):
            raise ValueError(word)
        os.system(word)  # reached
def view():
    Job().run(request.args["q"])
# -- safe
class Checker:
    def __init__(self, strict):
        self.strict = strict
    def good(self, word):
        return word.isalnum()
class Job:
    def __init__(self):
        self.checker = Checker(True)
    def run(self, word):
        if not self.checker.good(word):
            raise ValueError(word)
        os.system(word)
def view():
    Job().run(request.args["q"])
# == a class attribute
class Job:
    words = ("ls", "df")
    def run(self, word):
        if word in self.words[0]:
            os.system(word)  # reached
def view():
    Job().run(request.args["q"])
# -- safe
class Job:
    words = ("ls", "df")
    def run(self, word):
        if word in self.words:
            os.system(word)
def view():
    Job().run(request.args["q"])
# == a class attribute of the base class
class Base:
    words = frozenset({"ls", "df"})
class Job(Base):
    def run(self):
        word = request.args["q"]
        if word in self.words:
            abort(400)
        os.system(word)  # reached
def view():
    Job().run()
# -- safe
class Base:
    words = frozenset({"ls", "df"})
class Job(Base):
    def run(self):
        word = request.args["q"]
        if word not in self.words:
            abort(400)
        os.system(word)
def view():
    Job().run()
# == an attribute set from what is passed
class Job:
    def __init__(self, words):
        self.words = words
    def run(self, word):
        if word not in self.words:
            raise ValueError(word)
        os.system(word)  # reached
def view():
    Job(request.args.getlist("words")).run(request.args["q"])
# -- safe
class Job:
    def __init__(self, words):
        self.words = words
    def run(self, word):
        if word not in self.words:
            raise ValueError(word)
        os.system(word)
def view():
    Job(["ls", "df"]).run(request.args["q"])
# == an attribute set from a constant
WORDS = {"ls": 1, "df": 2}
class Job:
    def __init__(self):
        self.words = dict(WORDS)
        self.seen = ""
    def run(self, word):
        if word in self.seen:
            os.system(word)  # reached
def view():
    Job().run(request.args["q"])
# -- safe
WORDS = {"ls": 1, "df": 2}
class Job:
    def __init__(self):
        self.words = dict(WORDS)
        self.seen = ""
    def run(self, word):
        if word in self.words:
            os.system(word)
def view():
    Job().run(request.args["q"])
# == a constant of another module
# file: app/words.py
WORDS = ["ls", "df"]
TEXT = "ls df"
# file: app/views.py
import os
from flask import abort, request
from app import words
def view():
    word = request.args["q"]
    if word not in words.TEXT:
        abort(400)
    os.system(word)  # reached
# -- safe
# file: app/words.py
WORDS = ["ls", "df"]
TEXT = "ls df"
# file: app/views.py
import os
from flask import abort, request
from app import words
def view():
    word = request.args["q"]
    if word not in words.WORDS:
        abort(400)
    os.system(word)
# == keys and values
WORDS = {"list": "ls", "free": "df"}
def view():
    word = request.args["q"]
    if word in str(WORDS.values()):
        os.system(word)  # reached
# -- safe
WORDS = {"list": "ls", "free": "df"}
def view():
    word = request.args["q"]
    if word in WORDS.values() or word in WORDS.keys() or word in list(WORDS):
        os.system(word)
# == values of an enumeration
import enum
class Word(str, enum.Enum):
    LIST = "ls"
    FREE = "df"
def view():
    word = request.args["q"]
    if word not in Word.__doc__:
        abort(400)
    os.system(word)  # reached
# -- safe
import enum
class Word(str, enum.Enum):
    LIST = "ls"
    FREE = "df"
def view():
    word = request.args["q"]
    if word not in [one.value for one in Word] and word not in Word.__members__:
        abort(400)
    os.system(word)
# == a set made of others
WORDS = {"ls"} | {"df"}
def view():
    word = request.args["q"]
    if word not in WORDS | set(request.args.getlist("more")):
        abort(400)
    os.system(word)  # reached
# -- safe
WORDS = {"ls"} | {"df"}
def view():
    word = request.args["q"]
    if word not in WORDS | {"du"}:
        abort(400)
    os.system(word)
# == subsets
WORDS = {"ls", "df"}
def view():
    words = request.args.getlist("q")
    if not WORDS.issubset(words):
        abort(400)
    os.system(" ".join(words))  # reached
# -- safe
WORDS = {"ls", "df"}
def view():
    words = request.args.getlist("q")
    if not set(words).issubset(WORDS):
        abort(400)
    os.system(" ".join(words))
# == subsets by operator
WORDS = {"ls", "df"}
def view():
    words = request.args.getlist("q")
    if not set(words) >= WORDS:
        abort(400)
    os.system(" ".join(words))  # reached
# -- safe
WORDS = {"ls", "df"}
def view():
    words = request.args.getlist("q")
    if set(words) - WORDS or not set(words) <= WORDS:
        abort(400)
    os.system(" ".join(words))
# == a decorator reads another value
import functools
def checked(function):
    @functools.wraps(function)
    def inner(req):
        if not req.args["r"].isalnum():
            abort(400)
        return function(req)
    return inner
@checked
def run(req):
    os.system(req.args["q"])  # reached
def view():
    run(request)
# -- safe
import functools
def checked(function):
    @functools.wraps(function)
    def inner(req):
        if not req.args["q"].isalnum():
            abort(400)
        return function(req)
    return inner
@checked
def run(req):
    os.system(req.args["q"])
def view():
    run(request)
# == a helper that checks what is read again
def check(req):
    if not req.args["r"].isalnum():
        abort(400)
def view():
    check(request)
    os.system(request.args["q"])  # reached
# -- safe
def check(req):
    if not req.args["q"].isalnum():
        abort(400)
def view():
    check(request)
    os.system(request.args["q"])
# == a helper that says whether what is read again is good
def good(req):
    return req.args.get("q", "").isascii()
def view():
    if good(request):
        os.system(request.args.get("q", ""))  # reached
# -- safe
def good(req):
    return req.args.get("q", "").isalnum()
def view():
    if good(request):
        os.system(request.args.get("q", ""))
# == a helper that checks the request that all see
def check():
    if not request.args["r"].isalnum():
        abort(400)
def view():
    check()
    os.system(request.args["q"])  # reached
# -- safe
def check():
    if not request.args["q"].isalnum():
        abort(400)
def view():
    check()
    os.system(request.args["q"])
# == a method checks what another one reads
from django.views import View
class Job(View):
    def check(self):
        if self.request.GET["r"] not in ("ls", "df"):
            raise ValueError("no")
    def get(self, request):
        self.check()
        os.system(self.request.GET["q"])  # reached
# -- safe
from django.views import View
class Job(View):
    def check(self):
        if self.request.GET["q"] not in ("ls", "df"):
            raise ValueError("no")
    def get(self, request):
        self.check()
        os.system(self.request.GET["q"])
# == a method checks an attribute
class Job:
    def __init__(self, word, name):
        self.word = word
        self.name = name
    def check(self):
        if not self.name.isalnum():
            raise ValueError("no")
    def run(self):
        self.check()
        os.system(self.word)  # reached
def view():
    Job(request.args["q"], request.args["r"]).run()
# -- safe
class Job:
    def __init__(self, word, name):
        self.word = word
        self.name = name
    def check(self):
        if not self.word.isalnum():
            raise ValueError("no")
    def run(self):
        self.check()
        os.system(self.word)
def view():
    Job(request.args["q"], request.args["r"]).run()
# == a setter that checks
class Job:
    @property
    def word(self):
        return self._word
    @word.setter
    def word(self, value):
        if not value.isascii():
            raise ValueError(value)
        self._word = value
def view():
    job = Job()
    job.word = request.args["q"]
    os.system(job.word)  # reached
# -- safe
class Job:
    @property
    def word(self):
        return self._word
    @word.setter
    def word(self, value):
        if not value.isalnum():
            raise ValueError(value)
        self._word = value
def view():
    job = Job()
    job.word = request.args["q"]
    os.system(job.word)
# == a constructor that checks
class Word:
    def __init__(self, text):
        if not text.isascii():
            raise ValueError(text)
        self.text = text
def view():
    os.system(Word(request.args["q"]).text)  # reached
# -- safe
class Word:
    def __init__(self, text):
        if not text.isalnum():
            raise ValueError(text)
        self.text = text
def view():
    os.system(Word(request.args["q"]).text)
# == __post_init__ of a dataclass
from dataclasses import dataclass
@dataclass
class Word:
    text: str
    def __post_init__(self):
        if not self.text.isascii():
            raise ValueError(self.text)
def view():
    os.system(Word(request.args["q"]).text)  # reached
# -- safe
from dataclasses import dataclass
@dataclass
class Word:
    text: str
    def __post_init__(self):
        if not self.text.isalnum():
            raise ValueError(self.text)
def view():
    os.system(Word(request.args["q"]).text)
# == a helper that returns an error text
def wrong(word):
    if word == "":
        return "empty"
    return None
def view():
    word = request.args["q"]
    if (error := wrong(word)) is not None:
        abort(400, error)
    os.system(word)  # reached
# -- safe
def wrong(word):
    if not word.isalnum():
        return "odd"
    return None
def view():
    word = request.args["q"]
    if (error := wrong(word)) is not None:
        abort(400, error)
    os.system(word)
# == a helper that returns a list of errors
def errors(word):
    found = []
    if not word.isalnum():
        found.append("odd")
    return found
def view():
    word = request.args["q"]
    errors(word)
    os.system(word)  # reached
# -- safe
# known: that a list is empty only where a check held is not followed
def errors(word):
    found = []
    if not word.isalnum():
        found.append("odd")
    return found
def view():
    word = request.args["q"]
    if errors(word):
        abort(400)
    os.system(word)
# == a helper that calls a helper
def plain(word):
    return word.isascii()
def good(word):
    return len(word) < 9 and plain(word)
def view():
    word = request.args["q"]
    if not good(word):
        abort(400)
    os.system(word)  # reached
# -- safe
def plain(word):
    return word.isalnum()
def good(word):
    return len(word) < 9 and plain(word)
def view():
    word = request.args["q"]
    if not good(word):
        abort(400)
    os.system(word)
# == a helper that returns the value or nothing
def clean(word):
    if word.isascii():
        return word
    return None
def view():
    word = clean(request.args["q"])
    if word is None:
        abort(400)
    os.system(word)  # reached
# -- safe
def clean(word):
    if word.isalnum():
        return word
    return None
def view():
    word = clean(request.args["q"])
    if word is None:
        abort(400)
    os.system(word)
# == a helper that replaces what is wrong
def clean(word):
    return word if word.isascii() else "ls"
def view():
    os.system(clean(request.args["q"]))  # reached
# -- safe
def clean(word):
    return word if word.isalnum() else "ls"
def view():
    os.system(clean(request.args["q"]))
# == a lambda
good = lambda word: word.isascii()
def view():
    word = request.args["q"]
    if good(word):
        os.system(word)  # reached
# -- safe
good = lambda word: word.isalnum()
def view():
    word = request.args["q"]
    if good(word):
        os.system(word)
# == a checking function that is passed
def run(word, good):
    if good(word):
        os.system(word)  # reached
def view():
    run(request.args["q"], lambda word: word.isascii())
# -- safe
def run(word, good):
    if good(word):
        os.system(word)
def view():
    run(request.args["q"], lambda word: word.isalnum())
# == a check with a keyword
def good(length, word):
    return len(word) < length and length > 0
def view():
    word = request.args["q"]
    if good(word=word, length=3):
        os.system(word)  # reached
# -- safe
def good(length, word):
    return len(word) < length and word.isalnum()
def view():
    word = request.args["q"]
    if good(word=word, length=3):
        os.system(word)
# == an asynchronous check
async def good(word):
    return word.isascii()
async def view():
    word = request.args["q"]
    if not await good(word):
        abort(400)
    os.system(word)  # reached
# -- safe
async def good(word):
    return word.isalnum()
async def view():
    word = request.args["q"]
    if not await good(word):
        abort(400)
    os.system(word)
# == a context manager that checks
import contextlib
@contextlib.contextmanager
def checked(word):
    if not word.isascii():
        raise ValueError(word)
    yield
def view():
    word = request.args["q"]
    with checked(word):
        os.system(word)  # reached
# -- safe
# known: what contextlib makes of a generator is not entered
import contextlib
@contextlib.contextmanager
def checked(word):
    if not word.isalnum():
        raise ValueError(word)
    yield
def view():
    word = request.args["q"]
    with checked(word):
        os.system(word)
# == a check that is itself caught in the helper
def check(word):
    try:
        if not word.isalnum():
            raise ValueError(word)
    except ValueError:
        print(word)
def view():
    word = request.args["q"]
    check(word)
    os.system(word)  # reached
# -- safe
def check(word):
    try:
        if not word.isalnum():
            raise ValueError(word)
    except ValueError:
        abort(400)
def view():
    word = request.args["q"]
    check(word)
    os.system(word)
# == each of the arguments is checked
# rule: path-traversal
def inside(*names, where=None):
    for name in names:
        if name:
            if name.startswith("/"):
                raise ValueError(name)
            if where in name.split("/"):
                raise ValueError(name)
def view():
    name = request.args["q"]
    inside(name, where="old")
    return open("/srv/files/" + name).read()  # reached
# -- safe
def inside(*names, where=None):
    for name in names:
        if name:
            if name.startswith("/"):
                raise ValueError(name)
            if ".." in name.split("/"):
                raise ValueError(name)
def view():
    name = request.args["q"]
    inside("a", name, where="old")
    return open("/srv/files/" + name).read()
# == two ways, each with a check of its own against the same directory
# rule: path-traversal
from pathlib import Path
class Shelf:
    def __init__(self, directory, follow=False):
        self.directory = Path(directory).resolve()
        self.follow = follow
    def find(self):
        asked = self.directory.joinpath(request.args["name"])
        if self.follow:
            plain = Path(os.path.normpath(asked))
            plain.relative_to(self.directory)
            there = plain.resolve()
        else:
            there = asked.resolve()
        return there.read_text()  # reached
# -- safe
from pathlib import Path
class Shelf:
    def __init__(self, directory, follow=False):
        self.directory = Path(directory).resolve()
        self.follow = follow
    def find(self):
        asked = self.directory.joinpath(request.args["name"])
        if self.follow:
            plain = Path(os.path.normpath(asked))
            plain.relative_to(self.directory)
            there = plain.resolve()
        else:
            there = asked.resolve()
            there.relative_to(self.directory)
        return there.read_text()
# == a function that gives an error where something is wrong
# rule: ssrf-partial
import re
import requests
from config import settings
def wrong(number):
    if not settings.KEY:
        return {"error": "no key"}
    elif re.match(r"^[0-9a-f]{8}-[0-9a-f]{4}$", number):
        return {"error": "no such shelf"}
    else:
        return None
@app.get("/")
def view():
    number = request.args["number"]
    error = wrong(number)
    if error:
        return error
    return requests.get(f"{settings.SHELVES}/shelves/{number}/books", timeout=9).text  # reached
# -- safe
import re
import requests
from config import settings
def wrong(number):
    if not settings.KEY:
        return {"error": "no key"}
    elif not re.match(r"^[0-9a-f]{8}-[0-9a-f]{4}$", number):
        return {"error": "no such shelf"}
    else:
        return None
@app.get("/")
def view():
    number = request.args["number"]
    error = wrong(number)
    if error:
        return error
    return requests.get(f"{settings.SHELVES}/shelves/{number}/books", timeout=9).text
# == a function that answers where something is wrong
from django.http import HttpResponse
def refused(name):
    if name not in ("left", "right"):
        return HttpResponse(status=404)
def view():
    name = request.args["name"]
    if not refused(name):
        return "nothing"
    os.system("ls " + name)  # reached
# -- safe
from django.http import HttpResponse
def refused(name):
    if name not in ("left", "right"):
        return HttpResponse(status=404)
def view():
    name = request.args["name"]
    if refused(name):
        return "nothing"
    os.system("ls " + name)
# == a field of a form that its own method has checked
# rule: path-traversal
import re
from django import forms
from django.shortcuts import render
NUMBER = re.compile("^[0-9a-f]{32}$")
def is_number(text):
    return NUMBER.match(text)
class ByNumber(forms.Form):
    number = forms.CharField(max_length=32)
    def clean_number(self):
        number = self.cleaned_data["number"]
        if is_number(number):
            raise forms.ValidationError("no such number")
        return number
class BookForm(ByNumber):
    page = forms.CharField()
def show(request):
    form = BookForm(request.POST)
    if not form.is_valid():
        return render(request, "wrong.html")
    return open("/srv/books/" + form.cleaned_data["number"]).read()  # reached
# -- safe
import re
from django import forms
from django.shortcuts import render
NUMBER = re.compile("^[0-9a-f]{32}$")
def is_number(text):
    return NUMBER.match(text)
class ByNumber(forms.Form):
    number = forms.CharField(max_length=32)
    def clean_number(self):
        number = self.cleaned_data["number"]
        if not is_number(number):
            raise forms.ValidationError("no such number")
        return number
class BookForm(ByNumber):
    page = forms.CharField()
def show(request):
    form = BookForm(request.POST)
    if not form.is_valid():
        return render(request, "wrong.html")
    return open("/srv/books/" + form.cleaned_data["number"]).read()
