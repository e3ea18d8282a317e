import os
from typing import List, Optional
from uuid import UUID

from ninja import File, NinjaAPI, Router, Schema
from ninja.files import UploadedFile

api = NinjaAPI()
router = Router()


class Item(Schema):
    name: str
    count: int
    note: Optional[str] = None


@api.get('/items/{name}')
def get_item(request, name: str, count: int, key: UUID, note: Optional[str] = None):
    os.system(f"x {name}")  # finding
    os.system(f"x {note}")  # finding
    os.system(f"x {request.GET['a']}")  # finding
    os.system(f"x {count}")
    os.system(f"x {key}")
    os.system(f"x {request.auth}")
    return {}


@router.post('/items')
def post_item(request, payload: Item):
    os.system(f"x {payload.name}")  # finding
    os.system(f"x {payload.note}")  # finding
    os.system(f"x {payload.dict()['name']}")  # finding
    os.system(f"x {payload.count}")
    return {}


@api.post('/upload')
def upload(request, file: UploadedFile = File(...)):
    os.system(f"x {file.name}")  # finding
    return {}


@api.delete('/many')
def many(request, names: List[str], numbers: List[int]):
    os.system(f"x {names[0]}")  # finding
    os.system(f"x {numbers[0]}")
    return {}


@api.api_operation(['PATCH'], '/x')
def patch(request, untyped):
    os.system(f"x {untyped}")  # finding
    return {}
