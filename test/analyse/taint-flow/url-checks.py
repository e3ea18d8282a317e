# == redirect: one slash in front of what has none
# rule: open-redirect
from flask import redirect
def view():
    return redirect("/" + request.args["q"])  # reached
# -- safe
from flask import redirect
def view():
    return redirect("/" + request.args["q"].strip("/"))
# == redirect: slashes and backslashes
# rule: open-redirect
from flask import redirect
def view():
    return redirect("/" + request.args["q"].rstrip("/\\"))  # reached
# -- safe
from flask import redirect
def view():
    return redirect("/" + request.args["q"].lstrip("/\\"))
# == redirect: added to afterwards
# rule: open-redirect
from urllib.parse import urlparse
from flask import redirect
def view():
    parsed = urlparse(request.args["q"])
    target = "/" + (parsed.path or "").lstrip(".")
    if parsed.query:
        target += "?" + parsed.query
    return redirect(target)  # reached
# -- safe
from urllib.parse import urlparse
from flask import redirect
def view():
    parsed = urlparse(request.args["q"])
    target = "/" + (parsed.path or "").lstrip("/\\")
    if parsed.query:
        target += "?" + parsed.query
    return redirect(target)
# == redirect: put together by join
# rule: open-redirect
from flask import redirect
def view():
    path, *rest = request.args["q"].partition("?")
    path = "/" + path.rstrip("/")
    return redirect("".join([path, *rest]))  # reached
# -- safe
from flask import redirect
def view():
    path, *rest = request.args["q"].partition("?")
    path = "/" + path.strip("/")
    return redirect("".join([path, *rest]))
# == redirect: a query behind a base
# rule: open-redirect
from flask import current_app, redirect
def view():
    base = current_app.config["BASE"]
    return redirect("".join([request.args["q"], base]))  # reached
# -- safe
from flask import current_app, redirect
def view():
    base = current_app.config["BASE"]
    sign = "&" if "?" in base else "?"
    return redirect(sign.join([base, request.args["q"]]))
# == redirect: parts that were quoted
# rule: open-redirect
from urllib.parse import unquote
from flask import redirect
def escaped(path):
    return "/".join([unquote(part) for part in path.split("/")])
def view():
    return redirect("/" + escaped(request.args["q"]))  # reached
# -- safe
from urllib.parse import quote
from flask import redirect
BASE = "/lab/"
def joined(*pieces):
    first = pieces[0].startswith("/")
    stripped = [piece.strip("/") for piece in pieces]
    result = "/".join(piece for piece in stripped if piece)
    if first:
        result = "/" + result
    return result
def escaped(path):
    return "/".join([quote(part) for part in path.split("/")])
def view():
    return redirect(joined(BASE, "api/files", escaped(request.args["q"])))
# == redirect: no scheme and no host
# rule: open-redirect
from urllib.parse import urlparse
from flask import redirect
def view():
    target = request.args["q"]
    parsed = urlparse(target)
    if parsed.scheme:
        abort(400)
    return redirect(target)  # reached
# -- safe
from urllib.parse import urlparse
from flask import redirect
def view():
    target = request.args["q"]
    parsed = urlparse(target)
    if parsed.scheme or parsed.netloc:
        abort(400)
    return redirect(target)  # review
# == redirect: the host is none or ours
# rule: open-redirect
from urllib.parse import urlparse
from flask import redirect
def view():
    target = request.args["q"]
    if urlparse(target).scheme not in ("", "https"):
        abort(400)
    return redirect(target)  # reached
# -- safe
from urllib.parse import urlparse
from flask import redirect
def view():
    target = request.args["q"]
    if urlparse(target).netloc not in ("", request.host):
        abort(400)
    return redirect(target)  # review
# == redirect: the origin matches a configured pattern
# rule: open-redirect
import re
from urllib.parse import urlparse
from flask import current_app, redirect
def view():
    target = request.args["q"]
    parsed = urlparse(target)
    allowed = False
    if parsed.scheme or parsed.netloc:
        allowed = re.search(r"example\.com", f"{parsed.scheme}://{parsed.netloc}")
    if not allowed:
        target = "/"
    return redirect(target)  # reached
