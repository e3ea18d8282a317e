import os

from masonite.controllers import Controller
from masonite.request import Request


class ItemController(Controller):
    def show(self, request: Request):
        os.system(f"x {request.input('a')}")  # finding
        os.system(f"x {request.param('a')}")  # finding
        os.system(f"x {request.header('X-Name')}")  # finding
        os.system(f"x {request.cookie('a')}")  # finding
        os.system(f"x {request.all()['a']}")  # finding
        os.system(f"x {request.only('a')['a']}")  # finding
        os.system(f"x {request.user().id}")
