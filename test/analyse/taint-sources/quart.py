import os

from quart import Blueprint, Quart, request, session, websocket

app = Quart(__name__)
parts = Blueprint('parts', __name__)


@app.route('/request')
async def tainted():
    os.system(f"x {request.args['a']}")  # finding
    os.system(f"x {request.args.get('a')}")  # finding
    form = await request.form
    os.system(f"x {form['a']}")  # finding
    os.system(f"x {(await request.form)['a']}")  # finding
    os.system(f"x {(await request.get_json())['a']}")  # finding
    os.system(f"x {await request.get_data()}")  # finding
    os.system(f"x {await request.data}")  # finding
    os.system(f"x {(await request.json)['a']}")  # finding
    os.system(f"x {request.headers['X-Name']}")  # finding
    os.system(f"x {request.cookies['a']}")  # finding
    os.system(f"x {request.path}")  # finding
    os.system(f"x {request.view_args['a']}")  # finding
    files = await request.files
    os.system(f"x {files['a'].filename}")  # finding
    return ''


@app.route('/clean')
async def clean():
    os.system(f"x {request.method}")
    os.system(f"x {request.endpoint}")
    os.system(f"x {request.remote_addr}")
    os.system(f"x {request.content_length}")
    os.system(f"x {session['a']}")
    os.system(f"x {request.args.get('a', type=int)}")
    return ''


@app.get('/user/<name>')
async def by_name(name):
    os.system(f"x {name}")  # finding
    return ''


@parts.get('/user/<int:number>')
async def by_number(number):
    os.system(f"x {number}")
    return ''


@app.websocket('/ws/<room>')
async def ws(room):
    os.system(f"x {room}")  # finding
    os.system(f"x {await websocket.receive()}")  # finding
    os.system(f"x {(await websocket.receive_json())['a']}")  # finding
    os.system(f"x {websocket.args['a']}")  # finding
    os.system(f"x {websocket.headers['X-Name']}")  # finding
    os.system(f"x {websocket.cookies['a']}")  # finding
