import os

import responder

api = responder.API()


@api.route('/one/{name}')
async def one(req, resp, *, name):
    os.system(f"x {name}")  # finding
    os.system(f"x {req.params['a']}")  # finding
    os.system(f"x {req.headers['X-Name']}")  # finding
    os.system(f"x {req.cookies['a']}")  # finding
    os.system(f"x {req.url}")  # finding
    data = await req.media()
    os.system(f"x {data['a']}")  # finding
    os.system(f"x {await req.text}")  # finding
    os.system(f"x {req.method}")
    resp.text = ''