# -- safe
import re
from urllib.parse import urlparse
from flask import current_app, redirect
def view():
    target = request.args["q"]
    parsed = urlparse(target)
    allowed = False
    if parsed.scheme or parsed.netloc:
        allowed = re.fullmatch(current_app.config["ORIGINS"], f"{parsed.scheme}://{parsed.netloc}")
    if not allowed:
        target = "/"
    return redirect(target)
# == redirect: the origin is one of ours
# rule: open-redirect
from urllib.parse import urlparse
from flask import redirect
ORIGINS = {"https://a.example", "https://b.example"}
def view():
    target = request.args["q"]
    parsed = urlparse(target)
    if f"{parsed.scheme}:" not in ("https:", "http:"):
        abort(400)
    return redirect(target)  # reached
# -- safe
from urllib.parse import urlparse
from flask import redirect
ORIGINS = {"https://a.example", "https://b.example"}
def view():
    target = request.args["q"]
    parsed = urlparse(target)
    if f"{parsed.scheme}://{parsed.netloc}" not in ORIGINS:
        abort(400)
    return redirect(target)
# == redirect: begins with one slash
# rule: open-redirect
from flask import redirect
def view():
    target = request.args["q"]
    if not target.startswith("/"):
        target = "/"
    return redirect(target)  # reached
# -- safe
from flask import redirect
def view():
    target = request.args["q"]
    if not target.startswith("/") or target.startswith(("//", "/\\")):
        target = "/"
    return redirect(target)
# == redirect: a helper
# rule: open-redirect
from urllib.parse import urljoin, urlparse
from flask import redirect
def safe(target):
    return urlparse(urljoin(request.host_url, target)).scheme in ("http", "https")
def view():
    target = request.args["q"]
    if not safe(target):
        abort(400)
    return redirect(target)  # reached
# -- safe
from urllib.parse import urljoin, urlparse
from flask import redirect
def safe(target):
    ours = urlparse(request.host_url)
    other = urlparse(urljoin(request.host_url, target))
    return not target.startswith("//") and other.scheme in ("http", "https") and ours.netloc == other.netloc
def view():
    target = request.args["q"]
    if not safe(target):
        abort(400)
    return redirect(target)
# == redirect: what was joined is checked, what was sent is used: three slashes
# rule: open-redirect
from urllib.parse import urljoin, urlparse
from flask import redirect
def safe(target):
    ours = urlparse(request.host_url)
    other = urlparse(urljoin(request.host_url, target))
    return other.scheme in ("http", "https") and ours.netloc == other.netloc
def view():
    target = request.args["q"]
    if not safe(target):
        abort(400)
    return redirect(target)  # review
# -- safe
from urllib.parse import urljoin, urlparse
from flask import redirect
def safe(target):
    ours = urlparse(request.host_url)
    other = urlparse(urljoin(request.host_url, target))
    return other.scheme in ("http", "https") and ours.netloc == other.netloc
def view():
    target = request.args["q"]
    if not safe(target) or target.startswith("//"):
        abort(400)
    return redirect(target)
# == redirect: a helper that returns the target or home
# rule: open-redirect
from urllib.parse import urlsplit
from flask import redirect
def local(target):
    parts = urlsplit(target)
    return target if parts.path else "/"
def view():
    return redirect(local(request.args["q"]))  # reached
# -- safe
from urllib.parse import urlsplit
from flask import redirect
def local(target):
    parts = urlsplit(target)
    return "/" if parts.netloc or parts.scheme else target
def view():
    return redirect(local(request.args["q"]))  # review
