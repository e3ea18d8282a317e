# == one helper makes paths absolute for another one, which compares them
# rule: path-traversal
# file: shop/paths.py
import os


def absolute(path: str) -> str:
    return os.path.realpath(path)


def is_below(path: str, folder: str) -> bool:
    path, folder = absolute(path), absolute(folder)
    return os.path.commonpath([path, folder]) == folder
# file: shop/tool.py
from mcp.server.fastmcp import FastMCP
from shop.paths import absolute, is_below


def main(folder: str):
    source = absolute(folder)
    mcp = FastMCP("files")

    @mcp.tool()
    def read(file: str) -> str:
        target = absolute(file)
        if not is_below(source, target):
            raise ValueError(f"{file} is not in {source}")
        with open(target, "rb") as f:  # reached
            return f.read()

    mcp.run()
# -- safe
# rule: path-traversal
# file: shop/paths.py
import os


def absolute(path: str) -> str:
    return os.path.realpath(path)


def is_below(path: str, folder: str) -> bool:
    path, folder = absolute(path), absolute(folder)
    return os.path.commonpath([path, folder]) == folder
# file: shop/tool.py
from mcp.server.fastmcp import FastMCP
from shop.paths import absolute, is_below


def main(folder: str):
    source = absolute(folder)
    mcp = FastMCP("files")

    @mcp.tool()
    def read(file: str) -> str:
        target = absolute(file)
        if not is_below(target, source):
            raise ValueError(f"{file} is not in {source}")
        with open(target, "rb") as f:
            return f.read()

    mcp.run()
