import time

from shop import views


def test_goods():
    client = views.app.test_client()
    time.sleep(0.5)
    assert client.get('/goods?name=a').json == {'names': []}
