# == one helper makes paths absolute for another one, which compares them
# rule: path-traversal
# file: shop/paths.py
import os
from pathlib import Path


def absolute(path: str | Path) -> Path:
    return Path(os.path.abspath(str(path)))


def is_below(path_1: str | Path, path_2: str | Path) -> bool:
    path_1, path_2 = absolute(path_1).resolve(), absolute(path_2).resolve()
    try:
        path_1.relative_to(path_2)
        return True
    except ValueError:
        return False
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
from pathlib import Path


def absolute(path: str | Path) -> Path:
    return Path(os.path.abspath(str(path)))


def is_below(path_1: str | Path, path_2: str | Path) -> bool:
    path_1, path_2 = absolute(path_1).resolve(), absolute(path_2).resolve()
    try:
        path_1.relative_to(path_2)
        return True
    except ValueError:
        return False
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
