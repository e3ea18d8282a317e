import os

from Products.Five.browser import BrowserView
from zope.globalrequest import getRequest


class Item(BrowserView):
    def __call__(self):
        os.system(f"x {self.request.form['a']}")  # finding
        os.system(f"x {self.request.form.get('a')}")  # finding
        os.system(f"x {self.request.get('a')}")  # finding
        os.system(f"x {self.request['a']}")  # finding
        os.system(f"x {self.request.cookies['a']}")  # finding
        os.system(f"x {self.request.getHeader('X-Name')}")  # finding
        os.system(f"x {self.request.get('BODY')}")  # finding
        os.system(f"x {getRequest().form['a']}")  # finding
        os.system(f"x {self.context.title}")
        os.system(f"x {self.request.method}")
        return ''