# == request: a path behind a constant prefix
# rule: ssrf-partial
import posixpath, requests
PREFIXES = ("/assets/", "/static/")
def view():
    path = posixpath.normpath(request.args["q"])
    good = path == "/favicon.ico" or any(prefix in path for prefix in PREFIXES)
    if not good:
        abort(404)
    return requests.get(f"http://localhost:3000/{path}", timeout=5).text  # reached
# -- safe
import posixpath, requests
PREFIXES = ("/assets/", "/static/")
def view():
    path = posixpath.normpath(request.args["q"])
    good = path == "/favicon.ico" or any(path.startswith(prefix) for prefix in PREFIXES)
    if not good:
        abort(404)
    path = path.lstrip("/")
    return requests.get(f"http://localhost:3000/{path}", timeout=5).text
# == request: a helper looks at the host
# rule: ssrf
import requests
from urllib.parse import urlparse
HOSTS = {"a.example", "b.example"}
def allowed(url):
    return urlparse(url).scheme in HOSTS
def view():
    url = request.args["q"]
    if not allowed(url):
        abort(400)
    return requests.get(url, timeout=5).text  # reached
# -- safe
import requests
from urllib.parse import urlparse
HOSTS = {"a.example", "b.example"}
def allowed(url):
    return urlparse(url).hostname in HOSTS
def view():
    url = request.args["q"]
    if not allowed(url):
        abort(400)
    return requests.get(url, timeout=5).text
# == request: a helper raises for an address of the inside
# rule: ssrf
import ipaddress, requests, socket
from urllib.parse import urlparse
def check(url):
    host = urlparse(url).hostname
    address = ipaddress.ip_address(socket.gethostbyname(host))
    if address.version == 6:
        raise ValueError(url)
def view():
    url = request.args["q"]
    check(url)
    return requests.get(url, timeout=5).text  # reached
# -- safe
import ipaddress, requests, socket
from urllib.parse import urlparse
def check(url):
    host = urlparse(url).hostname
    address = ipaddress.ip_address(socket.gethostbyname(host))
    if address.is_private or address.is_loopback:
        raise ValueError(url)
def view():
    url = request.args["q"]
    check(url)
    return requests.get(url, timeout=5).text
# == request: an object of the URL
# rule: ssrf
import httpx
HOSTS = {"a.example", "b.example"}
def view():
    url = httpx.URL(request.args["q"])
    if url.path not in HOSTS:
        abort(400)
    return httpx.get(url, timeout=5).text  # reached
# -- safe
import httpx
HOSTS = {"a.example", "b.example"}
def view():
    url = httpx.URL(request.args["q"])
    if url.host not in HOSTS:
        abort(400)
    return httpx.get(url, timeout=5).text
# == request: a host in small letters
# rule: ssrf
import requests
from urllib.parse import urlparse
HOSTS = {"a.example", "b.example"}
def view():
    url = request.args["q"]
    if urlparse(url).netloc.split(":")[0] not in HOSTS:
        abort(400)
    return requests.get(url, timeout=5).text  # reached
# -- safe
import requests
from urllib.parse import urlparse
HOSTS = {"a.example", "b.example"}
def view():
    url = request.args["q"]
    if (urlparse(url).hostname or "").lower() not in HOSTS:
        abort(400)
    return requests.get(url, timeout=5).text
# == redirect: an origin in small letters
# rule: open-redirect
from urllib.parse import urlparse
from flask import redirect
ORIGINS = {"https://a.example", "https://b.example"}
def view():
    target = request.args["q"]
    parsed = urlparse(target)
    origin = f"{parsed.scheme}://{parsed.path}"
    if origin.lower() not in ORIGINS:
        abort(400)
    return redirect(target)  # reached
# -- safe
from urllib.parse import urlparse
from flask import redirect
ORIGINS = {"https://a.example", "https://b.example"}
def view():
    target = request.args["q"]
    parsed = urlparse(target)
    origin = f"{parsed.scheme}://{parsed.netloc}"
    if origin.lower() not in ORIGINS:
        abort(400)
    return redirect(target)
