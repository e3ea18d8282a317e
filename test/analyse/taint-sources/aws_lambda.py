import json
import os


def lambda_handler(event, context):
    os.system(f"x {event['a']}")  # finding
    os.system(f"x {event.get('a')}")  # finding
    os.system(f"x {event['queryStringParameters']['a']}")  # finding
    os.system(f"x {event['pathParameters']['a']}")  # finding
    os.system(f"x {event['headers']['X-Name']}")  # finding
    os.system(f"x {json.loads(event['body'])['a']}")  # finding
    os.system(f"x {event['Records'][0]['s3']['object']['key']}")  # finding
    for record in event['Records']:
        os.system(f"x {record['body']}")  # finding
    os.system(f"x {event['requestContext']['path']}")  # finding
    os.system(f"x {event['requestContext']['authorizer']['claims']['sub']}")
    os.system(f"x {event['requestContext']['identity']['sourceIp']}")
    os.system(f"x {context.function_name}")
    os.system(f"x {context.aws_request_id}")
    return {'statusCode': 200}


# --- orders.py
import os


def handler(event, context):
    os.system(f"x {event['a']}")  # finding


# --- named.py
import os


def create_order(event, context):
    os.system(f"x {event['a']}")  # finding


def other(event):
    os.system(f"x {event['a']}")


# --- template.yaml
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Handler: named.create_order
      Runtime: python3.12
