# == arithmetic on constants decides a branch
def view():
    size = 7 * 6 - 2
    command = request.args["q"] if size > 39 else "ls"
    os.system(command)  # reached
# -- safe
def view():
    size = 7 * 6 - 2
    command = request.args["q"] if size > 40 else "ls"
    os.system(command)
# == arithmetic through several names
def view():
    first = 86
    second = 106
    command = "ls"
    if first * 7 + second > 200:
        command = request.args["q"]
    os.system(command)  # reached
# -- safe
def view():
    first = 86
    second = 106
    command = "ls"
    if first * 7 + second < 200:
        command = request.args["q"]
    os.system(command)
# == a comparison of texts
def view():
    mode = "shell"
    if mode == "shell":
        os.system(request.args["q"])  # reached
# -- safe
def view():
    mode = "shell"
    if mode == "plain":
        os.system(request.args["q"])
# == a small set of constants
def view(flag):
    mode = "a" if flag else "b"
    if mode in ("b", "c"):
        os.system(request.args["q"])  # reached
# -- safe
def view(flag):
    mode = "a" if flag else "b"
    if mode in ("c", "d"):
        os.system(request.args["q"])
# == a method of a constant text
def view():
    name = "Shell-Mode".lower().replace("-", "_")
    if name.startswith("shell"):
        os.system(request.args["q"])  # reached
# -- safe
def view():
    name = "Shell-Mode".lower().replace("-", "_")
    if name.startswith("Shell"):
        os.system(request.args["q"])
# == a slice of a constant text
def view():
    letters = "ABC"
    if letters[1:] == "BC":
        os.system(request.args["q"])  # reached
# -- safe
def view():
    letters = "ABC"
    if letters[1:] == "AB":
        os.system(request.args["q"])
# == a character of a constant text
def view():
    guess = "ABC"[1]
    command = "ls"
    match guess:
        case "B":
            command = request.args["q"]
        case "A" | "C":
            command = "df"
    os.system(command)  # reached
# -- safe
def view():
    guess = "ABC"[2]
    command = "ls"
    match guess:
        case "B":
            command = request.args["q"]
        case "A" | "C":
            command = "df"
    os.system(command)
# == a slice of an untrusted text
def view():
    os.system(request.args["q"][1:5])  # reached
# -- safe
def view():
    os.system("ls -l"[1:5])
# == a formatted constant decides
def view():
    key = f"{'a'}-{1 + 1}"
    os.system({"a-2": request.args["q"], "a-1": "ls"}[key])  # reached
# -- safe
def view():
    key = f"{'a'}-{1 + 0}"
    os.system({"a-2": request.args["q"], "a-1": "ls"}[key])
# == a constant condition with else
def view():
    if True:
        command = request.args["q"]
    else:
        command = "ls"
    os.system(command)  # reached
# -- safe
def view():
    if False:
        command = request.args["q"]
    else:
        command = "ls"
    os.system(command)
# == a conditional expression
DEBUG = True
def view():
    os.system(request.args["q"] if DEBUG else "ls")  # reached
# -- safe
DEBUG = False
def view():
    os.system(request.args["q"] if DEBUG else "ls")
# == while with a constant condition
def view():
    while True:
        os.system(request.args["q"])  # reached
# -- safe
def view():
    while False:
        os.system(request.args["q"])
# == and with a constant
def view():
    os.system(True and request.args["q"])  # reached
# -- safe
def view():
    os.system(False and request.args["q"])
# == or with a constant
def view():
    os.system("" or request.args["q"])  # reached
# -- safe
def view():
    os.system("ls" or request.args["q"])
# == not of a constant
def view():
    if not 0:
        os.system(request.args["q"])  # reached
# -- safe
def view():
    if not 1:
        os.system(request.args["q"])
# == code behind a return
def view():
    os.system(request.args["q"])  # reached
    return "ok"
# -- safe
def view():
    return "ok"
    os.system(request.args["q"])
# == an enumeration's member decides
import enum
class Mode(enum.Enum):
    SHELL = 1
    PLAIN = 2
def view():
    if Mode.SHELL is Mode.SHELL:
        os.system(request.args["q"])  # reached
# -- safe
# known: is between members of an Enum is not decided
import enum
class Mode(enum.Enum):
    SHELL = 1
    PLAIN = 2
def view():
    if Mode.PLAIN is Mode.SHELL:
        os.system(request.args["q"])
# == what does not carry: a length
def view():
    os.system("head -c " + str(request.args["q"]))  # reached
# -- safe
def view():
    os.system("head -c " + str(len(request.args["q"])))
# == what does not carry: a digest
import hashlib
def view():
    os.system("touch " + str(request.args["q"].encode()))  # reached
# -- safe
import hashlib
def view():
    os.system("touch " + str(hashlib.sha256(request.args["q"].encode()).hexdigest()))
# == what does not carry: a comparison
def view():
    os.system("touch " + str(request.args["q"]))  # reached
# -- safe
def view():
    os.system("touch " + str(request.args["q"] > "a"))
# == an annotation that names itself
from typing import Union
Word = str
Word = Union[Word, bytes]
def run(word: Word):
    os.system(word)  # reached
def view():
    run(request.args["q"])
# -- safe
from typing import Union
Word = str
Word = Union[Word, bytes]
def run(word: Word):
    os.system(word)
def view():
    run("ls")
# == all names of a module outside
from flask import *
from os import system
app = Flask(__name__)
@app.get("/")
def view():
    system(request.args["name"])  # reached
    return ""
# -- safe
from flask import *
from os import system
app = Flask(__name__)
@app.get("/")
def view():
    system(url_for("view"))
    return ""
# == member of a list beside others that are not known
import settings
def is_here(name):
    return name in ["", "self", settings.OWN_NAME]
def line(word, wiki="other"):
    return "echo here" if is_here(wiki) else f"echo {word}"
def view():
    os.system(line(request.args["q"]))  # reached
# -- safe
import settings
def is_here(name):
    return name in ["", "self", settings.OWN_NAME]
def line(word, wiki=""):
    return "echo here" if is_here(wiki) else f"echo {word}"
def view():
    os.system(line(request.args["q"]))
# == what is found by a text is not the text
def view():
    drawer = kept.get("drawer", default=request.args["q"])
    os.system("ls " + drawer)  # reached
# -- safe
def view():
    drawer = kept.get(label=request.args["q"])
    os.system("ls " + drawer)
# == what a helper makes of a text
# rule: nosql-injection
import json
from pymongo import MongoClient
rows = MongoClient().shop.rows
def read(text):
    return json.loads(text)
def passed(handler):
    def run(*args, **kwargs):
        return handler(*args, **kwargs)
    return run
def view():
    return list(rows.find({"name": read(request.args["q"])["name"]}))  # reached
# -- safe
import json
from pymongo import MongoClient
rows = MongoClient().shop.rows
def read(text):
    return text.strip()
def view():
    return list(rows.find({"name": read(request.args["q"])}))
# == a number made of what was sent
def view():
    key = request.args["q"] * 16
    os.system(f"unlock {key}")  # reached
# -- safe
def view():
    key = ((request.args["q"] % 65536) << 16) | 3
    os.system(f"unlock {key}")
