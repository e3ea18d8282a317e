# == a text with a hole is checked for what leads out
# rule: path-traversal
def view():
    path = f"{request.args['q']}.txt"
    if path.startswith("/") or ".." in request.args["r"]:
        abort(400)
    return open(os.path.join("/srv/files", path)).read()  # reached
# -- safe
def view():
    path = f"{request.args['q']}.txt"
    if path.startswith("/") or ".." in path:
        abort(400)
    return open(os.path.join("/srv/files", path)).read()
# == a text with a hole is one of a few, and a part of another
def view():
    word = f"{request.args['q']}.txt"
    if word not in request.args["r"]:
        abort(400)
    os.system("ls " + word)  # reached
# -- safe
def view():
    word = f"{request.args['q']}.txt"
    if word not in ("a.txt", "b.txt"):
        abort(400)
    os.system("ls " + word)
# == a text with two holes
# rule: path-traversal
def view():
    shelf, name = request.args["a"], request.args["b"]
    path = f"{shelf}/{name}"
    if ".." in shelf or shelf.startswith("/"):
        abort(400)
    return open(os.path.join("/srv/files", path)).read()  # reached
# -- safe
def view():
    shelf, name = request.args["a"], request.args["b"]
    path = f"{shelf}/{name}"
    if ".." in path or path.startswith("/"):
        abort(400)
    return open(os.path.join("/srv/files", path)).read()
# == the whole is checked, and a part of it used alone
# rule: path-traversal
def view():
    name = request.args["a"]
    path = f"x{name}"
    if path.startswith("/"):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["a"]
    path = f"x{name}"
    if path.startswith("/") or ".." in path:
        abort(400)
    return open(os.path.join("/srv/files", path)).read()
# == joined from its characters, then checked
# rule: path-traversal
def plain(text):
    return "".join(sign if sign > " " else f"%{ord(sign):02x}" for sign in text)
def view():
    name = plain(request.args["q"])
    if "#" in name:
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def plain(text):
    return "".join(sign if sign > " " else f"%{ord(sign):02x}" for sign in text)
def view():
    name = plain(request.args["q"])
    if ".." in name.split("/") or os.path.isabs(name):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
