import os
import uuid

from flask import Blueprint, Flask, current_app, request, session
from flask.views import MethodView, View

app = Flask(__name__)
parts = Blueprint('parts', __name__)


@app.route('/request')
def tainted():
    os.system(f"x {request.args['a']}")  # finding
    os.system(f"x {request.args.get('a')}")  # finding
    os.system(f"x {request.args.get('a', 'b')}")  # finding
    os.system(f"x {request.args.getlist('a')[0]}")  # finding
    os.system(f"x {request.args.to_dict()['a']}")  # finding
    os.system(f"x {request.form['a']}")  # finding
    os.system(f"x {request.form.get('a', '').strip()}")  # finding
    os.system(f"x {request.values['a']}")  # finding
    os.system(f"x {request.cookies['a']}")  # finding
    os.system(f"x {request.cookies.get('a')}")  # finding
    os.system(f"x {request.headers['User-Agent']}")  # finding
    os.system(f"x {request.headers.get('X-Name')}")  # finding
    os.system(f"x {request.data}")  # finding
    os.system(f"x {request.data.decode()}")  # finding
    os.system(f"x {request.json['a']['b']}")  # finding
    os.system(f"x {request.json.get('a')}")  # finding
    os.system(f"x {request.get_json()['a']}")  # finding
    os.system(f"x {request.get_json(force=True)[0]}")  # finding
    os.system(f"x {request.get_data()}")  # finding
    os.system(f"x {request.get_data(as_text=True)}")  # finding
    os.system(f"x {request.stream.read()}")  # finding
    os.system(f"x {request.query_string.decode()}")  # finding
    os.system(f"x {request.path}")  # finding
    os.system(f"x {request.full_path}")  # finding
    os.system(f"x {request.url}")  # finding
    os.system(f"x {request.base_url}")  # finding
    os.system(f"x {request.url_root}")  # finding
    os.system(f"x {request.host}")  # finding
    os.system(f"x {request.host_url}")  # finding
    os.system(f"x {request.referrer}")  # finding
    os.system(f"x {request.user_agent}")  # finding
    os.system(f"x {request.user_agent.string}")  # finding
    os.system(f"x {request.authorization.username}")  # finding
    os.system(f"x {request.authorization['password']}")  # finding
    os.system(f"x {request.view_args['a']}")  # finding
    os.system(f"x {request.environ['HTTP_X_NAME']}")  # finding
    os.system(f"x {request.access_route[0]}")  # finding
    os.system(f"x {request.content_type}")  # finding
    os.system(f"x {request.mimetype}")  # finding
    for key, value in request.args.items():
        os.system(f"x {key}")  # finding
        os.system(f"x {value}")  # finding
    for name in request.form:
        os.system(f"x {name}")  # finding
    return ''


@app.route('/upload', methods=['POST'])
def upload():
    file = request.files['file']
    os.system(f"x {file.filename}")  # finding
    os.system(f"x {file.content_type}")  # finding
    os.system(f"x {file.name}")  # finding
    os.system(f"x {file.headers['X-Name']}")  # finding
    os.system(f"x {file.read()}")  # finding
    os.system(f"x {file.stream.read()}")  # finding
    os.system(f"x {request.files.get('other').filename}")  # finding
    for other in request.files.getlist('files'):
        os.system(f"x {other.filename}")  # finding
    for other in request.files.values():
        os.system(f"x {other.filename}")  # finding
    return ''


@app.route('/clean')
def clean():
    os.system(f"x {request.method}")
    os.system(f"x {request.endpoint}")
    os.system(f"x {request.blueprint}")
    os.system(f"x {request.url_rule}")
    os.system(f"x {request.scheme}")
    os.system(f"x {request.is_secure}")
    os.system(f"x {request.content_length}")
    os.system(f"x {request.remote_addr}")
    os.system(f"x {session['user']}")
    os.system(f"x {request.environ['REQUEST_METHOD']}")
    os.system(f"x {request.environ.get('REMOTE_ADDR')}")
    os.system(f"x {request.args.get('a', type=int)}")
    os.system(f"x {request.args.get('a', 0, type=int)}")
    os.system(f"x {request.args.get('a', default=0, type=int)}")
    os.system(f"x {request.args.getlist('a', type=int)[0]}")
    os.system(f"x {request.args.get('a', type=uuid.UUID)}")
    os.system(f"x {current_app.config['ROOT']}")
    os.system(f"x {len(request.args['a'])}")
    return ''


@app.route('/user/<name>')
def by_name(name):
    os.system(f"x {name}")  # finding
    return ''


@app.get('/string/<string:name>')
def by_string(name):
    os.system(f"x {name}")  # finding
    return ''


@app.post('/path/<path:name>')
def by_path(name):
    os.system(f"x {name}")  # finding
    return ''


@app.get('/int/<int:number>/<name>')
def by_int(number, name):
    os.system(f"x {number}")
    os.system(f"x {name}")  # finding
    return ''


@app.get('/float/<float:number>')
def by_float(number):
    os.system(f"x {number}")
    return ''


@app.get('/uuid/<uuid:key>')
def by_uuid(key):
    os.system(f"x {key}")
    return ''


@app.get('/any/<any(red, blue):colour>')
def by_choice(colour):
    os.system(f"x {colour}")
    return ''


@app.get('/default', defaults={'name': 'x'})
@app.get('/default/<name>')
def by_default(name):
    os.system(f"x {name}")  # finding
    return ''


@parts.route('/part/<name>')
def part(name):
    os.system(f"x {name}")  # finding
    return ''


@parts.delete('/part/<int:number>')
def remove(number):
    os.system(f"x {number}")
    return ''


def registered(name):
    os.system(f"x {name}")  # finding
    return ''


app.add_url_rule('/registered/<name>', 'registered', view_func=registered)


def registered_typed(number):
    os.system(f"x {number}")
    return ''


app.add_url_rule('/typed/<int:number>', view_func=registered_typed)


class Item(MethodView):
    def get(self, name):
        os.system(f"x {name}")  # finding
        return self.helper(name)

    def post(self):
        os.system(f"x {request.form['a']}")  # finding
        return ''

    def helper(self, other):
        return other


class Page(View):
    def dispatch_request(self, name):
        os.system(f"x {name}")  # finding
        return ''


app.add_url_rule('/item/<name>', view_func=Item.as_view('item'))
app.add_url_rule('/page/<name>', view_func=Page.as_view('page'))


@app.url_value_preprocessor
def preprocess(endpoint, values):
    os.system(f"x {endpoint}")
    os.system(f"x {values['name']}")  # finding


def no_view(name):
    os.system(f"x {name}")
