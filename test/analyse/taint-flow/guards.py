# == conversion: int
def view():
    os.system("head -n " + str(request.args["q"]))  # reached
# -- safe
def view():
    os.system("head -n " + str(int(request.args["q"])))
# == conversion: UUID
import uuid
def view():
    os.system(f"show {request.args['q']}")  # reached
# -- safe
import uuid
def view():
    os.system(f"show {uuid.UUID(request.args['q'])}")
# == conversion: IP address
import ipaddress
def view():
    address = request.args["q"]
    ipaddress.IPv4Network("10.0.0.0/8")
    os.system(f"ping {address}")  # reached
# -- safe
import ipaddress
def view():
    address = ipaddress.ip_address(request.args["q"])
    os.system(f"ping {address}")
# == conversion: date
from datetime import date
def view():
    os.system(f"log {request.args['q']}")  # reached
# -- safe
from datetime import date
def view():
    os.system(f"log {date.fromisoformat(request.args['q'])}")
# == conversion: enumeration
import enum
class Word(enum.Enum):
    LIST = "ls"
    FREE = "df"
def view():
    os.system(request.args["q"])  # reached
# -- safe
import enum
class Word(enum.Enum):
    LIST = "ls"
    FREE = "df"
def view():
    os.system(Word(request.args["q"]).value)
# == conversion that raises guards after it
def view():
    word = request.args["q"]
    len(word)
    os.system(f"head -n {word}")  # reached
# -- safe
def view():
    word = request.args["q"]
    int(word)
    os.system(f"head -n {word}")
# == look-up in a constant mapping
WORDS = {"list": "ls", "free": "df"}
def view():
    os.system(WORDS.get(request.args["q"], request.args["q"]))  # reached
# -- safe
WORDS = {"list": "ls", "free": "df"}
def view():
    os.system(WORDS.get(request.args["q"], "ls"))
# == equality
def view():
    word = request.args["q"]
    if word != "ls":
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if word == "ls":
        os.system(word)
# == membership in a constant set
WORDS = {"ls", "df"}
def view():
    word = request.args["q"]
    if word in WORDS:
        print(word)
    os.system(word)  # reached
# -- safe
WORDS = {"ls", "df"}
def view():
    word = request.args["q"]
    if word not in WORDS:
        abort(400)
    os.system(word)
# == membership in a tuple that is written there
def view():
    word = request.args["q"]
    if word not in ("ls", "df"):
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if word in ("ls", "df"):
        os.system(word)
# == membership in a collection from outside
def view():
    word = request.args["q"]
    if word in request.args.getlist("allowed"):
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if word in ["ls", "df"]:
        os.system(word)
# == match on constants
def view():
    word = request.args["q"]
    match word:
        case "ls" | "df":
            print(word)
        case _:
            os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    match word:
        case "ls" | "df":
            os.system(word)
# == character class
def view():
    word = request.args["q"]
    if word.isascii():
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if word.isalnum():
        os.system(word)
# == character class: digits
def view():
    word = request.args["q"]
    if not word.isprintable():
        abort(400)
    os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if not word.isdigit():
        abort(400)
    os.system(word)
# == pattern: fullmatch
import re
def view():
    word = request.args["q"]
    if not re.fullmatch(r".+", word):
        abort(400)
    os.system(word)  # reached
# -- safe
import re
def view():
    word = request.args["q"]
    if not re.fullmatch(r"[a-z_]+", word):
        abort(400)
    os.system(word)
# == pattern: match without an end
import re
def view():
    word = request.args["q"]
    if re.match(r"[a-z]+", word):
        os.system(word)  # reached
# -- safe
import re
def view():
    word = request.args["q"]
    if re.match(r"[a-z]+\Z", word):
        os.system(word)
# == pattern: search without a beginning
import re
def view():
    word = request.args["q"]
    if re.search(r"[a-z]+\Z", word):
        os.system(word)  # reached
# -- safe
import re
def view():
    word = request.args["q"]
    if re.search(r"\A[a-z]+\Z", word):
        os.system(word)
# == pattern: compiled at the top level
import re
NAME = re.compile(r"[a-z]+ .*")
def view():
    word = request.args["q"]
    if NAME.fullmatch(word) is None:
        return "no"
    os.system(word)  # reached
# -- safe
import re
NAME = re.compile(r"[a-z]+")
def view():
    word = request.args["q"]
    if NAME.fullmatch(word) is None:
        return "no"
    os.system(word)
