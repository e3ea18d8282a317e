import os

import morepath


class App(morepath.App):
    pass


class Item:
    def __init__(self, name):
        self.name = name


@App.path(model=Item, path='/item/{name}')
def item(name):
    os.system(f"x {name}")  # finding
    return Item(name)


@App.view(model=Item)
def show(self, request):
    os.system(f"x {request.params['a']}")  # finding
    os.system(f"x {request.GET.get('a')}")  # finding
    os.system(f"x {request.method}")
    return ''
