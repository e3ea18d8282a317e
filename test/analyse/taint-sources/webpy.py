import os

import web

urls = ('/item/(.*)', 'Item')


class Item:
    def GET(self, name):
        given = web.input(size='1')
        os.system(f"x {name}")  # finding
        os.system(f"x {given.size}")  # finding
        os.system(f"x {web.input()['a']}")  # finding
        os.system(f"x {web.input().get('a')}")  # finding
        os.system(f"x {web.data()}")  # finding
        os.system(f"x {web.cookies().get('a')}")  # finding
        os.system(f"x {web.cookies().a}")  # finding
        os.system(f"x {web.ctx.path}")  # finding
        os.system(f"x {web.ctx.query}")  # finding
        os.system(f"x {web.ctx.env['HTTP_X_NAME']}")  # finding
        os.system(f"x {web.ctx.env.get('REMOTE_ADDR')}")
        os.system(f"x {web.ctx.method}")
        return ''

    def other(self, name):
        os.system(f"x {name}")


# --- plain.py
import os


class Item:
    def GET(self, name):
        os.system(f"x {name}")
