import argparse
import fileinput
import getopt
import optparse
import os
import sys
from optparse import OptionParser

import click
import environ
import fire
import typer
from decouple import config
from docopt import docopt

app = typer.Typer()


def arguments():
    os.system(f"x {sys.argv[1]}")  # finding: hotspot
    for word in sys.argv[1:]:
        os.system(f"x {word}")  # finding: hotspot
    os.system(f"x {sys.orig_argv[1]}")  # finding: hotspot
    os.system(f"x {' '.join(sys.argv)}")  # finding: hotspot
    os.system(f"x {sys.executable}")
    os.system(f"x {int(sys.argv[1])}")


def parsed():
    parser = argparse.ArgumentParser()
    parser.add_argument('name')
    parser.add_argument('--count', type=int)
    parser.add_argument('--kind', choices=['a', 'b'])
    parser.add_argument('--flag', action='store_true')
    args = parser.parse_args()
    os.system(f"x {args.name}")  # finding: hotspot
    os.system(f"x {vars(args)['name']}")  # finding: hotspot
    os.system(f"x {args.count}")  # known
    os.system(f"x {args.kind}")  # known
    os.system(f"x {args.flag}")  # known
    known, rest = parser.parse_known_args()
    os.system(f"x {known.name}")  # finding: hotspot
    os.system(f"x {rest[0]}")  # finding: hotspot
    options, words = OptionParser().parse_args()
    os.system(f"x {options.name}")  # finding: hotspot
    os.system(f"x {words[0]}")  # finding: hotspot
    opts, more = getopt.getopt(sys.argv[1:], 'a:')
    os.system(f"x {more[0]}")  # finding: hotspot
    os.system(f"x {docopt(__doc__)['<name>']}")  # finding: hotspot


def fired(name):
    os.system(f"x {name}")  # finding: hotspot


fire.Fire(fired)


@click.command()
@click.argument('name')
@click.option('--other')
@click.option('--count', type=int)
@click.option('--kind', type=click.Choice(['a', 'b']))
@click.option('--key', type=click.UUID)
@click.option('--verbose', is_flag=True)
def command(name, other, count, kind, key, verbose):
    os.system(f"x {name}")  # finding: hotspot
    os.system(f"x {other}")  # finding: hotspot
    os.system(f"x {count}")  # known
    os.system(f"x {kind}")  # known
    os.system(f"x {key}")  # known
    os.system(f"x {verbose}")  # known


@click.group()
@click.pass_context
def group(ctx):
    os.system(f"x {ctx.obj}")


@group.command()
@click.argument('name')
def sub(name):
    os.system(f"x {name}")  # finding: hotspot  # known


@app.command()
def typed(name: str, count: int = 1, force: bool = False):
    os.system(f"x {name}")  # finding: hotspot
    os.system(f"x {count}")
    os.system(f"x {force}")


def entered():
    os.system(f"x {input()}")  # finding: hotspot
    os.system(f"x {input('name? ').strip()}")  # finding: hotspot
    os.system(f"x {sys.stdin.read()}")  # finding: hotspot
    os.system(f"x {sys.stdin.readline()}")  # finding: hotspot
    os.system(f"x {sys.stdin.readlines()[0]}")  # finding: hotspot
    os.system(f"x {sys.stdin.buffer.read()}")  # finding: hotspot
    for line in sys.stdin:
        os.system(f"x {line}")  # finding: hotspot
    for line in fileinput.input():
        os.system(f"x {line}")  # finding: hotspot
    os.system(f"x {int(input())}")


def environment():
    os.system(f"x {os.environ['A']}")  # finding: hotspot
    os.system(f"x {os.environ.get('A')}")  # finding: hotspot  # known
    os.system(f"x {os.environ.get('A', 'b')}")  # finding: hotspot  # known
    os.system(f"x {os.getenv('A')}")  # finding: hotspot
    os.system(f"x {os.environb[b'A']}")  # finding: hotspot
    os.system(f"x {os.getenvb(b'A')}")  # finding: hotspot
    os.system(f"x {config('A')}")  # finding: hotspot
    os.system(f"x {environ.Env()('A')}")  # finding: hotspot
    os.system(f"x {config('A', cast=int)}")
    os.system(f"x {int(os.environ['A'])}")


def plain(name):
    os.system(f"x {name}")
