import datetime
import decimal
import enum
import fractions
import hashlib
import hmac
import ipaddress
import os
import secrets
import time
import uuid
from datetime import date
from decimal import Decimal
from ipaddress import ip_address
from uuid import UUID

import dateutil.parser
from bson import ObjectId
from django.utils.dateparse import parse_date
from flask import request


class Colour(enum.Enum):
    RED = 'red'


def converted():
    x = request.args['x']
    os.system(f"x {x}")  # finding
    os.system(f"x {str(x)}")  # finding
    os.system(f"x {repr(x)}")  # finding
    os.system(f"x {int(x)}")
    os.system(f"x {float(x)}")
    os.system(f"x {complex(x)}")
    os.system(f"x {bool(x)}")
    os.system(f"x {decimal.Decimal(x)}")
    os.system(f"x {Decimal(x)}")
    os.system(f"x {fractions.Fraction(x)}")
    os.system(f"x {uuid.UUID(x)}")
    os.system(f"x {str(UUID(x))}")
    os.system(f"x {uuid.UUID(x).hex}")
    os.system(f"x {ipaddress.ip_address(x)}")
    os.system(f"x {ip_address(x)}")
    os.system(f"x {ipaddress.ip_network(x)}")
    os.system(f"x {datetime.date.fromisoformat(x)}")
    os.system(f"x {datetime.datetime.strptime(x, '%Y')}")
    os.system(f"x {date.fromisoformat(x).isoformat()}")
    os.system(f"x {datetime.datetime.strptime(x, '%Y').strftime('%d')}")
    os.system(f"x {datetime.datetime.fromtimestamp(int(x))}")
    os.system(f"x {time.strptime(x, '%Y')}")
    os.system(f"x {dateutil.parser.parse(x)}")
    os.system(f"x {parse_date(x)}")
    os.system(f"x {ObjectId(x)}")
    os.system(f"x {Colour(x)}")
    os.system(f"x {Colour(x).value}")
    os.system(f"x {Colour[x]}")
    os.system(f"x {Colour[x].value}")
    os.system(f"x {hashlib.sha256(x.encode()).hexdigest()}")
    os.system(f"x {hmac.new(b'k', x.encode(), 'sha256').hexdigest()}")
    os.system(f"x {secrets.token_hex(8)}")
    os.system(f"x {[int(part) for part in x.split(',')]}")
