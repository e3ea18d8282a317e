import os

from channels.generic.websocket import AsyncJsonWebsocketConsumer, WebsocketConsumer


class Chat(WebsocketConsumer):
    def connect(self):
        os.system(f"x {self.scope['query_string']}")  # finding
        os.system(f"x {self.scope['path']}")  # finding
        os.system(f"x {self.scope['cookies']['a']}")  # finding
        os.system(f"x {dict(self.scope['headers'])[b'host']}")  # finding
        os.system(f"x {self.scope['url_route']['kwargs']['room']}")  # finding
        os.system(f"x {self.scope['user']}")
        os.system(f"x {self.scope['session']['a']}")
        os.system(f"x {self.scope['client'][0]}")

    def receive(self, text_data=None, bytes_data=None):
        os.system(f"x {text_data}")  # finding
        os.system(f"x {bytes_data}")  # finding


class Json(AsyncJsonWebsocketConsumer):
    async def receive_json(self, content):
        os.system(f"x {content['a']}")  # finding
