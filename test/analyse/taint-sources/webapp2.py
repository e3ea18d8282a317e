import os

import webapp2
from google.appengine.ext import webapp


class Item(webapp2.RequestHandler):
    def get(self, name):
        os.system(f"x {name}")  # finding
        os.system(f"x {self.request.get('a')}")  # finding
        os.system(f"x {self.request.get_all('a')[0]}")  # finding
        os.system(f"x {self.request.GET['a']}")  # finding
        os.system(f"x {self.request.params.get('a')}")  # finding
        os.system(f"x {self.request.cookies.get('a')}")  # finding
        os.system(f"x {self.request.headers['X-Name']}")  # finding
        os.system(f"x {self.request.body}")  # finding
        os.system(f"x {self.request.url}")  # finding
        os.system(f"x {self.request.remote_addr}")
        os.system(f"x {self.app.config['root']}")

    def helper(self, name):
        os.system(f"x {name}")


class Old(webapp.RequestHandler):
    def post(self):
        os.system(f"x {self.request.get('a')}")  # finding
