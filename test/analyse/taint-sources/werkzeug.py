import os

from werkzeug.utils import secure_filename
from werkzeug.wrappers import Request, Response


@Request.application
def application(request):
    os.system(f"x {request.args['a']}")  # finding
    os.system(f"x {request.form.get('a')}")  # finding
    os.system(f"x {request.path}")  # finding
    os.system(f"x {request.files['a'].filename}")  # finding
    os.system(f"x {request.get_data()}")  # finding
    os.system(f"x {request.method}")
    os.system(f"x {request.args.get('a', type=int)}")
    os.system(f"x {secure_filename(request.files['a'].filename)}")
    return Response('')


def wsgi(environ, start_response):
    request = Request(environ)
    os.system(f"x {request.args['a']}")  # finding
    os.system(f"x {request.remote_addr}")
    return Response('')(environ, start_response)


def helper(request: Request):
    os.system(f"x {request.values['a']}")  # finding
