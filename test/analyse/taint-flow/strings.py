# == f-string
def view():
    word = request.args["q"]
    os.system(f"cat {word}")  # reached
# -- safe
def view():
    word = request.args["q"]
    os.system(f"cat {{word}}")
# == nested f-string
def view():
    word = request.args["q"]
    os.system(f"cat {f"{'a'}-{word}"}")  # reached
# -- safe
def view():
    word = request.args["q"]
    os.system(f"cat {f"{'a'}-{len(word)}"}")
# == f-string with a format
def view():
    word = request.args["q"]
    os.system(f"cat {word:>10}")  # reached
# -- safe
def view():
    word = request.args["q"]
    os.system(f"cat {len(word):>10}")
# == percent
def view():
    os.system("cat %s %d" % (request.args["q"], 3))  # reached
# -- safe
def view():
    os.system("cat %s %d" % ("a", int(request.args["q"])))
# == percent with %d
def view():
    os.system("head -n %s" % request.args["q"])  # reached
# -- safe
def view():
    os.system("head -n %d" % request.args["q"])
# == percent with a dict
def view():
    os.system("cat %(a)s" % {"a": request.args["q"], "b": "x"})  # reached
# -- safe
def view():
    os.system("cat %(b)s" % {"a": request.args["q"], "b": "x"})
# == format
def view():
    os.system("cat {0} {1}".format("a", request.args["q"]))  # reached
# -- safe
def view():
    os.system("cat {0}".format("a", request.args["q"]))
# == format by name
def view():
    os.system("cat {word}".format(name="a", word=request.args["q"]))  # reached
# -- safe
def view():
    os.system("cat {name}".format(name="a", word=request.args["q"]))
# == format_map
def view():
    os.system("cat {word}".format_map({"name": "a", "word": request.args["q"]}))  # reached
# -- safe
def view():
    os.system("cat {name}".format_map({"name": "a", "word": request.args["q"]}))
# == join
def view():
    os.system(" ".join(["cat", request.args["q"]]))  # reached
# -- safe
def view():
    os.system(" ".join(["cat", str(len(request.args["q"]))]))
# == join of a comprehension
def view():
    os.system(" ".join(word.strip() for word in request.args.getlist("q")))  # reached
# -- safe
def view():
    os.system(" ".join("x" for word in request.args.getlist("q")))
# == join with an untrusted separator
def view():
    os.system(request.args["q"].join(["cat", "a"]))  # reached
# -- safe
def view():
    os.system(" ".join(["cat", "a"]) or request.args["q"])
# == += in a loop
def view():
    line = "cat"
    for word in request.args.getlist("q"):
        line += " " + word
    os.system(line)  # reached
# -- safe
def view():
    line = "cat"
    for word in request.args.getlist("q"):
        line += " x"
    os.system(line)
# == a list filled in a loop, then joined
def view():
    words = ["cat"]
    for word in request.args.getlist("q"):
        words.append(word)
    os.system(" ".join(words))  # reached
# -- safe
def view():
    words = ["cat"]
    for word in request.args.getlist("q"):
        words.append("x")
    os.system(" ".join(words))
# == string.Template
from string import Template
def view():
    os.system(Template("cat $word").substitute(word=request.args["q"]))  # reached
# -- safe
from string import Template
def view():
    os.system(Template("cat $word").substitute(word=len(request.args["q"])))
# == io.StringIO
import io
def view():
    buffer = io.StringIO()
    buffer.write("cat ")
    buffer.write(request.args["q"])
    os.system(buffer.getvalue())  # reached
# -- safe
import io
def view():
    buffer = io.StringIO()
    buffer.write("cat ")
    buffer.write("x" * len(request.args["q"]))
    os.system(buffer.getvalue())
# == encode and decode
def view():
    os.system(request.args["q"].encode().decode("latin-1"))  # reached
# -- safe
def view():
    os.system("é".encode().decode("latin-1"))
