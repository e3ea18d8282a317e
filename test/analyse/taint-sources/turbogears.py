import os

from pylons import request as pylons_request
from pylons.controllers import WSGIController
from tg import TGController, expose, request


class Root(TGController):
    @expose()
    def index(self, name='x', **params):
        os.system(f"x {name}")  # finding
        os.system(f"x {params['a']}")  # finding
        os.system(f"x {request.params['a']}")  # finding
        os.system(f"x {request.GET.get('a')}")  # finding
        os.system(f"x {request.headers['X-Name']}")  # finding
        os.system(f"x {request.method}")
        return ''

    @expose('json')
    def data(self, name):
        os.system(f"x {name}")  # finding
        return {}

    def helper(self, name):
        os.system(f"x {name}")


class Item(WSGIController):
    def show(self, name):
        os.system(f"x {name}")  # finding
        os.system(f"x {pylons_request.params['a']}")  # finding
        return ''