# == pattern: re.sub
import re
def view():
    os.system("cat " + re.sub(r"[;|]", "", request.args["q"]))  # reached
# -- safe
import re
def view():
    os.system("cat " + re.sub(r"[^a-z0-9]", "", request.args["q"]))
# == negated: not, then return
def view():
    word = request.args["q"]
    if not word.isalnum():
        print("odd")
    os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if not word.isalnum():
        return "odd"
    os.system(word)
# == raise
def view():
    word = request.args["q"]
    if word.isalnum():
        raise ValueError(word)
    os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if not word.isalnum():
        raise ValueError(word)
    os.system(word)
# == continue
def view():
    for word in request.args.getlist("q"):
        if not word.isalnum():
            pass
        os.system(word)  # reached
# -- safe
def view():
    for word in request.args.getlist("q"):
        if not word.isalnum():
            continue
        os.system(word)
# == break
def view():
    for word in request.args.getlist("q"):
        if word.isalnum():
            break
        os.system(word)  # reached
# -- safe
def view():
    for word in request.args.getlist("q"):
        if not word.isalnum():
            break
        os.system(word)
# == assert is for review
def view():
    word = request.args["q"]
    assert word
    os.system(word)  # reached
# -- safe
# known: a check in an assert is ignored instead of making it a hotspot
def view():
    word = request.args["q"]
    assert word.isalnum()
    os.system(word)  # review
# == and
def view(flag):
    word = request.args["q"]
    if not (flag and word.isalnum()):
        os.system(word)  # reached
# -- safe
def view(flag):
    word = request.args["q"]
    if flag and word.isalnum():
        os.system(word)
# == or
def view(flag):
    word = request.args["q"]
    if flag or word.isalnum():
        os.system(word)  # reached
# -- safe
def view(flag):
    word = request.args["q"]
    if flag or not word.isalnum():
        return
    os.system(word)
# == or of two checks
def view():
    word = request.args["q"]
    if word == "ls" or word.startswith("df"):
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if word == "ls" or word == "df":
        os.system(word)
# == the right side of and
def view():
    word = request.args["q"]
    return word and os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    return word.isalnum() and os.system(word)
# == the right side of or
def view():
    word = request.args["q"]
    return word.isalnum() or os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    return not word.isalnum() or os.system(word)
# == a conditional expression
def view():
    word = request.args["q"]
    os.system(word if word else "ls")  # reached
# -- safe
def view():
    word = request.args["q"]
    os.system(word if word.isalnum() else "ls")
# == while
def view():
    word = request.args["q"]
    while not word:
        word = request.args["r"]
    os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    while not word.isalnum():
        word = request.args["r"]
    os.system(word)
# == a check kept in a variable
def view():
    word = request.args["q"]
    good = word.isalnum()
    word = request.args["r"]
    if good:
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    good = word.isalnum()
    if good:
        os.system(word)
# == a helper that returns a boolean
def good(word):
    return len(word) < 9
def view():
    word = request.args["q"]
    if good(word):
        os.system(word)  # reached
# -- safe
def good(word):
    return len(word) < 9 and word.isalnum()
def view():
    word = request.args["q"]
    if good(word):
        os.system(word)
# == a helper that returns a boolean on several ways
def good(word):
    if not word.isalnum():
        return len(word) == 3
    return True
def view():
    word = request.args["q"]
    if good(word):
        os.system(word)  # reached
# -- safe
def good(word):
    if not word.isalnum():
        return False
    return True
def view():
    word = request.args["q"]
    if good(word):
        os.system(word)
# == a helper that raises
def check(word):
    if not word.isalnum():
        print(word)
def view():
    word = request.args["q"]
    check(word)
    os.system(word)  # reached
# -- safe
def check(word):
    if not word.isalnum():
        raise ValueError(word)
def view():
    word = request.args["q"]
    check(word)
    os.system(word)
# == a helper that aborts
def check(word):
    if word == "":
        abort(400)
def view():
    word = request.args["q"]
    check(word)
    os.system(word)  # reached
# -- safe
def check(word):
    if word not in ("ls", "df"):
        abort(400)
def view():
    word = request.args["q"]
    check(word)
    os.system(word)
# == a helper that raises, caught and ignored
def check(word):
    if not word.isalnum():
        raise ValueError(word)
