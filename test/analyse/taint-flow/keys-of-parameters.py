# == keys of a dict that a function gets
# rule: path-traversal
from pathlib import Path
def save(files):
    for name, text in files.items():
        (Path("/srv/notes") / name).write_text(text)  # reached
def view():
    save({request.args["q"]: "text"})
# -- safe
from pathlib import Path
def save(files):
    for name, text in files.items():
        (Path("/srv/notes") / name).write_text(text)
def view():
    save({"a.txt": request.args["q"]})
# == values of a dict that a function gets
def run(words):
    for name, word in words.items():
        os.system(word)  # reached
def view():
    run({"a": request.args["q"]})
# -- safe
def run(words):
    for name, word in words.items():
        os.system(word)
def view():
    run({request.args["q"]: "ls"})
# == a dict from outside, as it is
# rule: path-traversal
from pathlib import Path
def save(files):
    for name, text in files.items():
        (Path("/srv/notes") / name).write_text(text)  # reached
def view():
    save(request.form)
# -- safe
from pathlib import Path
def save(files):
    for name, text in files.items():
        (Path("/srv/notes") / "note").write_text(text)
def view():
    save(request.form)
# == a dict or nothing, in a function too long to be looked at again
# rule: path-traversal
from pathlib import Path
def save(where, files: dict[str, str] | None = None):
    for name, text in (files or {}).items():
        (Path("/srv/notes") / name).write_text(text)  # reached
    parts = [where, where + "a", where + "b", where + "c", where + "d", where + "e", where + "f", where + "g"]
    more = [where, where + "a", where + "b", where + "c", where + "d", where + "e", where + "f", where + "g"]
    most = [where, where + "a", where + "b", where + "c", where + "d", where + "e", where + "f", where + "g"]
    return parts, more, most
def view():
    save("x", {request.args["q"]: "text"})
# -- safe
from pathlib import Path
def save(where, files: dict[str, str] | None = None):
    for name, text in (files or {}).items():
        (Path("/srv/notes") / name).write_text(text)
    parts = [where, where + "a", where + "b", where + "c", where + "d", where + "e", where + "f", where + "g"]
    more = [where, where + "a", where + "b", where + "c", where + "d", where + "e", where + "f", where + "g"]
    most = [where, where + "a", where + "b", where + "c", where + "d", where + "e", where + "f", where + "g"]
    return parts, more, most
def view():
    save("x", {"a.txt": request.args["q"]})
