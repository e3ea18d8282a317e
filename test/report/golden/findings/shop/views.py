"""Pages of a small shop."""
import sqlite3
import subprocess

import requests
from flask import Flask, request

app = Flask(__name__)


@app.get('/goods')
def goods():
    db = sqlite3.connect('shop.db')
    name = request.args['name']
    rows = db.execute("SELECT name FROM goods WHERE name = '" + name + "'")
    return {'names': [row[0] for row in rows]}


@app.get('/label')
def label():
    size = request.args.get('size', '10')
    return subprocess.check_output(f'label --size {size}', shell=True)


@app.get('/rates')
def rates():
    return requests.get('https://rates.acme-news.com/today', timeout=5, verify=False).text
