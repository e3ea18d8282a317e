import ast
import base64
import binascii
import bz2
import codecs
import collections
import configparser
import copy
import csv
import dataclasses
import email
import functools
import gzip
import html
import io
import itertools
import json
import operator
import os
import pathlib
import pickle
import posixpath
import shlex
import string
import textwrap
import tomllib
import unicodedata
import urllib.parse
import zlib
from collections import OrderedDict, defaultdict, deque
from urllib.parse import parse_qs, parse_qsl, quote, unquote, unquote_plus, urlencode, urljoin, urlparse

import jmespath
import orjson
import yaml
from flask import request


def encodings():
    x = request.args['x']
    os.system(f"x {base64.b64decode(x)}")  # finding
    os.system(f"x {base64.urlsafe_b64decode(x).decode()}")  # finding
    os.system(f"x {base64.b32decode(x)}")  # finding
    os.system(f"x {binascii.unhexlify(x)}")  # finding
    os.system(f"x {bytes.fromhex(x)}")  # finding
    os.system(f"x {codecs.decode(x, 'rot13')}")  # finding
    os.system(f"x {unquote(x)}")  # finding
    os.system(f"x {unquote_plus(x)}")  # finding
    os.system(f"x {parse_qs(x)['a'][0]}")  # finding
    os.system(f"x {parse_qsl(x)[0][1]}")  # finding
    os.system(f"x {urlparse(x).path}")  # finding
    os.system(f"x {urlparse(x).netloc}")  # finding
    os.system(f"x {urlparse(x).geturl()}")  # finding
    os.system(f"x {urlparse(x)._replace(query='').geturl()}")  # finding
    os.system(f"x {urllib.parse.urlsplit(x).query}")  # finding
    os.system(f"x {urljoin('https://a', x)}")  # finding
    os.system(f"x {urllib.parse.urlunparse(('https', 'a', x, '', '', ''))}")  # finding
    os.system(f"x {html.unescape(x)}")  # finding
    os.system(f"x {unicodedata.normalize('NFC', x)}")  # finding
    os.system(f"x {zlib.decompress(x)}")  # finding
    os.system(f"x {gzip.decompress(x)}")  # finding
    os.system(f"x {bz2.decompress(x).decode()}")  # finding
    os.system(f"x {urlparse(x).port}")


def formats():
    x = request.args['x']
    os.system(f"x {json.loads(x)['a']}")  # finding
    os.system(f"x {json.loads(x).get('a')}")  # finding
    os.system(f"x {json.dumps({'a': x})}")  # finding
    os.system(f"x {orjson.loads(x)['a']}")  # finding
    os.system(f"x {yaml.safe_load(x)['a']}")  # finding
    os.system(f"x {tomllib.loads(x)['a']}")  # finding
    os.system(f"x {ast.literal_eval(x)}")  # finding
    os.system(f"x {pickle.loads(x).name}")  # finding
    os.system(f"x {jmespath.search('a.b', json.loads(x))}")  # finding
    for row in csv.reader(io.StringIO(x)):
        os.system(f"x {row[0]}")  # finding
    for row in csv.DictReader(x.splitlines()):
        os.system(f"x {row['a']}")  # finding
    parser = configparser.ConfigParser()
    parser.read_string(x)
    os.system(f"x {parser.get('a', 'b')}")  # finding
    os.system(f"x {parser['a']['b']}")  # finding
    os.system(f"x {parser.getint('a', 'b')}")
    message = email.message_from_string(x)
    os.system(f"x {message.get_payload()}")  # finding
    os.system(f"x {message['Subject']}")  # finding


def streams():
    x = request.args['x']
    os.system(f"x {io.StringIO(x).read()}")  # finding
    os.system(f"x {io.BytesIO(x.encode()).getvalue()}")  # finding
    os.system(f"x {io.StringIO(x).readline()}")  # finding
    for line in io.StringIO(x):
        os.system(f"x {line}")  # finding
    buffer = io.StringIO()
    buffer.write('a ')
    buffer.write(x)
    os.system(f"x {buffer.getvalue()}")  # finding
    os.system(f"x {io.TextIOWrapper(io.BytesIO(x)).read()}")  # finding
    os.system(f"x {io.StringIO('a').read()}")


