# sources: response
import os
import urllib.request

import aiohttp
import httpx
import requests
import urllib3

os.system(f"x {requests.get('https://a').text}")  # finding
os.system(f"x {requests.post('https://a').json()['a']}")  # finding
os.system(f"x {requests.get('https://a').content.decode()}")  # finding
os.system(f"x {requests.get('https://a').headers['a']}")  # finding
os.system(f"x {requests.Session().get('https://a').text}")  # finding
os.system(f"x {httpx.get('https://a').text}")  # finding
os.system(f"x {httpx.Client().get('https://a').json()['a']}")  # finding
os.system(f"x {urllib.request.urlopen('https://a').read()}")  # finding
os.system(f"x {urllib3.PoolManager().request('GET', 'https://a').data}")  # finding
os.system(f"x {requests.get('https://a').status_code}")
os.system(f"x {requests.get('https://a').ok}")


async def fetch():
    async with aiohttp.ClientSession() as session:
        async with session.get('https://a') as response:
            os.system(f"x {await response.text()}")  # finding
            os.system(f"x {(await response.json())['a']}")  # finding
            os.system(f"x {response.status}")
    async with httpx.AsyncClient() as client:
        os.system(f"x {(await client.get('https://a')).text}")  # finding


def opened():
    with urllib.request.urlopen('https://a') as response:
        os.system(f"x {response.read().decode()}")  # finding
    with requests.Session() as session:
        for line in session.get('https://a', stream=True).iter_lines():
            os.system(f"x {line}")  # finding
