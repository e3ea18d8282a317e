# == parts: only the parts
# rule: path-traversal
def view():
    name = request.args["q"]
    if ".." in name.split("/"):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    if ".." in name.split("/") or os.path.isabs(name):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == parts: only the root
# rule: path-traversal
def view():
    name = request.args["q"]
    if os.path.isabs(name):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    if os.path.isabs(name) or ".." in name:
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == parts: and instead of or
# rule: path-traversal
def view():
    name = request.args["q"]
    if ".." in name.split("/") and name.startswith("/"):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    if ".." not in name.split("/") and not name.startswith("/"):
        return open(os.path.join("/srv/files", name)).read()
    return ""
# == parts: kept in a variable
# rule: path-traversal
def view():
    name = request.args["q"]
    parts = request.args["r"].split("/")
    if name.startswith("/") or ".." in parts:
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    parts = name.split("/")
    if name.startswith("/") or ".." in parts:
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == parts: split at another sign
# rule: path-traversal
def view():
    name = request.args["q"]
    if name.startswith("/") or ".." in name.split("."):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    if name.startswith("/") or ".." in name.split(os.sep):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == parts: of a path object
# rule: path-traversal
from pathlib import PurePosixPath
def view():
    name = request.args["q"]
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.suffixes:
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
from pathlib import PurePosixPath
def view():
    name = request.args["q"]
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == parts: of a path object made for the question
# rule: path-traversal
from pathlib import Path
BASE = Path("/srv/files")
def view():
    name = request.args["q"]
    if Path(request.args["r"]).is_absolute() or ".." in Path(name).parts:
        abort(400)
    return (BASE / name).read_text()  # reached
# -- safe
from pathlib import Path
BASE = Path("/srv/files")
def view():
    name = request.args["q"]
    if Path(name).is_absolute() or ".." in Path(name).parts:
        abort(400)
    return (BASE / name).read_text()
# == parts: absolute for Windows only
# rule: path-traversal
import pathlib
def view():
    name = request.args["q"]
    if ".." in name.split("/") or pathlib.PureWindowsPath(name).is_absolute():
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
import pathlib
def view():
    name = request.args["q"]
    if ".." in name.split("/") or pathlib.PureWindowsPath(name).is_absolute() or pathlib.PurePosixPath(name).is_absolute():
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == parts: any of them
# rule: path-traversal
def view():
    name = request.args["q"]
    if name.startswith("/") or all(part == ".." for part in name.split("/")):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    if name.startswith("/") or any(part == ".." for part in name.split("/")):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == parts: any of them among a few
# rule: path-traversal
def view():
    name = request.args["q"]
    if name.startswith("/") or any(part in (".", "") for part in name.split("/")):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    if name.startswith("/") or any(part in (".", "..", "") for part in name.split("/")):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == parts: a loop over them
# rule: path-traversal
def view():
    name = request.args["q"]
    if name.startswith("/"):
        abort(400)
    for part in name.split("/"):
        if part == ".":
            abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    if name.startswith("/"):
        abort(400)
    for part in name.split("/"):
        if part == "..":
            abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == parts: asked after the directory was put in front and the path was normalised
# rule: path-traversal
def view():
    name = request.args["q"]
    if name.startswith("/"):
        abort(400)
    path = os.path.normpath(os.path.join("/srv/files", name))
    if ".." in path.split("/"):
        abort(400)
    return open(path).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    if name.startswith("/"):
        abort(400)
    path = os.path.join("/srv/files", name)
    if ".." in path.split("/"):
        abort(400)
    return open(path).read()
# == parts: a name that was normalised begins with two dots
# rule: path-traversal
def view():
    name = request.args["q"]
    if name.startswith("..") or os.path.isabs(name):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = os.path.normpath(request.args["q"])
    if name.startswith("..") or os.path.isabs(name):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == parts: a helper that raises
# rule: path-traversal
import pathlib, posixpath
def check(path):
    error = ValueError("no such path")
    if any(sign in path for sign in ["\\"]) or ".." in path.split("/"):
        raise error
    return path
def view():
    path = check(request.args["q"])
    return open(os.path.join("/srv/files", path)).read()  # reached
# -- safe
import pathlib, posixpath
def check(path):
    error = ValueError("no such path")
    if (
        any(sign in path for sign in ["\\"])
        or ".." in path.split("/")
        or pathlib.PureWindowsPath(path).is_absolute()
        or pathlib.PurePosixPath(path).is_absolute()
        or (os.name == "nt" and len(path) >= 2 and path[1] == ":")
    ):
        raise error
    return path
