import os

from pyramid.config import Configurator
from pyramid.response import Response
from pyramid.view import view_config


@view_config(route_name='home')
def tainted(request):
    os.system(f"x {request.params['a']}")  # finding
    os.system(f"x {request.params.get('a')}")  # finding
    os.system(f"x {request.params.getall('a')[0]}")  # finding
    os.system(f"x {request.GET['a']}")  # finding
    os.system(f"x {request.POST['a']}")  # finding
    os.system(f"x {request.POST['file'].filename}")  # finding
    os.system(f"x {request.json_body['a']}")  # finding
    os.system(f"x {request.json['a']}")  # finding
    os.system(f"x {request.body}")  # finding
    os.system(f"x {request.body_file.read()}")  # finding
    os.system(f"x {request.text}")  # finding
    os.system(f"x {request.matchdict['name']}")  # finding
    os.system(f"x {request.subpath[0]}")  # finding
    os.system(f"x {request.url}")  # finding
    os.system(f"x {request.path}")  # finding
    os.system(f"x {request.path_info}")  # finding
    os.system(f"x {request.path_qs}")  # finding
    os.system(f"x {request.query_string}")  # finding
    os.system(f"x {request.headers['X-Name']}")  # finding
    os.system(f"x {request.cookies['a']}")  # finding
    os.system(f"x {request.host}")  # finding
    os.system(f"x {request.environ['HTTP_X']}")  # finding
    os.system(f"x {request.referer}")  # finding
    os.system(f"x {request.user_agent}")  # finding
    os.system(f"x {request.matched_route}")
    os.system(f"x {request.method}")
    os.system(f"x {request.session['a']}")
    os.system(f"x {request.registry.settings['a']}")
    return Response()


@view_config(route_name='two')
def two_parameters(context, request):
    os.system(f"x {request.params['a']}")  # finding
    os.system(f"x {context}")
    return Response()


def added(request):
    os.system(f"x {request.params['a']}")  # finding
    return Response()


class Page:
    def __init__(self, request):
        self.request = request

    @view_config(route_name='page')
    def show(self):
        os.system(f"x {self.request.params['a']}")  # finding  # known
        return Response()


def main(settings):
    config = Configurator(settings=settings)
    config.add_route('added', '/added')
    config.add_view(added, route_name='added')
    config.scan()
    return config.make_wsgi_app()
