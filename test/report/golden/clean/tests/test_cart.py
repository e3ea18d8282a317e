import sqlite3
import unittest

from shop import cart


class CartTest(unittest.TestCase):
    def setUp(self):
        self.db = sqlite3.connect(':memory:')
        self.addCleanup(self.db.close)

    def test_nothing(self):
        self.db.execute('CREATE TABLE goods (name)')
        self.assertEqual([], cart.find(self.db, 'a'))