def view():
    path = check(request.args["q"])
    return open(os.path.join("/srv/files", path)).read()
# == parts: a helper that returns a boolean
# rule: path-traversal
def good(path):
    return ".." not in path.split("/") or not path.startswith("/")
def view():
    name = request.args["q"]
    if not good(name):
        abort(404)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def good(path):
    return ".." not in path.split("/") and not path.startswith("/")
def view():
    name = request.args["q"]
    if not good(name):
        abort(404)
    return open(os.path.join("/srv/files", name)).read()
# == parts: a helper that says what is wrong
# rule: path-traversal
def escapes(path):
    parts = path.split("/")
    return os.path.isabs(path) and ".." in parts
def view():
    name = request.args["q"]
    if escapes(name):
        return "no", 400
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def escapes(path):
    parts = path.split("/")
    return os.path.isabs(path) or ".." in parts
def view():
    name = request.args["q"]
    if escapes(name):
        return "no", 400
    return open(os.path.join("/srv/files", name)).read()
# == parts: the last name of a checked path
# rule: path-traversal
import posixpath
def check(path):
    if path.startswith("/"):
        raise ValueError(path)
def view():
    path = request.args["q"]
    check(path)
    return os.remove(os.path.join("/srv/files", posixpath.dirname(path)))  # reached
# -- safe
import posixpath
def check(path):
    if path.startswith("/") or ".." in path.split("/"):
        raise ValueError(path)
def view():
    path = request.args["q"]
    check(path)
    return os.remove(os.path.join("/srv/files", posixpath.dirname(path)))
# == directory: relative_to in try
# rule: path-traversal
from pathlib import Path
BASE = Path("/srv/files")
def view():
    path = (BASE / request.args["q"]).resolve()
    try:
        path.relative_to(BASE)
    except ValueError:
        print("odd")
    return path.read_text()  # reached
# -- safe
from pathlib import Path
BASE = Path("/srv/files")
def view():
    path = (BASE / request.args["q"]).resolve()
    try:
        path.relative_to(BASE)
    except ValueError:
        return "no"
    return path.read_text()
# == directory: relative_to of a path that was not resolved
# rule: path-traversal
from pathlib import Path
BASE = Path("/srv/files")
def view():
    path = BASE / request.args["q"]
    path.relative_to(BASE)
    return path.read_text()  # reached
# -- safe
from pathlib import Path
BASE = Path("/srv/files")
def view():
    path = BASE / request.args["q"]
    path.resolve().relative_to(BASE)
    return path.read_text()
# == directory: a helper that returns a boolean
# rule: path-traversal
from pathlib import Path
BASE = Path("/srv/files")
def inside(path, directory):
    try:
        relative = Path(path).relative_to(Path(directory))
    except ValueError:
        return False
    return relative.name != ""
def view():
    target = Path(request.args["q"])
    if not inside(target, BASE):
        raise ValueError("no")
    return open(target).read()  # reached
# -- safe
from pathlib import Path
BASE = Path("/srv/files")
def inside(path, directory):
    try:
        relative = Path(path).resolve().relative_to(Path(directory).resolve())
    except ValueError:
        return False
    return relative.name != ""
def view():
    target = Path(request.args["q"])
    if not inside(target, BASE):
        raise ValueError("no")
    return open(target).read()
# == directory: a helper that returns a boolean on both ways
# rule: path-traversal
from pathlib import Path
BASE = Path("/srv/files")
def inside(path, directory) -> bool:
    path = Path(path).absolute()
    try:
        path.relative_to(Path(directory).absolute())
        return True
    except ValueError:
        return True
def view():
    target = Path(request.args["q"]).resolve()
    if inside(target, BASE):
        return open(target).read()  # reached
# -- safe
from pathlib import Path
BASE = Path("/srv/files")
def inside(path, directory) -> bool:
    path = Path(path).absolute()
    try:
        path.relative_to(Path(directory).absolute())
        return True
    except ValueError:
        return False
def view():
    target = Path(request.args["q"]).resolve()
    if inside(target, BASE):
        return open(target).read()
# == directory: any of several
# rule: path-traversal
from pathlib import Path
ROOTS = [Path("/srv/files"), Path("/srv/more")]
def inside(path, root):
    return path.is_relative_to(root)
