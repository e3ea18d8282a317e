# == programs beside each other import their own module
# file: orders/app.py
from flask import request
from shell import run
def handle():
    run(request.args["name"])
# file: orders/shell.py
import subprocess
def run(name):
    subprocess.run(["echo", name])
# file: users/app.py
from flask import request
from shell import run
def handle():
    run(request.args["name"])
# file: users/shell.py
import os
def run(name):
    os.system("echo " + name)  # reached
# -- safe
# file: orders/app.py
from flask import request
from shell import run
def handle():
    run("orders")
# file: orders/shell.py
import os
def run(name):
    os.system("echo " + name)
# file: users/app.py
from flask import request
from shell import run
def handle():
    run(request.args["name"])
# file: users/shell.py
import subprocess
def run(name):
    subprocess.run(["echo", name])

# == a module that is imported by its name as a text
# file: orders/plugin.py
def command(name):
    return "echo"
# file: users/app.py
import importlib
import os
from flask import request
def handle():
    os.system(importlib.import_module("plugin").command(request.args["name"]))  # reached
# file: users/plugin.py
def command(name):
    return "echo " + name
# -- safe
# file: orders/plugin.py
def command(name):
    return "echo " + name
# file: users/app.py
import importlib
import os
from flask import request
def handle():
    os.system(importlib.import_module("plugin").command(request.args["name"]))
# file: users/plugin.py
def command(name):
    return "echo"

# == a module beside the importing one in a folder that is a package too
# file: app/__init__.py
# file: app/main.py
from flask import request
from shell import run
def handle():
    run(request.args["name"])
# file: app/shell.py
import os
def run(name):
    os.system("echo " + name)  # reached
# -- safe
# file: app/__init__.py
# file: app/main.py
from flask import request
from shell import run
def handle():
    run(request.args["name"])
# file: app/shell.py
import os
def other(name):
    os.system("echo " + name)