# == request: a library checks the host
# rule: ssrf
import httpx, safehttpx
async def view():
    target = request.args["q"]
    parsed = httpx.URL(target)
    try:
        address = await safehttpx.async_validate_url(parsed.path)
    except Exception:
        abort(403)
    async with httpx.AsyncClient() as client:
        return (await client.get(target)).text  # reached
# -- safe
import httpx, safehttpx
async def view():
    target = request.args["q"]
    parsed = httpx.URL(target)
    try:
        address = await safehttpx.async_validate_url(parsed.host)
    except Exception:
        abort(403)
    async with httpx.AsyncClient(transport=safehttpx.AsyncSecureTransport(address)) as client:
        return (await client.get(target)).text
# == redirect: a copy with slashes for backslashes is checked
# rule: open-redirect
from urllib.parse import urljoin, urlparse
from flask import redirect
def view():
    target = request.args["q"]
    copy = target.replace("evil.example", "")
    if urlparse(urljoin(request.host_url, copy)).netloc != urlparse(request.host_url).netloc:
        abort(400)
    return redirect(target)  # reached
# -- safe
from urllib.parse import urljoin, urlparse
from flask import redirect
def view():
    target = request.args["q"]
    copy = target.replace("\\", "/")
    if urlparse(urljoin(request.host_url, copy)).netloc != urlparse(request.host_url).netloc:
        abort(400)
    return redirect(target)
# == redirect: a copy without white space and doubled slashes is checked
# rule: open-redirect
import re
from urllib.parse import urljoin, urlparse
from flask import redirect
blanks = re.compile(r"[\s\x00-\x1f]").sub
hosts = re.compile(r"^(https?:)?//[a-z.]+").sub
def view():
    target = request.args["q"]
    copy = hosts(lambda match: match.group(1), blanks("", target))
    if urlparse(urljoin(request.host_url, copy)).netloc != urlparse(request.host_url).netloc:
        abort(400)
    return redirect(target)  # reached
# -- safe
import re
from urllib.parse import urljoin, urlparse
from flask import redirect
blanks = re.compile(r"[\s\x00-\x1f]").sub
slashes = re.compile(r"^(https?://)?/{2,}").sub
def view():
    target = request.args["q"]
    copy = slashes(lambda match: match.group(1), blanks("", target))
    if urlparse(urljoin(request.host_url, copy)).netloc != urlparse(request.host_url).netloc:
        abort(400)
    return redirect(target)
# == redirect: the second sign is no slash
# rule: open-redirect
from flask import redirect
def view():
    target = request.args["q"]
    if not target.startswith("/"):
        abort(400)
    if len(target) > 2 and target[2] in ("/", "\\"):
        abort(400)
    return redirect(target)  # reached
# -- safe
from flask import redirect
def view():
    target = request.args["q"]
    if not target.startswith("/"):
        abort(400)
    if len(target) > 1 and target[1] in ("/", "\\"):
        abort(400)
    return redirect(target)
# == redirect: one way shows the host, the other the beginning
# rule: open-redirect
from urllib.parse import urlparse
from flask import redirect
def local(target):
    parsed = urlparse(target)
    if parsed.scheme:
        return target if parsed.netloc == urlparse(request.host_url).netloc else "/"
    return target if target.startswith("/") else "/"
def view():
    return redirect(local(request.args["q"]))  # reached
# -- safe
from urllib.parse import urlparse
from flask import redirect
def local(target):
    parsed = urlparse(target)
    if parsed.scheme:
        return target if parsed.netloc == urlparse(request.host_url).netloc else "/"
    return target if target.startswith("/") and not target.startswith("//") else "/"
def view():
    return redirect(local(request.args["q"]))
# == redirect: something, and not ours
# rule: open-redirect
from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
def view(request):
    target = request.GET.get("next")
    if request.user.is_staff and not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = None
    return HttpResponseRedirect(target or "/")  # reached
# -- safe
from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
def view(request):
    target = request.GET.get("next")
    if target and not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = None
    return HttpResponseRedirect(target or "/")