def view():
    target = Path(request.args["q"]).resolve()
    if not all(inside(Path("/srv/files/a"), root) for root in ROOTS):
        abort(403)
    return open(target).read()  # reached
# -- safe
from pathlib import Path
ROOTS = [Path("/srv/files"), Path("/srv/more")]
def inside(path, root):
    return path.is_relative_to(root)
def view():
    target = Path(request.args["q"]).resolve()
    if not any(inside(target, root) for root in ROOTS):
        abort(403)
    return open(target).read()
# == directory: a verdict and its reason
# rule: path-traversal
from pathlib import Path
BASE = Path("/srv/files")
def allowed(path, roots):
    for root in roots:
        if path.is_relative_to(root):
            return True, "inside"
    return False, "outside"
def view():
    target = Path(request.args["q"]).resolve()
    good, reason = allowed(target, [BASE])
    if not reason:
        abort(403)
    return open(target).read()  # reached
# -- safe
from pathlib import Path
BASE = Path("/srv/files")
def allowed(path, roots):
    for root in roots:
        if path.is_relative_to(root):
            return True, "inside"
    return False, "outside"
def view():
    target = Path(request.args["q"]).resolve()
    good, reason = allowed(target, [BASE])
    if not good:
        abort(403)
    return open(target).read()
# == directory: a path and an error
# rule: path-traversal
BASE = "/srv/files"
def locate(name):
    path = os.path.realpath(os.path.join(BASE, name))
    if not path.startswith(BASE):
        return None, "outside"
    return path, None
def view():
    path, error = locate(request.args["q"])
    if error:
        abort(403, error)
    return open(path).read()  # reached
# -- safe
BASE = "/srv/files"
def locate(name):
    path = os.path.realpath(os.path.join(BASE, name))
    if not path.startswith(BASE + os.sep):
        return None, "outside"
    return path, None
def view():
    path, error = locate(request.args["q"])
    if error:
        abort(403, error)
    return open(path).read()
# == directory: a path and an error, returned together
# rule: path-traversal
BASE = "/srv/files"
def locate(name):
    path = os.path.realpath(os.path.join(BASE, name))
    error = None
    if not path.startswith(BASE + os.sep):
        error = "outside"
    return path, error
def view():
    path, error = locate(request.args["q"])
    return open(path).read()  # reached
# -- safe
BASE = "/srv/files"
def locate(name):
    path = os.path.realpath(os.path.join(BASE, name))
    error = None
    if not path.startswith(BASE + os.sep):
        error = "outside"
    return path, error
def view():
    path, error = locate(request.args["q"])
    if error:
        abort(403, error)
    return open(path).read()
# == directory: the cleaned path or nothing
# rule: path-traversal
from pathlib import Path
BASE = Path("/srv/files")
def locate(name):
    path = (BASE / name).resolve()
    try:
        path.relative_to(BASE)
    except ValueError:
        return path.parent
    return path
def view():
    path = locate(request.args["q"])
    return path.read_text()  # reached
# -- safe
from pathlib import Path
BASE = Path("/srv/files")
def locate(name):
    path = (BASE / name).resolve()
    try:
        path.relative_to(BASE)
    except ValueError:
        return None
    return path
def view():
    path = locate(request.args["q"])
    return path.read_text()
# == directory: the result of relative_to
# rule: path-traversal
from pathlib import Path
BASE = Path("/srv/files")
def view():
    path = BASE / request.args["q"]
    inner = path.relative_to(BASE)
    return (BASE / inner).read_text()  # reached
# -- safe
from pathlib import Path
BASE = Path("/srv/files")
def view():
    path = (BASE / request.args["q"]).resolve()
    inner = path.relative_to(BASE)
    return (BASE / inner).read_text()
# == directory: a method of a store
# rule: path-traversal
from pathlib import Path
class Store:
    def __init__(self, base):
        self.base = Path(base).resolve()
    def locate(self, name):
        path = (self.base / name).resolve()
        if not path.is_absolute():
            raise PermissionError(name)
        return path
    def read(self, name):
        return self.locate(name).read_text()  # reached
def view():
    return Store("/srv/files").read(request.args["q"])
# -- safe
from pathlib import Path
class Store:
    def __init__(self, base):
        self.base = Path(base).resolve()
    def locate(self, name):
        path = (self.base / name).resolve()
        if not path.is_relative_to(self.base):
            raise PermissionError(name)
        return path
    def read(self, name):
        return self.locate(name).read_text()
def view():
    return Store("/srv/files").read(request.args["q"])