# == base64 there and back
import base64
def view():
    packed = base64.b64encode(request.args["q"].encode())
    os.system(base64.b64decode(packed).decode())  # reached
# -- safe
import base64
def view():
    packed = base64.b64encode(b"ls")
    os.system(base64.b64decode(packed).decode())
# == JSON there and back
import json
def view():
    packed = json.loads(json.dumps({"a": request.args["q"], "b": 1}))
    os.system(packed["a"])  # reached
# -- safe
import json
def view():
    packed = json.loads(json.dumps({"a": "ls", "b": 1}))
    os.system(packed["a"])
# == the groups of a match
import re
def view():
    match = re.match(r"(\d+) (.*)", request.args["q"])
    os.system(match.group(2))  # reached
# -- safe
import re
def view():
    match = re.match(r"(\d+) (.*)", request.args["q"])
    os.system(match.group(1))
# == what re.findall finds
import re
def view():
    for word in re.findall(r"\S+", request.args["q"]):
        os.system(word)  # reached
# -- safe
import re
def view():
    for word in re.findall(r"\d+", request.args["q"]):
        os.system(word)
# == re.sub of the untrusted text
import re
def view():
    os.system(re.sub(r"a", "b", request.args["q"]))  # reached
# -- safe
import re
def view():
    os.system(re.sub(r"[^a-z]", "", request.args["q"]))
# == re.sub with an untrusted replacement
import re
def view():
    os.system(re.sub("X", request.args["q"], "cat X"))  # reached
# -- safe
import re
def view():
    os.system(re.sub("X", "a", "cat X"))
# == split and partition
def view():
    head, _, tail = request.args["q"].partition(":")
    os.system(tail)  # reached
# -- safe
def view():
    head, _, tail = "ls:df".partition(":")
    os.system(tail)
# == translate and methods of texts
def view():
    os.system(request.args["q"].strip().lower().replace("a", "b").title())  # reached
# -- safe
def view():
    os.system("ls".strip().lower().replace("a", "b").title())
# == SQL: a value in the text
# rule: sql-injection
import sqlite3
def view():
    connection = sqlite3.connect("a.db")
    name = request.args["q"]
    connection.execute(f"SELECT * FROM users WHERE name = '{name}'")  # reached
# -- safe
import sqlite3
def view():
    connection = sqlite3.connect("a.db")
    name = request.args["q"]
    connection.execute("SELECT * FROM users WHERE name = ?", (name,))
# == SQL: an identifier
# rule: sql-injection
import sqlite3
def view():
    connection = sqlite3.connect("a.db")
    connection.execute(f"SELECT * FROM users ORDER BY {request.args['q']}")  # reached
# -- safe
import sqlite3
COLUMNS = {"name": "name", "age": "age"}
def view():
    connection = sqlite3.connect("a.db")
    connection.execute(f"SELECT * FROM users ORDER BY {COLUMNS[request.args['q']]}")
# == a command: what a shell reads
import subprocess
def view():
    subprocess.run(["sh", "-c", "cat " + request.args["q"]])  # reached
# -- safe
import subprocess
def view():
    subprocess.run(["cat", "--", request.args["q"]])
# == URL: the host
# rule: ssrf
import requests
def view():
    requests.get(f"https://{request.args['q']}/items", timeout=5)  # reached
# -- safe
import requests
def view():
    requests.get("https://example.com/items", params={"q": request.args["q"]}, timeout=5)
# == URL: the path behind a constant host
# rule: ssrf
import requests
def view():
    requests.get("https://example.com" + request.args["q"], timeout=5)  # reached
# -- safe
import requests
def view():
    requests.get("https://example.com/" + request.args["q"], timeout=5)
# == redirect: the host
# rule: open-redirect
from flask import redirect
def view():
    return redirect(request.args["q"])  # reached
# -- safe
from flask import redirect
def view():
    return redirect("/items/" + request.args["q"])
# == path: a segment
# rule: path-traversal
def view():
    return open("/srv/" + request.args["q"]).read()  # reached
