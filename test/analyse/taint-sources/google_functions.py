import os

import functions_framework
from flask import Request


@functions_framework.http
def http(request):
    os.system(f"x {request.args['a']}")  # finding
    os.system(f"x {request.get_json()['a']}")  # finding
    os.system(f"x {request.method}")
    return ''


@functions_framework.cloud_event
def on_event(event):
    os.system(f"x {event.data['a']}")  # finding
    os.system(f"x {event.data['message']['data']}")  # finding


def helper(request: Request):
    os.system(f"x {request.args['a']}")  # finding