# == directory: a method that checks, of an object at the top level
# rule: path-traversal
# file: app/store.py
import os
class Guardian:
    def __init__(self, base):
        self.base = os.path.realpath(base)
    def check(self, path):
        if not os.path.realpath(path).startswith(self.base):
            raise PermissionError(path)
guardian = Guardian("/srv/files")
# file: app/views.py
from flask import request
from app.store import guardian
def view():
    path = request.args["q"]
    guardian.check(path)
    return open(path).read()  # reached
# -- safe
# file: app/store.py
import os
class Guardian:
    def __init__(self, base):
        self.base = os.path.realpath(base)
    def check(self, path):
        if not os.path.realpath(path).startswith(self.base + os.sep):
            raise PermissionError(path)
guardian = Guardian("/srv/files")
# file: app/views.py
from flask import request
from app.store import guardian
def view():
    path = request.args["q"]
    guardian.check(path)
    return open(path).read()
# == directory: commonpath in a helper of another module
# rule: path-traversal
# file: app/paths.py
import os
def within(base, path):
    base = os.path.realpath(base)
    return os.path.commonprefix([base, os.path.realpath(path)]) == base
# file: app/views.py
import os
from flask import abort, request
from app import paths
def view():
    path = os.path.join("/srv/files", request.args["q"])
    if not paths.within("/srv/files", path):
        abort(403)
    return open(path).read()  # reached
# -- safe
# file: app/paths.py
import os
def within(base, path):
    base = os.path.realpath(base)
    return os.path.commonpath([base, os.path.realpath(path)]) == base
# file: app/views.py
import os
from flask import abort, request
from app import paths
def view():
    path = os.path.join("/srv/files", request.args["q"])
    if not paths.within("/srv/files", path):
        abort(403)
    return open(path).read()
# == directory: commonpath that raises
# rule: path-traversal
def check(base, path):
    if os.path.commonpath((base, path)) != base:
        raise PermissionError(path)
def view():
    path = os.path.join("/srv/files", request.args["q"])
    check("/srv/files", path)
    return open(path).read()  # reached
# -- safe
def check(base, path):
    if os.path.commonpath((base, path)) != base:
        raise PermissionError(path)
def view():
    path = os.path.abspath(os.path.join("/srv/files", request.args["q"]))
    check("/srv/files", path)
    return open(path).read()
# == directory: itself or below it
# rule: path-traversal
BASE = "/srv/files"
def view():
    path = os.path.realpath(os.path.join(BASE, request.args["q"]))
    if path != BASE and not path.startswith(BASE):
        abort(403)
    return open(path).read()  # reached
# -- safe
BASE = "/srv/files"
def view():
    path = os.path.realpath(os.path.join(BASE, request.args["q"]))
    if path != BASE and not path.startswith(BASE + "/"):
        abort(403)
    return open(path).read()
# == directory: itself or among the parents
# rule: path-traversal
from pathlib import Path
BASE = Path("/srv/files")
def view():
    path = (BASE / request.args["q"]).resolve()
    if path.parent != path and BASE in Path("/srv/files/a").parents:
        return path.read_text()  # reached
    abort(404)
# -- safe
from pathlib import Path
BASE = Path("/srv/files")
def view():
    path = (BASE / request.args["q"]).resolve()
    if path == BASE or BASE in path.parents:
        return path.read_text()
    abort(404)
# == directory: the text of a path object
# rule: path-traversal
from pathlib import Path
BASE = Path("/srv/files")
def view():
    path = (BASE / request.args["q"]).resolve()
    if not str(path).startswith(str(BASE)):
        abort(403)
    return path.read_text()  # reached
# -- safe
from pathlib import Path
BASE = Path("/srv/files")
def view():
    path = (BASE / request.args["q"]).resolve()
    if not str(path).startswith(str(BASE) + os.sep):
        abort(403)
    return path.read_text()
# == directory: with a separator joined to it
# rule: path-traversal
BASE = os.path.abspath("files")
def view():
    path = os.path.abspath(os.path.join(BASE, request.args["q"]))
    if not path.startswith(os.path.join(BASE, "a")):
        abort(403)
    return open(path).read()  # reached
# -- safe
BASE = os.path.abspath("files")
def view():
    path = os.path.abspath(os.path.join(BASE, request.args["q"]))
    if not path.startswith(os.path.join(BASE, "")):
        abort(403)
    return open(path).read()
