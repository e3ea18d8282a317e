import os

import azure.functions as func

app = func.FunctionApp()


def main(req: func.HttpRequest) -> func.HttpResponse:
    os.system(f"x {req.params['a']}")  # finding
    os.system(f"x {req.params.get('a')}")  # finding
    os.system(f"x {req.route_params['a']}")  # finding
    os.system(f"x {req.headers['X-Name']}")  # finding
    os.system(f"x {req.url}")  # finding
    os.system(f"x {req.form['a']}")  # finding
    os.system(f"x {req.files['a'].filename}")  # finding
    os.system(f"x {req.get_json()['a']}")  # finding
    os.system(f"x {req.get_body()}")  # finding
    os.system(f"x {req.get_body().decode()}")  # finding
    os.system(f"x {req.method}")
    return func.HttpResponse('')


@app.route(route='items')
def items(req):
    os.system(f"x {req.params['a']}")  # finding
    return func.HttpResponse('')
