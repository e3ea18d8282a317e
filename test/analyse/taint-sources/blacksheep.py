import os

from blacksheep import Application, FromQuery, Request, get, post

app = Application()


@get('/one/{name}')
async def one(name: str):
    os.system(f"x {name}")  # finding


@get('/two/{number}')
async def two(number: int, page: FromQuery[str]):
    os.system(f"x {number}")
    os.system(f"x {page.value}")  # finding


@post('/three')
async def three(request: Request):
    os.system(f"x {request.query['a'][0]}")  # finding
    os.system(f"x {request.query.get('a')}")  # finding
    os.system(f"x {request.route_values['a']}")  # finding
    os.system(f"x {request.cookies['a']}")  # finding
    os.system(f"x {request.get_first_header(b'X-Name')}")  # finding
    os.system(f"x {request.get_cookie('a')}")  # finding
    data = await request.json()
    os.system(f"x {data['a']}")  # finding
    form = await request.form()
    os.system(f"x {form['a']}")  # finding
    os.system(f"x {await request.text()}")  # finding
    os.system(f"x {request.url}")  # finding
    os.system(f"x {request.method}")


@app.router.get('/four')
async def four(request):
    os.system(f"x {request.query.get('a')}")  # finding


@app.route('/five/{name}')
def five(name):
    os.system(f"x {name}")  # finding
