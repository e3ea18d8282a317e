import os

import cherrypy


class Root:
    @cherrypy.expose
    def index(self, name='x', **params):
        os.system(f"x {name}")  # finding
        os.system(f"x {params['a']}")  # finding
        os.system(f"x {cherrypy.request.params['a']}")  # finding
        os.system(f"x {cherrypy.request.headers['X-Name']}")  # finding
        os.system(f"x {cherrypy.request.query_string}")  # finding
        os.system(f"x {cherrypy.request.path_info}")  # finding
        os.system(f"x {cherrypy.request.request_line}")  # finding
        os.system(f"x {cherrypy.request.cookie['a'].value}")  # finding
        os.system(f"x {cherrypy.request.body.read()}")  # finding
        os.system(f"x {cherrypy.request.json['a']}")  # finding
        os.system(f"x {cherrypy.session['a']}")
        os.system(f"x {cherrypy.request.method}")
        return ''

    @cherrypy.expose()
    def upload(self, file):
        os.system(f"x {file.filename}")  # finding
        os.system(f"x {file.file.read()}")  # finding
        return ''

    @cherrypy.expose
    @cherrypy.tools.json_in()
    def typed(self, count):
        os.system(f"x {int(count)}")
        return ''

    def helper(self, name):
        os.system(f"x {name}")


class Old:
    def index(self, name):
        os.system(f"x {name}")  # finding
        return ''

    index.exposed = True

    def helper(self, name):
        os.system(f"x {name}")


class Dispatched:
    exposed = True

    def GET(self, name):
        os.system(f"x {name}")  # finding
        return ''

    def sort(self, order):
        os.system(f"x {order}")


# --- other.py
import os


class Old:
    def index(self, name):
        os.system(f"x {name}")

    index.exposed = True
