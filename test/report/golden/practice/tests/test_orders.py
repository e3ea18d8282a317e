import datetime
import os
import threading
import time
import unittest

from shop import orders


class OrderTest(unittest.TestCase):
    def _wait_for(self, order, status):
        for _ in range(10):
            found = self.api.get_order(order)
            if found['status'] == status:
                return found
            time.sleep(0.5)
        self.fail('order never got "%s"' % status)

    def _place(self, count=1):
        request = {'count': count}
        request['customer'] = '1'
        answer = self.api.post_order(request)
        items = self.api.list_items(search_opts={'order_id': answer['id']})
        ready = []
        for item in items:
            ready.append(self._wait_for(item, 'READY'))
        return ready

    def test_place(self):
        first = self._place(count=2)[0]
        self.assertEqual('READY', first['status'])

    def test_today(self):
        os.environ['SHOP_MODE'] = 'test'
        self.assertEqual(self._place()[0]['day'], datetime.date.today())

    def test_worker(self):
        worker = threading.Thread(target=orders.load)
        worker.start()
        time.sleep(1)
        self.assertTrue(orders.is_loaded())

    def test_bad(self):
        try:
            orders.load(None, '')
            self.fail()
        except ValueError as error:
            self.assertIn('url', str(error))
