# == the host of a stripped address
# rule: open-redirect
from urllib.parse import urlparse
from flask import redirect
def own(url):
    parsed = urlparse(url.strip())
    return parsed.scheme in ("http", "https")
def view():
    url = request.args["url"]
    if own(url):
        return redirect(url)  # reached
# -- safe
from urllib.parse import urlparse
from flask import redirect
def own(url):
    parsed = urlparse(url.strip())
    return parsed.netloc in ("a.example", "b.example")
def view():
    url = request.args["url"]
    if own(url):
        return redirect(url)
# == no host in a stripped address
# rule: open-redirect
from urllib.parse import urlparse
from flask import redirect
def view():
    url = request.args["url"]
    parsed = urlparse(url.strip())
    if not parsed.scheme:
        return redirect(url)  # reached
# -- safe
from urllib.parse import urlparse
from flask import redirect
def view():
    url = request.args["url"]
    parsed = urlparse(url.strip())
    if not parsed.scheme and not parsed.netloc:
        return redirect(url)  # review
# == a check of the one without the space, use of the other
# rule: path-traversal
def view():
    name = request.args["q"]
    bare = name.strip()
    if name.startswith("/") or ".." in name:
        abort(400)
    return open(os.path.join("/srv/files", bare)).read()  # reached
# -- safe
def view():
    name = request.args["q"]
    bare = name.strip()
    if bare.startswith("/") or ".." in bare:
        abort(400)
    return open(os.path.join("/srv/files", name)).read()
# == a break at the end of what was stripped for the check
# rule: log-injection
import logging
def view():
    word = request.args["q"]
    if word.strip() not in ("on", "off"):
        abort(400)
    logging.warning("switched " + word)  # review
# -- safe
import logging
def view():
    word = request.args["q"].strip()
    if word not in ("on", "off"):
        abort(400)
    logging.warning("switched " + word)
# == prefixes of the settings, behind a path that was normalised
# rule: ssrf-partial
import posixpath
import requests
def view():
    prefixes = {"/assets/", "/api/"}
    prefixes |= {prefix for prefix in os.environ.get("MORE", "").split(",") if prefix}
    path = request.path
    if not any(path.startswith(prefix) for prefix in prefixes):
        abort(400)
    path = path.lstrip("/")
    requests.get(f"http://localhost:3000/{path}")  # reached
# -- safe
import posixpath
import requests
def view():
    prefixes = {"/assets/", "/api/"}
    prefixes |= {prefix for prefix in os.environ.get("MORE", "").split(",") if prefix}
    path = posixpath.normpath(request.path)
    if not any(path.startswith(prefix) for prefix in prefixes):
        abort(400)
    path = path.lstrip("/")
    requests.get(f"http://localhost:3000/{path}")
