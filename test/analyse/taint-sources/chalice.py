import os

from chalice import Chalice

app = Chalice(app_name='app')


@app.route('/items/{name}', methods=['POST'])
def item(name):
    os.system(f"x {name}")  # finding
    request = app.current_request
    os.system(f"x {request.query_params['a']}")  # finding
    os.system(f"x {request.json_body['a']}")  # finding
    os.system(f"x {request.raw_body}")  # finding
    os.system(f"x {request.headers['X-Name']}")  # finding
    os.system(f"x {request.uri_params['name']}")  # finding
    os.system(f"x {app.current_request.to_dict()['a']}")  # finding
    os.system(f"x {request.method}")
    return {}


@app.lambda_function()
def function(event, context):
    os.system(f"x {event['a']}")  # finding
    os.system(f"x {context.function_name}")
