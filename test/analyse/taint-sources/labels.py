# sources: secret weak-random digest traceback exception
import getpass
import hmac
import os
import random
import sys
import time
import traceback
import uuid

import keyring
import numpy
from pydantic import SecretStr

os.system(f"x {getpass.getpass()}")  # finding
os.system(f"x {keyring.get_password('a', 'b')}")  # finding
os.system(f"x {os.getenv('DB_PASSWORD')}")  # finding
os.system(f"x {os.environ['API_TOKEN']}")  # finding  # known
os.system(f"x {os.environ.get('API_TOKEN')}")  # finding
os.system(f"x {os.getenv('HOME')}")
os.system(f"x {getpass.getuser()}")
os.system(f"x {traceback.format_exc()}")  # finding
os.system(f"x {sys.exc_info()[1]}")  # finding
os.system(f"x {random.random()}")  # finding
os.system(f"x {random.randint(1, 2)}")  # finding
os.system(f"x {''.join(random.choice('abc') for _ in range(8))}")  # finding
os.system(f"x {random.Random().getrandbits(8)}")  # finding
os.system(f"x {random.SystemRandom().getrandbits(8)}")
os.system(f"x {numpy.random.randint(2)}")  # finding
os.system(f"x {uuid.uuid1()}")  # finding
os.system(f"x {time.time()}")  # finding
os.system(f"x {os.getpid()}")  # finding
os.system(f"x {uuid.uuid4()}")
os.system(f"x {hmac.new(b'k', b'm', 'sha256').hexdigest()}")  # finding
os.system(f"x {hmac.digest(b'k', b'm', 'sha256')}")  # finding


def secret(value: SecretStr):
    os.system(f"x {value.get_secret_value()}")  # finding


def failing():
    try:
        secret('a')
    except OSError as error:
        os.system(f"x {error}")  # finding
        os.system(f"x {error.args[0]}")  # finding
        os.system(f"x {type(error).__name__}")
