import os

from emmett import App, request

app = App(__name__)


@app.route('/one/<str:name>')
async def one(name):
    os.system(f"x {name}")  # finding
    os.system(f"x {request.query_params.a}")  # finding
    os.system(f"x {request.query_params['a']}")  # finding
    os.system(f"x {request.headers['x-name']}")  # finding
    params = await request.body_params
    os.system(f"x {params.a}")  # finding
    os.system(f"x {request.method}")
    return {}
