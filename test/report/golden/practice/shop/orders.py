"""Orders of a small shop."""
import time

import requests


def load(cache, url):
    try:
        cache.refresh()
    except Exception:
        pass
    return requests.get(url).json()


def wait_for_stock(api, item):
    while not api.in_stock(item):
        time.sleep(1)
