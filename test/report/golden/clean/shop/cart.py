"""The cart of a small shop."""
import sqlite3


def find(db: sqlite3.Connection, name: str) -> list[str]:
    """Goods whose name begins so."""
    rows = db.execute('SELECT name FROM goods WHERE name LIKE ?', (f'{name}%',))
    return [row[0] for row in rows]
