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
