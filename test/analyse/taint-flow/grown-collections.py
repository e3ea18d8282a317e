# == a set that the function around made and added to
from flask import Flask
app = Flask(__name__)
def make():
    words = {"ls", "df"}
    words |= {word for word in request.args["more"].split(",")}
    @app.get("/")
    def view():
        word = request.args["q"]
        if word in words:
            os.system(word)  # reached
# -- safe
from flask import Flask
app = Flask(__name__)
def make():
    words = {"ls", "df"}
    words |= {word for word in os.environ.get("MORE", "").split(",")}
    @app.get("/")
    def view():
        word = request.args["q"]
        if word in words:
            os.system(word)
# == a text of the function around that grew
from flask import Flask
app = Flask(__name__)
def make():
    words = "ls"
    words += os.environ.get("MORE", "")
    @app.get("/")
    def view():
        word = request.args["q"]
        if word in words:
            os.system(word)  # reached
# -- safe
from flask import Flask
app = Flask(__name__)
def make():
    words = ["ls"]
    words += os.environ.get("MORE", "").split()
    @app.get("/")
    def view():
        word = request.args["q"]
        if word in words:
            os.system(word)
# == a list at the top level of a module that a handler fills
from flask import Flask
app = Flask(__name__)
JOBS = []
def work():
    for job in JOBS:
        os.system(job)  # reached
@app.post("/")
def view():
    JOBS.append(request.form["job"])
    return ""
# -- safe
from flask import Flask
app = Flask(__name__)
JOBS = []
def work():
    for job in JOBS:
        os.system(job)
@app.post("/")
def view():
    JOBS.append("df")
    return ""
# == a queue of pairs
from flask import Flask
import queue
app = Flask(__name__)
JOBS: queue.Queue = queue.Queue(maxsize=10)
def work():
    while not JOBS.empty():
        job, times = JOBS.get()
        os.system(job)  # reached
@app.post("/")
def view():
    JOBS.put((request.form["job"], 3))
    return work()
# -- safe
from flask import Flask
import queue
app = Flask(__name__)
JOBS: queue.Queue = queue.Queue(maxsize=10)
def work():
    while not JOBS.empty():
        job, times = JOBS.get()
        os.system(times)
@app.post("/")
def view():
    JOBS.put((request.form["job"], "df"))
    return work()
# == a list of another module, filled by a function that is given the value
# file: shop/jobs.py
import os
jobs = []
def work():
    os.system(jobs.pop())  # reached
# file: shop/views.py
from flask import Flask, request
from shop.jobs import jobs
app = Flask(__name__)
def note(job):
    jobs.insert(0, job)
@app.post("/")
def view():
    note(request.form["job"])
    return ""
# -- safe
# file: shop/jobs.py
import os
jobs = []
def work():
    os.system(jobs.pop())
# file: shop/views.py
from flask import Flask, request
from shop.jobs import jobs
app = Flask(__name__)
def note(job):
    jobs = []
    jobs.insert(0, job)
@app.post("/")
def view():
    note(request.form["job"])
    return ""
# == a dict that is updated, by key
from flask import Flask
app = Flask(__name__)
SETTINGS = {"tool": "df", "user": ""}
def work():
    os.system(SETTINGS["tool"])  # reached
@app.post("/")
def view():
    SETTINGS.update(tool=request.form["tool"])
    return ""
# -- safe
from flask import Flask
app = Flask(__name__)
SETTINGS = {"tool": "df", "user": ""}
def work():
    os.system(SETTINGS["tool"])
@app.post("/")
def view():
    SETTINGS.update(user=request.form["user"])
    return ""
