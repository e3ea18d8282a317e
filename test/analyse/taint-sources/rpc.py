import os
from xmlrpc.server import SimpleXMLRPCServer

import grpc
import orders_pb2_grpc
from jsonrpcserver import method


class Orders(orders_pb2_grpc.OrdersServicer):
    def Create(self, request, context):
        os.system(f"x {request.name}")  # finding
        os.system(f"x {request.address.street}")  # finding
        for line in request.lines:
            os.system(f"x {line.text}")  # finding
        os.system(f"x {context.peer()}")

    async def Watch(self, request, context):
        os.system(f"x {request.name}")  # finding


def registered(name):
    os.system(f"x {name}")  # finding
    return ''


class Instance:
    def remote(self, name):
        os.system(f"x {name}")  # finding  # known

    def _private(self, name):
        os.system(f"x {name}")


server = SimpleXMLRPCServer(('localhost', 8000))
server.register_function(registered, 'run')
server.register_instance(Instance())


@server.register_function
def decorated(name):
    os.system(f"x {name}")  # finding


@method
def json_method(name):
    os.system(f"x {name}")  # finding


def not_registered(name):
    os.system(f"x {name}")


class Stock:
    def serve(self, server):
        orders_pb2_grpc.add_StockServicer_to_server(self, server)

    async def Count(self, request, context):
        os.system(f"x {request.shelf}")  # finding

    def count(self, request, shelf):
        os.system(f"x {shelf}")
