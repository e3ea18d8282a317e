# sources: ipc
import asyncio
import os
import socket
from multiprocessing.connection import Connection

import pika
import redis
from celery import Celery, shared_task
from kafka import KafkaConsumer

celery = Celery('app')


@shared_task
def shared(name):
    os.system(f"x {name}")  # finding


@celery.task(bind=True)
def bound(self, name):
    os.system(f"x {name}")  # finding


for message in KafkaConsumer('topic'):
    os.system(f"x {message.value}")  # finding
    os.system(f"x {message.key}")  # finding
    os.system(f"x {message.offset}")


def callback(ch, method, properties, body):
    os.system(f"x {body}")  # finding
    os.system(f"x {method}")


channel = pika.BlockingConnection().channel()
channel.basic_consume(queue='q', on_message_callback=callback)

pubsub = redis.Redis().pubsub()
for item in pubsub.listen():
    os.system(f"x {item['data']}")  # finding


def receive(connection: Connection):
    os.system(f"x {connection.recv()}")  # finding


def on_message(client, userdata, msg):
    os.system(f"x {msg.payload.decode()}")  # finding


def raw():
    server = socket.socket()
    conn, address = server.accept()
    os.system(f"x {conn.recv(1024)}")  # finding
    os.system(f"x {server.recv(1024).decode()}")  # finding
    os.system(f"x {address}")


async def client(reader, writer):
    os.system(f"x {await reader.read(100)}")  # finding
    os.system(f"x {(await reader.readline()).decode()}")  # finding
    os.system(f"x {writer}")


asyncio.start_server(client, 'localhost', 1)


class Line(asyncio.Protocol):
    def data_received(self, data):
        os.system(f"x {data.decode()}")  # finding
