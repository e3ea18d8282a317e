# sources: stored
import os
import sqlite3
from pathlib import Path


def files(path):
    with open(path) as file:
        os.system(f"x {file.read()}")  # finding
        os.system(f"x {file.readline()}")  # finding
        for line in file:
            os.system(f"x {line}")  # finding
    os.system(f"x {open(path).read()}")  # finding
    os.system(f"x {Path(path).read_text()}")  # finding
    os.system(f"x {Path(path).read_bytes()}")  # finding
    with Path(path).open() as file:
        os.system(f"x {file.read()}")  # finding
    os.system(f"x {path}")


def rows():
    cursor = sqlite3.connect('a').cursor()
    os.system(f"x {cursor.fetchone()[0]}")  # finding
    for row in cursor.fetchall():
        os.system(f"x {row[0]}")  # finding
    os.system(f"x {cursor.rowcount}")
