import os

from fastmcp import Context
from fastmcp import FastMCP as Fast
from mcp.server.fastmcp import FastMCP
from mcp.server.lowlevel import Server

mcp = FastMCP('server')
fast = Fast('server')
server = Server('server')


@mcp.tool()
def run(name: str, count: int) -> str:
    os.system(f"x {name}")  # finding
    os.system(f"x {count}")
    return ''


@mcp.resource('file://{name}')
def resource(name: str) -> str:
    os.system(f"x {name}")  # finding
    return ''


@mcp.prompt()
def prompt(text: str) -> str:
    os.system(f"x {text}")  # finding
    return ''


@fast.tool
async def fast_tool(name: str, ctx: Context) -> str:
    os.system(f"x {name}")  # finding
    os.system(f"x {ctx.request_id}")
    return ''


def added(name: str) -> str:
    os.system(f"x {name}")  # finding
    return ''


mcp.add_tool(added)


@server.call_tool()
async def call_tool(name, arguments):
    os.system(f"x {arguments['a']}")  # finding
    return []


def no_tool(name: str) -> str:
    os.system(f"x {name}")
    return ''