# == redirect: an object whose class an annotation says
# rule: open-redirect
from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.module_loading import import_string
class Adapter:
    def is_ours(self, url: str) -> bool:
        return url.startswith("http")
def adapter() -> Adapter:
    return import_string(settings.ADAPTER)()
def view(request):
    target = request.GET.get("next")
    if not adapter().is_ours(target):
        target = "/"
    return HttpResponseRedirect(target)  # reached
# -- safe
from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.module_loading import import_string
class Adapter:
    def is_ours(self, url: str) -> bool:
        return url_has_allowed_host_and_scheme(url, allowed_hosts={"a.example"})
def adapter() -> Adapter:
    return import_string(settings.ADAPTER)()
def view(request):
    target = request.GET.get("next")
    if not adapter().is_ours(target):
        target = "/"
    return HttpResponseRedirect(target)
# == redirect: hosts of the settings, or the one that the visitor is on
# rule: open-redirect
from fnmatch import fnmatch
from urllib.parse import urlparse
from flask import current_app, redirect
def ours(url):
    parsed = urlparse(url)
    hosts = current_app.config.get("SAFE_HOSTS", [])
    if not hosts:
        hosts = [request.args["host"]]
    return not parsed.netloc or any(fnmatch(parsed.netloc, pattern) for pattern in hosts)
def view():
    url = request.args["q"]
    return redirect(url if ours(url) else "/")  # reached
# -- safe
from fnmatch import fnmatch
from urllib.parse import urlparse
from flask import current_app, redirect
def ours(url):
    parsed = urlparse(url)
    hosts = current_app.config.get("SAFE_HOSTS", [])
    if not hosts:
        hosts = [urlparse(request.host_url).netloc]
    return not parsed.netloc or any(fnmatch(parsed.netloc, pattern) for pattern in hosts)
def view():
    url = request.args["q"]
    return redirect(url if ours(url) else "/")  # review
# == request: the host, as a format names it
# rule: ssrf
import requests
from urllib.parse import urlparse
HOSTS = {"a.example", "b.example"}
def view():
    url = request.args["q"]
    if "{uri.scheme}".format(uri=urlparse(url)) not in HOSTS:
        abort(400)
    return requests.get(url, timeout=5).text  # reached
# -- safe
import requests
from urllib.parse import urlparse
HOSTS = {"a.example", "b.example"}
def view():
    url = request.args["q"]
    if "{uri.hostname}".format(uri=urlparse(url)) not in HOSTS:
        abort(400)
    return requests.get(url, timeout=5).text
# == request: a host below a domain of ours
# rule: ssrf
import re, requests
def view():
    shop = request.args["q"]
    if not re.match(r"^[a-z0-9-]+.example$", shop):
        abort(400)
    return requests.get(f"https://{shop}/orders", timeout=5).text  # reached
# -- safe
import re, requests
def view():
    shop = request.args["q"]
    if not re.match(r"^[a-z0-9-]+\.shops\.example$", shop):
        abort(400)
    return requests.get(f"https://{shop}/orders", timeout=5).text
# == what a table gives under a key that may not be there
# rule: ssrf
import requests
HOSTS = {"blood": "https://blood.example.com/v1/", "bone": "https://bone.example.com/v1/"}
def view():
    base = HOSTS.get(request.args["lab"], request.args["lab"])
    return requests.get(base + request.args["code"])  # reached
# -- safe
import requests
HOSTS = {"blood": "https://blood.example.com/v1/", "bone": "https://bone.example.com/v1/"}
def view():
    base = HOSTS.get(request.args["lab"])
    return requests.get(base + request.args["code"])
# == redirect: below the path that the server is mounted at
# rule: open-redirect
from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse
app = FastAPI()
@app.get("/")
def home(request: Request):
    return RedirectResponse(url=request.scope.get("raw_path", "") + "/v2")  # reached
# -- safe
from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse
app = FastAPI()
@app.get("/")
def home(request: Request):
    return RedirectResponse(url=request.scope.get("root_path", "") + "/v2")
