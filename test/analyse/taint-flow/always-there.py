# == a branch for a Python that is gone
import shlex
def view():
    if hasattr(shlex, "quoted"):
        word = shlex.quote(request.args["q"])
    else:
        word = request.args["q"]
    os.system("ls " + word)  # reached
# -- safe
import shlex
def view():
    if hasattr(shlex, "quote"):
        word = shlex.quote(request.args["q"])
    else:
        word = request.args["q"]
    os.system("ls " + word)
# == a branch for another system
def view():
    if hasattr(os, "startfile"):
        os.startfile("manual.pdf")
    else:
        os.system("open " + request.args["q"])  # reached
# -- safe
def view():
    if hasattr(os, "urandom"):
        os.listdir("manual")
    else:
        os.system("open " + request.args["q"])
