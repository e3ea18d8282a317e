import os

from robyn import Request, Robyn, SubRouter

app = Robyn(__file__)
parts = SubRouter(__name__, prefix='/parts')


@app.get('/one/:name')
async def one(request):
    os.system(f"x {request.query_params.get('a', '')}")  # finding
    os.system(f"x {request.path_params['name']}")  # finding
    os.system(f"x {request.body}")  # finding
    os.system(f"x {request.headers.get('x-name')}")  # finding
    os.system(f"x {request.json()['a']}")  # finding
    os.system(f"x {request.form_data['a']}")  # finding
    os.system(f"x {request.method}")
    os.system(f"x {request.ip_addr}")


@parts.post('/two')
def two(request: Request):
    os.system(f"x {request.body}")  # finding
