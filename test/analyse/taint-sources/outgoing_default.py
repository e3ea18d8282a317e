import os

import requests

os.system(f"x {requests.get('https://a').text}")
os.system(f"x {requests.get('https://a').json()['a']}")