# == redirect: put into a format that is not from outside
# rule: open-redirect
from django.http import HttpResponseRedirect
def view(request, number):
    repository = find(request.GET["format"])
    return HttpResponseRedirect(request.GET["format"] % number)  # reached
# -- safe
from django.http import HttpResponseRedirect
def view(request, number):
    repository = find("shop")
    return HttpResponseRedirect(repository.tracker % number)
# == request: with the scheme of the visitor's address
# rule: ssrf
import httpx
from fastapi import FastAPI, Request
app = FastAPI()
@app.get("/")
def home(request: Request):
    return httpx.get(f"{request.url.path}://b.example/v2", timeout=3).text  # reached
# -- safe
import httpx
from fastapi import FastAPI, Request
app = FastAPI()
@app.get("/")
def home(request: Request):
    return httpx.get(f"{request.url.scheme}://b.example/v2", timeout=3).text
# == redirect: the address that the visitor is on, of a WSGI environment
# rule: open-redirect
from werkzeug.utils import redirect
from werkzeug.wsgi import get_query_string
def application(environ, start_response):
    return redirect(get_query_string(environ))(environ, start_response)  # reached
# -- safe
from werkzeug.utils import redirect
from werkzeug.wsgi import get_current_url
def application(environ, start_response):
    return redirect(get_current_url(environ))(environ, start_response)
# == HTML: the host that Django has checked
# rule: reflected-xss
from django.http import HttpResponse
def view(request):
    return HttpResponse("<base href='//%s/'>" % request.GET["host"])  # reached
# -- safe
from django.http import HttpResponse
def view(request):
    return HttpResponse("<base href='//%s/'>" % request.get_host())
# == client address: hops that proxies of ours have added
# rule: client-ip-spoofing
from django.conf import settings
from django.http import HttpResponse
def address(request):
    hops = request.headers.get("x-forwarded-for").split(",")
    return hops[settings.PROXIES]
def view(request):
    if address(request) in settings.TRUSTED:  # reached
        return HttpResponse("hello")
    return HttpResponse("no", status=403)
# -- safe
from django.conf import settings
from django.http import HttpResponse
def address(request):
    hops = request.headers.get("x-forwarded-for").split(",")
    return hops[-settings.PROXIES]
def view(request):
    if address(request) in settings.TRUSTED:
        return HttpResponse("hello")
    return HttpResponse("no", status=403)
# == an address and its query
# rule: open-redirect
from tornado.httputil import url_concat
from tornado.web import RequestHandler
class Enter(RequestHandler):
    def get(self):
        self.redirect(url_concat(self.get_argument("to"), {"page": "1"}))  # reached
# -- safe
from tornado.httputil import url_concat
from tornado.web import RequestHandler
class Enter(RequestHandler):
    def get(self):
        self.redirect(url_concat("/enter", {"next": self.request.uri}))
# == each address that a name has: not each
# rule: ssrf
import ipaddress, requests, socket
from urllib.parse import urlparse
def is_public(url):
    for *_, address in socket.getaddrinfo(urlparse(url).hostname, None):
        if ipaddress.ip_address(address[0]).is_private:
            continue
    return True
def view():
    url = request.args["q"]
    if not is_public(url):
        abort(400)
    return requests.get(url, timeout=5).text  # reached
# -- safe
import ipaddress, requests, socket
from urllib.parse import urlparse
def is_public(url):
    for *_, address in socket.getaddrinfo(urlparse(url).hostname, None):
        if ipaddress.ip_address(address[0]).is_private:
            return False
    return True
def view():
    url = request.args["q"]
    if not is_public(url):
        abort(400)
    return requests.get(url, timeout=5).text
# == each address that a name has: by its number, of another name
# rule: ssrf
import ipaddress, requests, socket
from urllib.parse import urlparse
def check(url):
    host = urlparse(request.args["other"]).hostname
    for info in socket.getaddrinfo(host, None):
        address = ipaddress.ip_address(info[4][0])
        if address.is_loopback or address.is_private:
            raise ValueError(url)
