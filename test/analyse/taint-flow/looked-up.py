# == what was looked up is marked with an attribute
# rule: reflection-injection
class Desk:
    def list(self): ...
    list.public = True
def view():
    found = getattr(Desk(), request.args["q"])  # reached
    if not found.__name__:
        abort(404)
    return found()
# -- safe
class Desk:
    def list(self): ...
    list.public = True
def view():
    found = getattr(Desk(), request.args["q"])
    if not found.public:
        abort(404)
    return found()
# == what was looked up is asked whether it has a mark
# rule: reflection-injection
import desk
def view():
    found = getattr(desk, request.args["q"], None)  # reached
    if not hasattr(found, "__call__"):
        abort(404)
    return found()
# -- safe
import desk
def view():
    found = getattr(desk, request.args["q"], None)
    if not hasattr(found, "exposed"):
        abort(404)
    return found()
# == one of two calls of what was looked up is behind the check
# rule: reflection-injection
import desk
def view():
    found = getattr(desk, request.args["q"], None)  # reached
    if getattr(found, "exposed", False):
        return found()
    return found(None)
# -- safe
import desk
def view():
    found = getattr(desk, request.args["q"], None)
    if getattr(found, "exposed", False):
        return found()
    return None
# == the check of what was looked up comes after the call
# rule: reflection-injection
import desk
def view():
    found = getattr(desk, request.args["q"], None)  # reached
    answer = found()
    if not getattr(found, "exposed", False):
        abort(404)
    return answer
# -- safe
import desk
def view():
    found = getattr(desk, request.args["q"], None)
    if not getattr(found, "exposed", False):
        abort(404)
    answer = found()
    return answer
# == something else than what was looked up is marked
# rule: reflection-injection
import desk
def view():
    found = getattr(desk, request.args["q"], None)  # reached
    if not getattr(desk, "exposed", False):
        abort(404)
    return found()
# -- safe
import desk
def view():
    found = getattr(desk, request.args["q"], None)
    if found is None or not getattr(found, "exposed", False):
        abort(404)
    return found()
# == the name is checked after the look-up
# rule: reflection-injection
import desk
def view():
    name = request.args["q"]
    found = getattr(desk, name)  # reached
    if name not in request.args["names"]:
        abort(404)
    return found()
# -- safe
import desk
def view():
    name = request.args["q"]
    found = getattr(desk, name)
    if name not in ("list", "free"):
        abort(404)
    return found()
# == a helper looks up by the name that it gets, and asks for the mark
# rule: reflection-injection
import desk
def run(name):
    found = getattr(desk, name, None)  # reached
    if found is None:
        abort(404)
    return found()
def view():
    return run(request.args["q"])
# -- safe
import desk
def run(name):
    found = getattr(desk, name, None)
    if found is None or not getattr(found, "exposed", False):
        abort(404)
    return found()
def view():
    return run(request.args["q"])
# == what was looked up is an instance
# rule: reflection-injection
import desk
class Command: ...
def view():
    found = getattr(desk, request.args["q"])  # reached
    if not isinstance(found, object):
        abort(404)
    return found()
# -- safe
import desk
class Command: ...
def view():
    found = getattr(desk, request.args["q"])
    if not isinstance(found, Command):
        abort(404)
    return found()
# == what was looked up is wrapped before it is called
# rule: reflection-injection
import desk
from wrappers import wrapped
def view():
    found = getattr(desk, request.args["q"], None)  # reached
    if found is None:
        abort(404)
    found = wrapped(found)
    return found()
# -- safe
import desk
from wrappers import wrapped
def view():
    found = getattr(desk, request.args["q"], None)
    if found is None or not getattr(found, "exposed", False):
        abort(404)
    found = wrapped(found)
    return found()
# == what was looked up is called, or passed on unchecked
# rule: reflection-injection
import desk
from threads import submit
def view():
    found = getattr(desk, request.args["q"], None)  # reached
    if not getattr(found, "exposed", False):
        return submit(found)
    return found()
# -- safe
import desk
from threads import submit
def view():
    found = getattr(desk, request.args["q"], None)
    if getattr(found, "exposed", False):
        submit(found)
        return found()
    return None
