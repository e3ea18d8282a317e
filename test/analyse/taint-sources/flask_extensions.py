import os

import apiflask
import flask_restx
from apiflask import APIBlueprint, APIFlask
from flask import Flask
from flask_appbuilder import BaseView, expose
from flask_restful import Resource, reqparse
from flask_smorest import Blueprint as SmorestBlueprint
from flask_socketio import SocketIO
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from marshmallow import Schema
from webargs import fields
from webargs.flaskparser import use_args, use_kwargs
from wtforms import HiddenField, IntegerField, SelectField, StringField, TextAreaField

app = Flask(__name__)
api = APIFlask(__name__)
parts = APIBlueprint('parts', __name__)
blp = SmorestBlueprint('items', __name__)
socketio = SocketIO(app)


@api.get('/api/<name>')
def api_get(name):
    os.system(f"x {name}")  # finding
    return {}


@api.post('/api')
@api.input(Schema, location='json')
def api_post(json_data):
    os.system(f"x {json_data['a']}")  # finding
    return {}


@parts.get('/parts/<int:number>')
def parts_get(number):
    os.system(f"x {number}")
    return {}


@blp.route('/items')
@blp.arguments(Schema)
def items(data):
    os.system(f"x {data['a']}")  # finding
    return {}


class Restful(Resource):
    def get(self, name):
        os.system(f"x {name}")  # finding
        parser = reqparse.RequestParser()
        parser.add_argument('a')
        args = parser.parse_args()
        os.system(f"x {args['a']}")  # finding
        os.system(f"x {args.a}")  # finding
        return {}


class Restx(flask_restx.Resource):
    def post(self, name):
        os.system(f"x {name}")  # finding
        return {}


@app.route('/webargs')
@use_args({'a': fields.Str()}, location='query')
def with_args(args):
    os.system(f"x {args['a']}")  # finding
    return ''


@app.route('/webkwargs')
@use_kwargs({'a': fields.Str()}, location='query')
def with_kwargs(a):
    os.system(f"x {a}")  # finding
    return ''


class EditForm(FlaskForm):
    name = StringField('name')
    text = TextAreaField('text')
    hidden = HiddenField()
    number = IntegerField('number')
    kind = SelectField('kind', choices=['a', 'b'])
    file = FileField('file')


@app.post('/form')
def form_view():
    form = EditForm()
    if form.validate_on_submit():
        os.system(f"x {form.name.data}")  # finding
        os.system(f"x {form.text.data}")  # finding
        os.system(f"x {form.hidden.data}")  # finding
        os.system(f"x {form.data['name']}")  # finding
        os.system(f"x {form.file.data.filename}")  # finding
        os.system(f"x {form.number.data}")
        os.system(f"x {form.kind.data}")
        os.system(f"x {form.name.label}")
    return ''


@socketio.on('message')
def on_message(data):
    os.system(f"x {data['a']}")  # finding


@socketio.event
def join(room):
    os.system(f"x {room}")  # finding


class Reports(BaseView):
    @expose('/report/<name>')
    def report(self, name):
        os.system(f"x {name}")  # finding
        return ''

    @expose('/number/<int:number>')
    def number(self, number):
        os.system(f"x {number}")
        return ''