def view():
    url = request.args["q"]
    check(url)
    return requests.get(url, timeout=5).text  # reached
# -- safe
import ipaddress, requests, socket
from urllib.parse import urlparse
def check(url):
    host = urlparse(url).hostname
    for info in socket.getaddrinfo(host, None):
        address = ipaddress.ip_address(info[4][0])
        if address.is_loopback or address.is_private:
            raise ValueError(url)
def view():
    url = request.args["q"]
    check(url)
    return requests.get(url, timeout=5).text
# == a host that is looked for again in an address that was changed
# rule: open-redirect
from urllib.parse import urlparse
from flask import redirect, request
from app import app
@app.get("/login")
def login():
    target = request.args["next"]
    parsed = urlparse(target)
    if target.startswith("https://shop.example/"):
        target = "/" + parsed.path.lstrip("/")
        parsed = urlparse("")
    if parsed.netloc:
        target = request.args["other"]
    return redirect(target)  # reached
# -- safe
from urllib.parse import urlparse
from flask import redirect, request
from app import app
@app.get("/login")
def login():
    target = request.args["next"]
    parsed = urlparse(target)
    if target.startswith("https://shop.example/"):
        target = "/" + parsed.path.lstrip("/")
        parsed = urlparse(target)
    if parsed.netloc:
        target = ""
    return redirect(target)  # review
# == what is empty or another thing is asked for as well: the side where it does not hold
# rule: open-redirect
from urllib.parse import urlparse
from flask import redirect
def view():
    target = request.args.get("next")
    if (target or request.accept_mimetypes.accept_html) and urlparse(target).netloc == "shop.example.org":
        target = "/"
    return redirect(target)  # reached
# -- safe
from urllib.parse import urlparse
from flask import redirect
def view():
    target = request.args.get("next")
    if (target or request.accept_mimetypes.accept_html) and urlparse(target).netloc != "shop.example.org":
        target = "/"
    return redirect(target)
# == a pattern that spells out the host
# rule: ssrf
import re, requests
TOPIC = re.compile(r"^https://docs\.example\.com(?::8443)?/t/[a-z0-9-]+/(?P<topic>\d+)(?:/(?P<post>\d+)|)")
def view():
    url = request.args["q"]
    if TOPIC.match(url):
        return None
    return requests.get(url, timeout=5).text  # reached
# -- safe
import re, requests
TOPIC = re.compile(r"^https://docs\.example\.com(?::8443)?/t/[a-z0-9-]+/(?P<topic>\d+)(?:/(?P<post>\d+)|)")
def view():
    url = request.args["q"]
    if not (found := TOPIC.match(url)):
        return None
    return requests.get(url + ".json", timeout=5).text
# == a pattern of a domain with labels of its choice
# rule: ssrf
import re, requests
def view():
    url = request.args["q"]
    if not re.match(r"https?://[a-z0-9.]+example\.com/", url):
        return None
    return requests.get(url, timeout=5).text  # reached
# -- safe
import re, requests
def view():
    url = request.args["q"]
    if not re.match(r"https?://[a-z0-9.]+\.example\.com/", url):
        return None
    return requests.get(url, timeout=5).text
# == a pattern whose host has no end
# rule: ssrf
import re, requests
def view():
    url = request.args["q"]
    if not re.match(r"https://(?:docs|api)\.example\.com", url):
        return None
    return requests.get(url, timeout=5).text  # reached
# -- safe
import re, requests
def view():
    url = request.args["q"]
    if not re.match(r"https://(?:docs|api)\.example\.com(?:/|\?)", url):
        return None
    return requests.get(url, timeout=5).text
# == a pattern whose dot is any character
# rule: ssrf
import re, requests
def view():
    url = request.args["q"]
    if not re.match(r"https://docs.example.com/", url):
        return None
    return requests.get(url, timeout=5).text  # reached
