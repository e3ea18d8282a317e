import os

from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEvent, event_source

app = APIGatewayRestResolver()


@app.get('/items/<name>')
def item(name):
    os.system(f"x {name}")  # finding
    os.system(f"x {app.current_event.json_body['a']}")  # finding
    os.system(f"x {app.current_event.query_string_parameters['a']}")  # finding
    os.system(f"x {app.current_event.headers['a']}")  # finding
    os.system(f"x {app.current_event.body}")  # finding
    os.system(f"x {app.current_event.get_query_string_value('a')}")  # finding
    os.system(f"x {app.current_event.http_method}")
    return {}


@event_source(data_class=APIGatewayProxyEvent)
def handle(event, context):
    os.system(f"x {event.body}")  # finding
    os.system(f"x {event.path_parameters['a']}")  # finding
