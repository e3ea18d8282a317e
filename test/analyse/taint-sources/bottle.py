import os

import bottle
from bottle import Bottle, get, post, request, route

app = Bottle()


@route('/request')
def tainted():
    os.system(f"x {request.query['a']}")  # finding
    os.system(f"x {request.query.get('a')}")  # finding
    os.system(f"x {request.query.a}")  # finding
    os.system(f"x {request.forms['a']}")  # finding
    os.system(f"x {request.forms.get('a')}")  # finding
    os.system(f"x {request.forms.getunicode('a')}")  # finding
    os.system(f"x {request.params['a']}")  # finding
    os.system(f"x {request.GET['a']}")  # finding
    os.system(f"x {request.POST['a']}")  # finding
    os.system(f"x {request.cookies['a']}")  # finding
    os.system(f"x {request.headers['X-Name']}")  # finding
    os.system(f"x {request.json['a']}")  # finding
    os.system(f"x {request.body.read()}")  # finding
    os.system(f"x {request.url}")  # finding
    os.system(f"x {request.path}")  # finding
    os.system(f"x {request.fullpath}")  # finding
    os.system(f"x {request.query_string}")  # finding
    os.system(f"x {request.urlparts.path}")  # finding
    os.system(f"x {request.environ['HTTP_X_NAME']}")  # finding
    os.system(f"x {request.url_args['a']}")  # finding
    os.system(f"x {request.get_header('X-Name')}")  # finding
    os.system(f"x {request.get_cookie('a')}")  # finding
    os.system(f"x {bottle.request.query['a']}")  # finding
    upload = request.files.get('file')
    os.system(f"x {upload.raw_filename}")  # finding
    os.system(f"x {upload.file.read()}")  # finding
    return ''


@get('/clean')
def clean():
    os.system(f"x {request.method}")
    os.system(f"x {request.remote_addr}")
    os.system(f"x {request.get_cookie('a', secret='s')}")
    os.system(f"x {request.query.get('a', type=int)}")
    os.system(f"x {request.files['file'].filename}")
    return ''


@get('/<name>')
def by_name(name):
    os.system(f"x {name}")  # finding
    return ''


@post('/path/<name:path>')
def by_path(name):
    os.system(f"x {name}")  # finding
    return ''


@route('/number/<number:int>/<real:float>')
def by_number(number, real):
    os.system(f"x {number}")
    os.system(f"x {real}")
    return ''


@app.route('/app/<name>', method='POST')
def on_app(name):
    os.system(f"x {name}")  # finding
    return ''


@app.get('/filter/<name:re:[a-z]+>')
def by_pattern(name):
    os.system(f"x {name}")
    return ''


def registered(name):
    os.system(f"x {name}")  # finding
    return ''


app.route('/registered/<name>', 'GET', registered)