def view():
    word = request.args["q"]
    try:
        check(word)
    except ValueError:
        print("odd")
    os.system(word)  # reached
# -- safe
def check(word):
    if not word.isalnum():
        raise ValueError(word)
def view():
    word = request.args["q"]
    try:
        check(word)
    except ValueError:
        return "odd"
    os.system(word)
# == a helper that returns the cleaned value
import shlex
def clean(word):
    return word.strip()
def view():
    os.system("cat " + clean(request.args["q"]))  # reached
# -- safe
import shlex
def clean(word):
    return shlex.quote(word.strip())
def view():
    os.system("cat " + clean(request.args["q"]))
# == a helper whose result is not used
import shlex
def clean(word):
    return shlex.quote(word)
def view():
    word = request.args["q"]
    clean(word)
    os.system("cat " + word)  # reached
# -- safe
import shlex
def clean(word):
    return shlex.quote(word)
def view():
    word = request.args["q"]
    word = clean(word)
    os.system("cat " + word)
# == a helper that cleans on one way only
import shlex
def clean(word, raw):
    if raw:
        return word
    return shlex.quote(word)
def view(raw):
    os.system("cat " + clean(request.args["q"], raw))  # reached
# -- safe
import shlex
def clean(word, raw):
    if raw:
        return "a"
    return shlex.quote(word)
def view(raw):
    os.system("cat " + clean(request.args["q"], raw))
# == a helper in another module
# file: app/checks.py
def good(word):
    return word.isascii()
# file: app/views.py
import os
from flask import request
from app.checks import good
def view():
    word = request.args["q"]
    if not good(word):
        return "no"
    os.system(word)  # reached
# -- safe
# file: app/checks.py
def good(word):
    return word.isalnum()
# file: app/views.py
import os
from flask import request
from app.checks import good
def view():
    word = request.args["q"]
    if not good(word):
        return "no"
    os.system(word)
# == a decorator that checks
import functools
def checked(function):
    @functools.wraps(function)
    def inner(word):
        if not word.isascii():
            abort(400)
        return function(word)
    return inner
@checked
def run(word):
    os.system(word)  # reached
def view():
    run(request.args["q"])
# -- safe
import functools
def checked(function):
    @functools.wraps(function)
    def inner(word):
        if not word.isalnum():
            abort(400)
        return function(word)
    return inner
@checked
def run(word):
    os.system(word)
def view():
    run(request.args["q"])
# == a guard on an alias
def view():
    word = request.args["q"]
    other = request.args["r"]
    if other.isalnum():
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    other = word
    if other.isalnum():
        os.system(word)
# == the same expression read again
def view():
    if request.args["r"].isalnum():
        os.system(request.args["q"])  # reached
# -- safe
def view():
    if request.args["q"].isalnum():
        os.system(request.args["q"])
# == a guard on an attribute
class Job:
    def __init__(self):
        self.word = request.args["q"]
        self.name = request.args["r"]
    def run(self):
        if self.name.isalnum():
            os.system(self.word)  # reached
# -- safe
class Job:
    def __init__(self):
        self.word = request.args["q"]
        self.name = request.args["r"]
    def run(self):
        if self.word.isalnum():
            os.system(self.word)
# == a guard on an entry
def view():
    options = {"a": request.args["q"], "b": request.args["r"]}
    if options["b"].isalnum():
        os.system(options["a"])  # reached
# -- safe
def view():
    options = {"a": request.args["q"], "b": request.args["r"]}
    if options["a"].isalnum():
        os.system(options["a"])