# == directory: relpath that leads out
# rule: path-traversal
BASE = "/srv/files"
def view():
    path = os.path.join(BASE, request.args["q"])
    relative = os.path.relpath(path, BASE)
    if relative.startswith("/"):
        abort(403)
    return open(path).read()  # reached
# -- safe
BASE = "/srv/files"
def view():
    path = os.path.join(BASE, request.args["q"])
    relative = os.path.relpath(path, BASE)
    if relative.startswith(".."):
        abort(403)
    return open(path).read()
# == directory: of a file below it that is there
# rule: path-traversal
from pathlib import Path
BASE = Path("/srv/files")
def view():
    path = BASE / request.args["q"]
    if path.name in [one.name for one in BASE.iterdir()]:
        return path.read_text()  # reached
    abort(404)
# -- safe
from pathlib import Path
BASE = Path("/srv/files")
def view():
    name = request.args["q"]
    if name in [one.name for one in BASE.iterdir()]:
        return (BASE / name).read_text()
    abort(404)
# == directory: names that os.listdir gives
# rule: path-traversal
def view():
    name = request.args["q"]
    if name.lower() not in os.listdir("/srv/files"):
        abort(404)
    return open("/srv/files/" + name).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    if name not in os.listdir("/srv/files"):
        abort(404)
    return open("/srv/files/" + name).read()
# == a name: compared with its last part
# rule: path-traversal
def view():
    name = request.args["q"]
    if name != os.path.normpath(name):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    if name in ("", ".", "..") or name != os.path.basename(name):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == a name: compared with its cleaned form
# rule: path-traversal
import re
def check(name):
    if re.sub(r"(?i)x", "", name) != name:
        raise ValueError(name)
def view():
    name = request.args["q"]
    check(name)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
import re
def check(name):
    if re.sub(r"[^a-z0-9_-]", "", name) != name:
        raise ValueError(name)
def view():
    name = request.args["q"]
    check(name)
    return open(os.path.join("/srv/files", name)).read()
# == a name: compared with what secure_filename makes of it
# rule: path-traversal
from werkzeug.utils import secure_filename
def view():
    name = request.args["q"]
    if name == secure_filename(name):
        print(name)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
from werkzeug.utils import secure_filename
def view():
    name = request.args["q"]
    if name != secure_filename(name):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == a name: a separator in it, in a helper
# rule: path-traversal
def check(name):
    if "/" in name:
        print(name)
    return name
def view():
    return open(os.path.join("/srv/files", check(request.args["q"]) + ".txt")).read()  # reached
# -- safe
def check(name):
    if os.sep in name or (os.altsep and os.altsep in name) or name in (os.curdir, os.pardir):
        raise ValueError(name)
    return name
def view():
    return open(os.path.join("/srv/files", check(request.args["q"]) + ".txt")).read()
# == against what: a directory that the client names
# rule: path-traversal
from pathlib import Path
def view():
    path = Path(request.args["q"]).resolve()
    if not path.is_relative_to(request.args["base"]):
        abort(403)
    return path.read_text()  # reached
# -- safe
from pathlib import Path
def view():
    path = Path(request.args["q"]).resolve()
    if not path.is_relative_to("/srv/files"):
        abort(403)
    return path.read_text()
# == against what: a directory that the client names, in a helper
# rule: path-traversal
def inside(base, path):
    return os.path.realpath(path).startswith(os.path.realpath(base) + os.sep)
def view():
    path = request.args["q"]
    if not inside(request.args["base"], path):
        abort(403)
    return open(path).read()  # reached
# -- safe
def inside(base, path):
    return os.path.realpath(path).startswith(os.path.realpath(base) + os.sep)
def view():
    path = request.args["q"]
    if not inside("/srv/files", path):
        abort(403)
    return open(path).read()
# == against what: passed through two helpers
# rule: path-traversal
def inside(base, path):
    return os.path.commonpath([base, path]) == base
def check(base, path):
    if not inside(base, path):
        raise PermissionError(path)
def view():
    path = os.path.realpath(request.args["q"])
    check(request.args["base"], path)
    return open(path).read()  # reached
# -- safe
def inside(base, path):
    return os.path.commonpath([base, path]) == base
def check(base, path):
    if not inside(base, path):
        raise PermissionError(path)
def view():
    path = os.path.realpath(request.args["q"])
    check("/srv/files", path)
    return open(path).read()
# == against what: the path that comes back holds the directory
# rule: path-traversal
def locate(base, name):
    path = os.path.realpath(os.path.join(base, name))
    if not path.startswith(base + os.sep):
        raise PermissionError(name)
    return path