# -- safe
import re, requests
def view():
    url = request.args["q"]
    if not re.match(r"https://docs\.example\.com/", url):
        return None
    return requests.get(url, timeout=5).text
# == a pattern that looks ahead and behind
# rule: ssrf-partial
import re, requests
NAME = re.compile(r"^(?!.+__)[\w./]+(?<!_)\Z")
def view():
    name = request.args["q"]
    if NAME.match(name) is None:
        return None
    return requests.get(f"https://cdn.example.com/icons/{name}/icon.png", timeout=5).text  # reached
# -- safe
import re, requests
NAME = re.compile(r"^(?!.+__)(?!_)[\da-z_]+(?<!_)\Z")
def view():
    name = request.args["q"]
    if NAME.match(name) is None:
        return None
    return requests.get(f"https://cdn.example.com/icons/{name}/icon.png", timeout=5).text
# == a query that is put behind a URL of ours
# rule: ssrf
import requests
from yarl import URL
from settings import BACKEND
def target(path: str) -> URL:
    return URL(BACKEND).join(URL(path))
def view():
    url = target("/ingress/").with_host(request.args["q"])
    return requests.get(url, timeout=5).text  # reached
# -- safe
import requests
from yarl import URL
from settings import BACKEND
def target(path: str) -> URL:
    return URL(BACKEND).join(URL(path))
def view():
    url = target("/ingress/").with_query(request.query_string)
    return requests.get(url, timeout=5).text
# == redirect: a check that strips what is there
# rule: open-redirect
from urllib.parse import urlparse
from flask import current_app, redirect
def is_ours(url, hosts):
    if url is not None:
        url = url.strip()
    info = urlparse(url)
    return info.scheme in ("", "https") or info.netloc in hosts
def view():
    target = request.args["q"]
    if not is_ours(target, current_app.config["HOSTS"]):
        abort(400)
    return redirect(target)  # reached
# -- safe
from urllib.parse import urlparse
from flask import current_app, redirect
def is_ours(url, hosts):
    if url is not None:
        url = url.strip()
    info = urlparse(url)
    return not info.netloc or info.netloc in hosts
def view():
    target = request.args["q"]
    if not is_ours(target, current_app.config["HOSTS"]):
        abort(400)
    return redirect(target)  # review
# == a proxy that hands on the whole path
# rule: ssrf-partial
import requests
from flask import current_app
def view():
    base = current_app.config["BACKEND"]
    requests.get(f"{base}/shelves{request.full_path}")  # reached
    return requests.get(f"{base}{request.args['path']}").text  # reached
# -- safe
import requests
from flask import current_app
def view():
    base = current_app.config["BACKEND"]
    return requests.get(f"{base}{request.full_path}").text
# == redirect: no host, as Python reads it
# rule: open-redirect
from urllib.parse import urlsplit
from flask import redirect
def view():
    target = request.args["q"]
    if not urlsplit(target).netloc:
        return redirect(target)  # review
    return redirect(target)  # reached
# -- safe
from urllib.parse import urlparse, urlsplit
from flask import redirect
def view():
    target = request.args["q"]
    if urlparse(target.replace("\\", "/")).netloc == "" and target[:1] == "/" and not target.startswith("//"):
        return redirect(target)
    if not target.startswith("//") and not urlsplit(target).netloc:
        return redirect(target)
    return redirect("/")
# == redirect: quoted, as a host
# rule: open-redirect
from urllib.parse import quote, quote_plus
from flask import redirect
def view():
    if "shop" in request.args:
        return redirect(f"https://{quote_plus(request.args['shop'])}/start")  # reached
    return redirect("//" + quote(request.args["shelf"], safe=""))  # reached
# -- safe
from urllib.parse import quote, quote_plus
from flask import redirect
def view():
    if "shop" in request.args:
        return redirect(f"https://shop.example/{quote_plus(request.args['shop'])}/start")
    return redirect(quote(request.args["shelf"], safe=""))