# == a check on one of two uses
def view():
    word = request.args["q"]
    if word.isalnum():
        os.system("ls " + word)
    os.system("cat " + word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if word.isalnum():
        os.system("ls " + word)
        os.system("cat " + word)
# == a check of one of two values
def view():
    word, other = request.args["q"], request.args["r"]
    if word.isalnum():
        os.system(f"cp {word} {other}")  # reached
# -- safe
def view():
    word, other = request.args["q"], request.args["r"]
    if word.isalnum() and other.isalnum():
        os.system(f"cp {word} {other}")
# == a check after the use
def view():
    word = request.args["q"]
    os.system(word)  # reached
    if not word.isalnum():
        abort(400)
# -- safe
def view():
    word = request.args["q"]
    if not word.isalnum():
        abort(400)
    os.system(word)
# == a value that changed after the check
def view():
    word = request.args["q"]
    if word.isalnum():
        word = request.args["r"]
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if word.isalnum():
        word = word.lower()
        os.system(word)
# == the wrong thing: escaped for HTML
import html, shlex
def view():
    os.system("cat " + html.escape(request.args["q"]))  # reached
# -- safe
import html, shlex
def view():
    os.system("cat " + shlex.quote(request.args["q"]))
# == the wrong thing: quoted for a shell, put into a page
# rule: reflected-xss
import html, shlex
from flask import Flask
app = Flask(__name__)
@app.route("/")
def view():
    return "<b>" + shlex.quote(request.args["q"])  # reached
# -- safe
import html, shlex
from flask import Flask
app = Flask(__name__)
@app.route("/")
def view():
    return "<b>" + html.escape(request.args["q"])
# == the wrong thing: directory without a separator
# rule: path-traversal
def view():
    path = os.path.realpath(os.path.join("/srv/files", request.args["q"]))
    if not path.startswith("/srv/files"):
        abort(403)
    return open(path).read()  # reached
# -- safe
def view():
    path = os.path.realpath(os.path.join("/srv/files", request.args["q"]))
    if not path.startswith("/srv/files/"):
        abort(403)
    return open(path).read()
# == the wrong thing: directory checked before it is made absolute
# rule: path-traversal
def view():
    path = os.path.join("/srv/files", request.args["q"])
    if not path.startswith("/srv/files/"):
        abort(403)
    return open(path).read()  # reached
# -- safe
def view():
    path = os.path.normpath(os.path.join("/srv/files", request.args["q"]))
    if not path.startswith("/srv/files/"):
        abort(403)
    return open(path).read()
# == path: common path
# rule: path-traversal
def view():
    path = os.path.realpath(request.args["q"])
    if os.path.commonpath(["/srv", path]) == "/":
        abort(403)
    return open(path).read()  # reached
# -- safe
def view():
    path = os.path.realpath(request.args["q"])
    if os.path.commonpath(["/srv", path]) != "/srv":
        abort(403)
    return open(path).read()
# == path: relative to a directory
# rule: path-traversal
from pathlib import Path
BASE = Path("/srv")
def view():
    path = (BASE / request.args["q"]).resolve()
    if path.is_absolute():
        return path.read_text()  # reached
# -- safe
from pathlib import Path
BASE = Path("/srv")
def view():
    path = (BASE / request.args["q"]).resolve()
    if path.is_relative_to(BASE):
        return path.read_text()
# == path: its own directory among the parents
# rule: path-traversal
from pathlib import Path
BASE = Path("/srv")
def view():
    path = (BASE / request.args["q"]).resolve()
    if BASE not in path.parents:
        return path.read_text()  # reached
# -- safe
from pathlib import Path
BASE = Path("/srv")
def view():
    path = (BASE / request.args["q"]).resolve()
    if BASE in path.parents:
        return path.read_text()
# == the wrong thing: part of a host
# rule: ssrf
import requests
def view():
    url = request.args["q"]
    if "example.com" in url:
        requests.get(url, timeout=5)  # reached
# -- safe
import requests
from urllib.parse import urlparse
def view():
    url = request.args["q"]
    if urlparse(url).hostname == "example.com":
        requests.get(url, timeout=5)
# == URL: beginning without a slash behind the host
# rule: ssrf
import requests
def view():
    url = request.args["q"]
    if url.startswith("https://example.com"):
        requests.get(url, timeout=5)  # reached
# -- safe
import requests
def view():
    url = request.args["q"]
    if url.startswith("https://example.com/"):
        requests.get(url, timeout=5)
# == URL: end of a host without a dot
# rule: ssrf
import requests
from urllib.parse import urlparse
def view():
    url = request.args["q"]
    if urlparse(url).hostname.endswith("example.com"):
        requests.get(url, timeout=5)  # reached
# -- safe
import requests
from urllib.parse import urlparse
def view():
    url = request.args["q"]
    if urlparse(url).hostname.endswith(".example.com"):
        requests.get(url, timeout=5)
# == URL: hosts that are allowed
# rule: ssrf
import requests
from urllib.parse import urlparse
HOSTS = {"a.example", "b.example"}
def view():
    url = request.args["q"]
    if urlparse(url).path in HOSTS:
        requests.get(url, timeout=5)  # reached
# -- safe
import requests
from urllib.parse import urlparse
HOSTS = {"a.example", "b.example"}
def view():
    url = request.args["q"]
    if urlparse(url).hostname in HOSTS:
        requests.get(url, timeout=5)
# == the type of a converted argument
def view():
    os.system(f"head -n {request.args.get('q', type=str)}")  # reached
# -- safe
def view():
    os.system(f"head -n {request.args.get('q', type=int)}")
# == isinstance
def view():
    word = request.json["q"]
    if isinstance(word, str):
        os.system(f"head -n {word}")  # reached
# -- safe
def view():
    word = request.json["q"]
    if isinstance(word, int):
        os.system(f"head -n {word}")
# == every character
def view():
    word = request.args["q"]
    if any(letter.isalnum() for letter in word):
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if all(letter.isalnum() for letter in word):
        os.system(word)
# == a check with a flag
def view():
    word = request.args["q"]
    good = True
    if not word.isalnum():
        print("odd")
    if good:
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    good = True
    if not word.isalnum():
        good = False
    if good:
        os.system(word)
# == a field of a model: pattern
# rule: command-injection
from fastapi import FastAPI
from pydantic import BaseModel, Field
app = FastAPI()
class Job(BaseModel):
    word: str = Field(max_length=9)
@app.post("/")
def view(job: Job):
    os.system(job.word)  # reached
# -- safe
from fastapi import FastAPI
from pydantic import BaseModel, Field
app = FastAPI()
class Job(BaseModel):
    word: str = Field(pattern=r"^[a-z]+$")
@app.post("/")
def view(job: Job):
    os.system(job.word)
# == a field of a model: type
from typing import Literal
from fastapi import FastAPI
from pydantic import BaseModel
app = FastAPI()
class Job(BaseModel):
    word: str
@app.post("/")
def view(job: Job):
    os.system(job.word)  # reached
# -- safe
from typing import Literal
from fastapi import FastAPI
from pydantic import BaseModel
app = FastAPI()
class Job(BaseModel):
    word: Literal["ls", "df"]
@app.post("/")
def view(job: Job):
    os.system(job.word)
# == a name that may be empty is checked where it is not
# rule: path-traversal
def view():
    name = request.args["q"]
    if request.args["r"]:
        if not name.isalnum():
            abort(400)
    return open("/srv/files/" + name).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    if name:
        if not name.isalnum():
            abort(400)
    return open("/srv/files/" + name).read()
# == an answer that says what is wrong
# rule: reflected-xss
from flask import Flask, Response, request
app = Flask(__name__)
def given(name):
    if name not in request.values:
        return Response("missing", 400)
    return request.values[name]
@app.route("/parts")
def parts():
    part = given("part")
    if isinstance(part, str):
        return part  # reached
    return "none"
# -- safe
from flask import Flask, Response, request
app = Flask(__name__)
def given(name):
    if name not in request.values:
        return Response("missing", 400)
    return request.values[name]
@app.route("/parts")
def parts():
    part = given("part")
    if isinstance(part, Response):
        return part
    return "none"
# == a parameter with a default that the route fills
# rule: reflected-xss
from flask import Flask, request
app = Flask(__name__)
@app.errorhandler(404)
@app.route("/", defaults={"text": ""})
@app.route("/<path:text>")
def start(problem=None, text=None):
    if request.path.startswith("/api"):
        return text  # reached
    return "start"
# -- safe
from flask import Flask, request
app = Flask(__name__)
@app.errorhandler(404)
@app.route("/", defaults={"text": ""})
@app.route("/<path:text>")
def start(problem=None, text=None):
    if request.path.startswith("/api"):
        return problem
    return "start"
# == a text that is escaped if it is one
# rule: reflected-xss
from html import escape
from flask import Flask, request
app = Flask(__name__)
def given(name, plain=False):
    value = request.args.get(name)
    if plain and value and isinstance(value, str):
        value = escape(value)
    return value
@app.route("/queue")
def queue():
    return "<p>%s</p>" % given("queue")  # reached
# -- safe
from html import escape
from flask import Flask, request
app = Flask(__name__)
def given(name, plain=True):
    value = request.args.get(name)
    if plain and value and isinstance(value, str):
        value = escape(value)
    return value
@app.route("/queue")
def queue():
    return "<p>%s</p>" % given("queue")