def view():
    return open(locate(request.args["base"], "a.txt")).read()  # reached
# -- safe
def locate(base, name):
    path = os.path.realpath(os.path.join(base, name))
    if not path.startswith(base + os.sep):
        raise PermissionError(name)
    return path
def view():
    return open(locate("/srv/files", request.args["q"])).read()
# == against what: a list that is passed
def check(word, allowed):
    if word not in allowed:
        raise ValueError(word)
def view():
    word = request.args["q"]
    check(word, request.args.getlist("allowed"))
    os.system(word)  # reached
# -- safe
def check(word, allowed):
    if word not in allowed:
        raise ValueError(word)
def view():
    word = request.args["q"]
    check(word, ["ls", "df"])
    os.system(word)
# == against what: a text that is passed
def same(word, expected):
    return word == expected
def view():
    word = request.args["q"]
    if same(word, request.args["expected"]):
        os.system(word)  # reached
# -- safe
def same(word, expected):
    return word == expected
def view():
    word = request.args["q"]
    if same(word, "ls"):
        os.system(word)
# == a name that was bound anew after its parts were taken
# rule: path-traversal
def view():
    name = request.args["q"]
    parts = name.split("/")
    name = request.args["r"]
    if name.startswith("/") or ".." in parts:
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["r"]
    name = request.args["q"]
    parts = name.split("/")
    if name.startswith("/") or ".." in parts:
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == a loop that is left early
# rule: path-traversal
def view():
    name = request.args["q"]
    if name.startswith("/"):
        abort(400)
    for part in name.split("/"):
        if part == "":
            break
        if part == "..":
            abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    if name.startswith("/"):
        abort(400)
    for part in name.split("/"):
        if part == "":
            continue
        if part == ".." or part == ".":
            abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == a loop over letters
# rule: path-traversal
def view():
    name = request.args["q"]
    if name.startswith("/"):
        abort(400)
    for letter in name:
        if ".." in letter:
            abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    for letter in name:
        if letter not in ("a", "b", "c"):
            abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == a loop that checks each of a list
def view():
    words = request.args.getlist("q")
    for word in words:
        if word.isprintable():
            continue
        abort(400)
    os.system(" ".join(words))  # reached
# -- safe
def view():
    words = request.args.getlist("q")
    for word in words:
        if word.isalnum():
            continue
        abort(400)
    os.system(" ".join(words))
# == a loop that cleans each of a list
import shlex
def view():
    words = request.args.getlist("q")
    for word in words:
        word = shlex.quote(word)
    os.system(" ".join(words))  # reached
# -- safe
import shlex
def view():
    words = request.args.getlist("q")
    quoted = []
    for word in words:
        word = shlex.quote(word)
        quoted.append(word)
    os.system(" ".join(quoted))
# == every one of a list
def view():
    words = request.args.getlist("q")
    if not any(word.isalnum() for word in words):
        abort(400)
    os.system(" ".join(words))  # reached
# -- safe
def view():
    words = request.args.getlist("q")
    if not all(word.isalnum() for word in words):
        abort(400)
    os.system(" ".join(words))
# == a name: a search for what leads out
# rule: path-traversal
import re
def view():
    name = request.args["q"]
    if re.search(r"(~|\\|\.\.)", name):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
import re
def view():
    name = request.args["q"]
    if re.search(r"(~|\.\.|/|\\)", name):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == a name: a substitution would change it
# rule: path-traversal
import re
BAD = re.compile(r"(~|\\)")
def check(name):
    if BAD.sub("", name) != name:
        raise ValueError(name)
def view():
    name = request.args["q"]
    check(name)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
import re
BAD = re.compile(r"(~|\.\.|/|\\)")
def check(name):
    if BAD.sub("", name) != name:
        raise ValueError(name)
def view():
    name = request.args["q"]
    check(name)
    return open(os.path.join("/srv/files", name)).read()
# == a name: any of what leads out
# rule: path-traversal
def view():
    name = request.args["q"]
    if any(part in name for part in ("~", "\\")):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    if any(part in name for part in ("..", "/", "\\")):
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == a name: what was taken out leaves a new one
# rule: path-traversal
import re
def view():
    name = re.sub(r"\.\.", "", request.args["q"])
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
import re
def view():
    name = re.sub(r"[^a-z0-9_]", "", request.args["q"])
    return open(os.path.join("/srv/files", name)).read()