# -- safe
from werkzeug.utils import secure_filename
def view():
    return open("/srv/" + secure_filename(request.args["q"])).read()
# == path: the content, not the name
# rule: path-traversal
def view():
    open(request.args["q"], "w").write("a")  # reached
# -- safe
def view():
    open("a", "w").write(request.args["q"])
# == HTML: escaped for it
# rule: reflected-xss
from flask import Flask
app = Flask(__name__)
@app.route("/")
def view():
    return "<b>" + request.args["q"] + "</b>"  # reached
# -- safe
import html
from flask import Flask
app = Flask(__name__)
@app.route("/")
def view():
    return "<b>" + html.escape(request.args["q"]) + "</b>"

# == an encoding that a decoder undoes
import base64
import shlex

def view():
    name = base64.b64encode(request.args["name"].encode())
    os.system("echo " + base64.b64decode(name).decode())  # reached
# -- safe
import base64
import shlex

def view():
    name = base64.b64encode(shlex.quote(request.args["name"]).encode())
    os.system("echo " + base64.b64decode(name).decode())

# == percent encoding undone
# rule: reflected-xss
import urllib.parse
from flask import Flask

app = Flask(__name__)

@app.route("/")
def view():
    name = urllib.parse.quote(request.args["name"])
    return "<p>" + urllib.parse.unquote(name) + "</p>"  # reached
# -- safe
import urllib.parse
from flask import Flask

app = Flask(__name__)

@app.route("/")
def view():
    name = urllib.parse.quote(request.args["name"])
    return "<p>" + name + "</p>"

# == escaping undone
# rule: reflected-xss
import html
from flask import Flask

app = Flask(__name__)

@app.route("/")
def view():
    name = html.escape(request.args["name"])
    return "<p>" + html.unescape(name) + "</p>"  # reached
# -- safe
import html
from flask import Flask

app = Flask(__name__)

@app.route("/")
def view():
    name = html.escape(request.args["name"])
    return "<p>" + name.strip() + "</p>"
# == functools.partial of a text's format
import functools
def view():
    make = functools.partial("x {a} {b}".format, a="k")
    os.system(make(b=request.args["q"]))  # reached
# -- safe
import functools
def view():
    make = functools.partial("x {a} {b}".format, a="k")
    os.system(make(b="ls"))
# == one of several open words
# rule: argument-injection
import shlex, subprocess
from pydantic import BaseModel
from fastapi import FastAPI
app = FastAPI()
class Job(BaseModel):
    number: int
    codec: str
@app.post("/")
def run(job: Job):
    line = f"ffmpeg -i {job.number}.mp4 -c:v {job.codec} out/{job.number}.mp4"
    subprocess.run(shlex.split(line), check=False)  # reached
# -- safe
# rule: argument-injection
import shlex, subprocess
from pydantic import BaseModel
from fastapi import FastAPI
app = FastAPI()
class Job(BaseModel):
    number: int
    codec: int
@app.post("/")
def run(job: Job):
    line = f"ffmpeg -i {job.number}.mp4 -c:v {job.codec} out/{job.number}.mp4"
    subprocess.run(shlex.split(line), check=False)
# == a named entry of what comes from outside, in a format
def app(environ, start_response):
    os.system("ls %(PATH_INFO)s" % environ)  # reached
# -- safe
def app(environ, start_response):
    os.system("ls %(SERVER_NAME)s" % environ)
# == a page with a text of which the signs of tags were replaced
# rule: reflected-xss
from flask import Flask
app = Flask(__name__)
@app.get("/gone")
def gone():
    if request.args:
        return "<p>" + request.path.replace(">", "&gt;") + " is gone</p>"  # reached
    return '<a href="' + request.path.replace("<", "&lt;") + '">moved</a>'  # reached
# -- safe
from flask import Flask
app = Flask(__name__)
@app.get("/gone")
def gone():
    return "<p>" + request.path.replace("<", "&lt;").replace(">", "&gt;") + " is gone</p>"  # review