def text():
    x = request.args['x']
    os.system(f"x {textwrap.dedent(x)}")  # finding
    os.system(f"x {textwrap.wrap(x)[0]}")  # finding
    os.system(f"x {string.Template('$a').substitute(a=x)}")  # finding
    os.system(f"x {string.Template('$a').safe_substitute({'a': x})}")  # finding
    os.system(f"x {string.Template(x).substitute()}")  # finding
    os.system(f"x {shlex.split(x)[0]}")  # finding
    os.system(f"x {os.fsdecode(x)}")  # finding
    os.system(f"x {string.capwords(x)}")  # finding
    os.system(f"x {string.Template('$a').substitute(a='b')}")


def paths():
    x = request.args['x']
    os.system(f"x {os.path.join('/srv', x)}")  # finding
    os.system(f"x {os.path.normpath(x)}")  # finding
    os.system(f"x {os.path.abspath(x)}")  # finding
    os.system(f"x {os.path.realpath(x)}")  # finding
    os.system(f"x {os.path.expanduser(x)}")  # finding
    os.system(f"x {os.path.expandvars(x)}")  # finding
    os.system(f"x {os.path.basename(x)}")  # finding
    os.system(f"x {os.path.dirname(x)}")  # finding
    os.system(f"x {os.path.splitext(x)[0]}")  # finding
    os.system(f"x {posixpath.join('/srv', x)}")  # finding
    os.system(f"x {pathlib.Path(x)}")  # finding
    os.system(f"x {pathlib.Path('/srv') / x}")  # finding
    os.system(f"x {pathlib.Path('/srv').joinpath(x)}")  # finding
    os.system(f"x {pathlib.Path(x).resolve()}")  # finding
    os.system(f"x {pathlib.Path(x).absolute()}")  # finding
    os.system(f"x {pathlib.Path('/srv/a').with_name(x)}")  # finding
    os.system(f"x {pathlib.Path(x).with_suffix('.txt')}")  # finding
    os.system(f"x {pathlib.Path(x).parent}")  # finding
    os.system(f"x {pathlib.Path(x).name}")  # finding
    os.system(f"x {pathlib.Path(x).as_posix()}")  # finding
    os.system(f"x {pathlib.Path('/srv').joinpath('a')}")
    os.system(f"x {pathlib.Path(x).exists()}")


@dataclasses.dataclass
class Point:
    name: str
    other: str


def objects():
    x = request.args['x']
    os.system(f"x {copy.copy([x])[0]}")  # finding
    os.system(f"x {copy.deepcopy({'a': x})['a']}")  # finding
    for item in itertools.chain([x], ['a']):
        os.system(f"x {item}")  # finding
    for item in itertools.islice([x, x], 1):
        os.system(f"x {item}")  # finding
    for key, group in itertools.groupby([x]):
        os.system(f"x {key}")  # finding
    os.system(f"x {OrderedDict(a=x)['a']}")  # finding
    os.system(f"x {deque([x]).popleft()}")  # finding
    counts = defaultdict(list)
    counts['a'].append(x)
    os.system(f"x {counts['a'][0]}")  # finding
    os.system(f"x {collections.ChainMap({'a': x})['a']}")  # finding
    os.system(f"x {dataclasses.asdict(Point(x, 'b'))['name']}")  # finding
    os.system(f"x {Point(x, 'b').name}")  # finding
    os.system(f"x {functools.reduce(operator.add, [x, 'a'])}")  # finding
    os.system(f"x {functools.reduce(lambda a, b: a + b, [x, 'a'])}")  # finding
    os.system(f"x {operator.itemgetter('a')({'a': x})}")  # finding
    os.system(f"x {Point(x, 'b').other}")


def not_carried():
    x = request.args['x']
    os.system(f"x {len(x)}")
    os.system(f"x {hash(x)}")
    os.system(f"x {x.count('a')}")
    os.system(f"x {x.find('a')}")
    os.system(f"x {x.startswith('a')}")
    os.system(f"x {x.isdigit()}")
    os.system(f"x {type(x).__name__}")
    os.system(f"x {isinstance(x, str)}")
    os.system(f"x {bool(x)}")
    os.system(f"x {x == 'a'}")
    os.system(f"x {zlib.crc32(x.encode())}")