# == directory: itself or what is below it
# rule: path-traversal
ROOT = "/srv/flows"
def inside(path):
    base = os.path.realpath(str(ROOT))
    found = os.path.realpath(str(path))
    if found != base and not found.startswith(base):
        abort(400)
    return found
def view():
    return open(inside(ROOT + "/" + request.args["q"])).read()  # reached
# -- safe
ROOT = "/srv/flows"
def inside(path):
    base = os.path.realpath(str(ROOT))
    found = os.path.realpath(str(path))
    if found != base and not found.startswith(base + os.sep):
        abort(400)
    return found
def view():
    return open(inside(ROOT + "/" + request.args["q"])).read()
# == directory: itself or what is below it, as a path
# rule: path-traversal
from pathlib import Path
ROOT = Path(__file__).parent / "flows"
def inside(path: Path) -> Path:
    base = os.path.realpath(str(ROOT))
    found = os.path.realpath(str(path))
    if found != base and not found.startswith(base):
        abort(400)
    return Path(found)
def locate(name):
    path = inside(ROOT / name)
    if not path.exists():  # review
        abort(404)
    return path, name.rpartition(".")[2]
def view():
    path, kind = locate(request.args["q"])
    return path.read_text()  # reached
# -- safe
from pathlib import Path
ROOT = Path(__file__).parent / "flows"
def inside(path: Path) -> Path:
    base = os.path.realpath(str(ROOT))
    found = os.path.realpath(str(path))
    if found != base and not found.startswith(base + os.sep):
        abort(400)
    return Path(found)
def locate(name):
    path = inside(ROOT / name)
    if not path.exists():
        abort(404)
    return path, name.rpartition(".")[2]
def view():
    path, kind = locate(request.args["q"])
    return path.read_text()
# == a path that is decoded after its check
# rule: path-traversal
import os
from urllib.parse import unquote
from flask import abort, request
def view():
    name = request.args["name"]
    if ".." in name or name.startswith("/"):
        abort(400)
    return open(os.path.join("/srv/parcels", unquote(name)))  # reached
# -- safe
# rule: path-traversal
import os
from urllib.parse import unquote
from flask import abort, request
def view():
    name = unquote(request.args["name"])
    if ".." in name or name.startswith("/"):
        abort(400)
    return open(os.path.join("/srv/parcels", name))
# == a path that is decoded after a check of what it is made of
# rule: path-traversal
import os
from urllib.parse import unquote
from flask import abort, request
def view():
    name = request.args["name"]
    if name.startswith((".", "/")):
        abort(400)
    return open(os.path.join("/srv/parcels", unquote(name)))  # reached
# -- safe
# rule: path-traversal
import os
from urllib.parse import unquote
from flask import abort, request
def view():
    name = request.args["name"]
    if not name.isalnum():
        abort(400)
    return open(os.path.join("/srv/parcels", unquote(name)))
# == a directory of which nothing says that it is a path
# rule: path-traversal
from flask import request
from pathlib import Path
from shop import places
def view():
    path = places[request.args["place"]].folder / request.args["name"]
    return path.read_text()  # reached
# -- safe
# rule: path-traversal
from flask import abort, request
from pathlib import Path
from shop import places
def view():
    folder = places[request.args["place"]].folder
    path = folder / request.args["name"]
    try:
        path.resolve().relative_to(folder.resolve())
    except ValueError as error:
        abort(404)
    return path.read_text()
# == a number over what is asked for
# rule: path-traversal
from flask import request
from pathlib import Path
from shop import total
def view():
    share = total / float(request.args["count"])
    path = total / request.args["name"]
    return [share.hex(), path.read_text()]  # reached
# -- safe
# rule: path-traversal
from flask import request
from pathlib import Path
from shop import total
def view():
    share = total / float(request.args["count"])
    return share.hex()
# == dots that are replaced in a name without slashes
# rule: path-traversal
import re
@app.get("/backs")
def back():
    name = request.args["name"]
    if not re.match(r"^[a-z0-9_ .-]+$", name):
        abort(400)
    return open(name.replace("-", "..")).read()  # reached
# -- safe
import re
@app.get("/covers")
def cover():
    name = request.args["name"]
    if not re.match(r"^[a-z0-9_ .-]+$", name):
        abort(400)
    return open(name.strip().lower().replace(".", "_")).read()
# == folder: the sign between folders under its longer name
# rule: path-traversal
BASE = os.path.abspath("/srv/files")
def view():
    name = os.path.abspath(os.path.join(BASE, request.args["q"]))
    if not name.startswith(BASE):
        abort(404)
    return open(name).read()  # reached
# -- safe
# rule: path-traversal
BASE = os.path.abspath("/srv/files")
def view():
    name = os.path.abspath(os.path.join(BASE, request.args["q"]))
    if not name.startswith(BASE + os.path.sep):
        abort(404)
    return open(name).read()
# == a path as text, in one case, below a folder
# rule: path-traversal
from pathlib import Path
from config import settings
def is_inside(base, path):
    try:
        base = os.path.normcase(os.path.realpath(os.path.normpath(base)))
        path = os.path.normcase(os.path.realpath(os.path.normpath(path)))
        return os.path.commonpath((base, path)) == base
    except ValueError:
        return True
@app.get("/")
def view():
    base = Path(settings.UPLOADS) / "covers"
    path = base / request.args["name"]
    if not is_inside(base.as_posix(), path.as_posix()):
        abort(404)
    return path.read_text()  # reached
# -- safe
from pathlib import Path
from config import settings
def is_inside(base, path):
    try:
        base = os.path.normcase(os.path.realpath(os.path.normpath(base)))
        path = os.path.normcase(os.path.realpath(os.path.normpath(path)))
        return os.path.commonpath((base, path)) == base
    except ValueError:
        return False
@app.get("/")
def view():
    base = Path(settings.UPLOADS) / "covers"
    path = base / request.args["name"]
    if not is_inside(base.as_posix(), path.as_posix()):
        abort(404)
    return path.read_text()
# == below a folder that was chosen among ours
# rule: path-traversal
def view():
    shelf = request.args["shelf"]
    if not shelf.islower():
        abort(404)
    base = os.path.realpath(os.path.join("/srv/files", shelf))
    path = os.path.realpath(os.path.join(base, request.args["name"]))
    if not path.startswith(base + os.sep):
        abort(404)
    return open(path).read()  # reached
# -- safe
def view():
    shelf = request.args["shelf"]
    if not shelf.isalnum():
        abort(404)
    base = os.path.realpath(os.path.join("/srv/files", shelf))
    path = os.path.realpath(os.path.join(base, request.args["name"]))
    if not path.startswith(base + os.sep):
        abort(404)
    return open(path).read()
# == below the folder of a package
# rule: path-traversal
from importlib import resources
def view():
    pages = resources.files("shelf") / "pages"
    path = pages / os.path.normpath(request.args["name"])
    return open(path).read()  # reached
# -- safe
from importlib import resources
def view():
    pages = resources.files("shelf") / "pages"
    path = pages / os.path.normpath(request.args["name"])
    if not path.resolve().is_relative_to(pages.resolve()):
        abort(404)
    return open(path).read()
# == a path that ends in a separator like the folder it has to be in
# rule: path-traversal
ROOT = "/srv/files"
def view():
    path = os.path.abspath(os.path.join(ROOT, request.args["name"]))
    if not (path + os.path.sep).startswith(ROOT):
        abort(404)
    return open(path).read()  # reached
# -- safe
ROOT = "/srv/files/"
def view():
    path = os.path.abspath(os.path.join(ROOT, request.args["name"]))
    if not (path + "/").startswith(ROOT):
        abort(404)
    return open(path).read()
# == parts: each is looked at before it is joined
# rule: path-traversal
def view():
    path = "/srv/files"
    for part in request.args["q"].split("/"):
        if part in (os.curdir, ""):
            continue
        path = os.path.join(path, part)
    return open(path).read()  # reached
# -- safe
def view():
    path = "/srv/files"
    for part in request.args["q"].split("/"):
        if part in (os.curdir, os.pardir):
            continue
        path = os.path.join(path, part)
    return open(path).read()
# == parts: put together again with slashes
# rule: path-traversal
def view():
    parts = [part for part in request.args["q"].split("/") if part != ".."]
    return open("/".join(parts[1:])).read()  # reached
# -- safe
def view():
    parts = [part for part in request.args["q"].split("/") if part != ".."]
    return open(os.path.join("/srv/files", *parts[1:])).read()
# == a name that has no directory
# rule: path-traversal
def view():
    name = request.args["q"]
    if not os.path.dirname(name) and name == "..":
        abort(400)
    return open(os.path.join("/srv/files", name)).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    if os.path.dirname(name) or name == "..":
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
