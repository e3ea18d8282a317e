import os
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path as FilePath
from typing import Annotated, Any, List, Literal, Optional, Union
from uuid import UUID

from fastapi import APIRouter, BackgroundTasks, Body, Cookie, Depends, FastAPI, File, Form, Header, Path, Query, Request, Response, Security, UploadFile, WebSocket
from pydantic import AwareDatetime, BaseModel, EmailStr, Field, HttpUrl, IPvAnyAddress, NonNegativeInt, PositiveInt, SecretStr, conint, constr
from sqlalchemy.orm import Session

app = FastAPI()
router = APIRouter()


class Colour(str, Enum):
    RED = 'red'


class Address(BaseModel):
    street: str
    number: int


class Item(BaseModel):
    name: str
    count: int
    colour: Colour
    note: Optional[str] = None
    tags: List[str] = []
    sizes: list[int] = []
    address: Address
    key: UUID
    anything: Any = None
    kind: Literal['a', 'b'] = 'a'
    secret: SecretStr


@app.get('/items/{name}')
async def by_type(name: str, untyped, anything: Any, raw: bytes, number: int, real: float, flag: bool, key: UUID, price: Decimal, day: date, colour: Colour, kind: Literal['a', 'b'], place: FilePath, mail: EmailStr, link: HttpUrl):
    os.system(f"x {name}")  # finding
    os.system(f"x {untyped}")  # finding
    os.system(f"x {anything}")  # finding
    os.system(f"x {raw}")  # finding
    os.system(f"x {place}")  # finding
    os.system(f"x {mail}")  # finding
    os.system(f"x {link}")  # finding
    os.system(f"x {number}")
    os.system(f"x {real}")
    os.system(f"x {flag}")
    os.system(f"x {key}")
    os.system(f"x {price}")
    os.system(f"x {day}")
    os.system(f"x {colour}")
    os.system(f"x {colour.value}")
    os.system(f"x {kind}")
    return {}


@app.get('/pydantic')
def pydantic_types(a: PositiveInt, b: NonNegativeInt, c: conint(gt=1), d: AwareDatetime, e: IPvAnyAddress, f: constr(max_length=3), g: constr(pattern=r'^[a-z]+$')):
    os.system(f"x {f}")  # finding
    os.system(f"x {a}")
    os.system(f"x {b}")
    os.system(f"x {c}")
    os.system(f"x {d}")
    os.system(f"x {e}")
    os.system(f"x {g}")
    return {}


@app.get('/optional')
def optional(a: Optional[str] = None, b: str | None = None, c: Union[str, int] = 1, d: list[str] = [], e: List[int] = [], f: int | None = None, g: Optional[UUID] = None, h: dict = {}):
    os.system(f"x {a}")  # finding
    os.system(f"x {b}")  # finding
    os.system(f"x {c}")  # finding
    os.system(f"x {d[0]}")  # finding
    os.system(f"x {h['a']}")  # finding
    os.system(f"x {e[0]}")
    os.system(f"x {f}")
    os.system(f"x {g}")
    return {}


@app.post('/markers')
def markers(a: str = Query(...), b: str = Path(...), c: str = Header('x'), d: str = Cookie(None), e: str = Body(...), f: str = Form(...), g: bytes = File(...), h: Annotated[str, Query(max_length=3)] = '', i: Annotated[int, Path()] = 1, j: int = Query(1)):
    os.system(f"x {a}")  # finding
    os.system(f"x {b}")  # finding
    os.system(f"x {c}")  # finding
    os.system(f"x {d}")  # finding
    os.system(f"x {e}")  # finding
    os.system(f"x {f}")  # finding
    os.system(f"x {g}")  # finding
    os.system(f"x {h}")  # finding
    os.system(f"x {i}")
    os.system(f"x {j}")
    return {}


@app.get('/patterns')
def patterns(a: str = Query(..., pattern='^[a-z]+$'), b: str = Query(..., regex='^[a-z0-9-]+$'), c: Annotated[str, Path(pattern=r'^\w+$')] = '', d: str = Query(..., pattern='[a-z]+'), e: str = Query(..., pattern='^.*$')):
    os.system(f"x {d}")  # finding
    os.system(f"x {e}")  # finding
    os.system(f"x {a}")
    os.system(f"x {b}")  # known
    os.system(f"x {c}")
    return {}


@router.post('/model')
def model(item: Item):
    os.system(f"x {item.name}")  # finding
    os.system(f"x {item.note}")  # finding
    os.system(f"x {item.tags[0]}")  # finding
    os.system(f"x {item.address.street}")  # finding
    os.system(f"x {item.anything}")  # finding
    os.system(f"x {item.secret.get_secret_value()}")  # finding  # known
    os.system(f"x {item.model_dump()['name']}")  # finding
    os.system(f"x {item.count}")
    os.system(f"x {item.colour}")
    os.system(f"x {item.sizes[0]}")
    os.system(f"x {item.address.number}")
    os.system(f"x {item.key}")
    os.system(f"x {item.kind}")
    for tag in item.tags:
        os.system(f"x {tag}")  # finding
    return {}


@router.post('/models')
def models(items: List[Item]):
    for item in items:
        os.system(f"x {item.name}")  # finding
        os.system(f"x {item.count}")
    return {}


@app.post('/upload')
async def upload(file: UploadFile, other: UploadFile = File(...), many: List[UploadFile] = File(...)):
    os.system(f"x {file.filename}")  # finding
    os.system(f"x {file.content_type}")  # finding
    os.system(f"x {file.headers['a']}")  # finding
    os.system(f"x {await file.read()}")  # finding
    os.system(f"x {file.file.read()}")  # finding
    os.system(f"x {other.filename}")  # finding
    os.system(f"x {many[0].filename}")  # finding
    for one in many:
        os.system(f"x {one.filename}")  # finding
    os.system(f"x {file.size}")
    return {}


def get_session():
    return 'session'


def filters(name: str, limit: int = 10):
    os.system(f"x {name}")  # finding
    os.system(f"x {limit}")
    return {'name': name, 'limit': limit}


def token(value: str = Header(...)):
    return value


class Pages:
    def __init__(self, word: str, page: int = 1):
        self.word = word
        self.page = page


@app.get('/depends')
def depends(session: Session = Depends(get_session), found: dict = Depends(filters), word: str = Depends(token), annotated: Annotated[str, Depends(token)] = '', user: str = Security(get_session), pages: Pages = Depends(Pages)):
    os.system(f"x {found['name']}")  # finding
    os.system(f"x {word}")  # finding
    os.system(f"x {annotated}")  # finding
    os.system(f"x {pages.word}")  # finding
    os.system(f"x {session}")
    os.system(f"x {session.info}")
    os.system(f"x {user}")
    os.system(f"x {found['limit']}")
    os.system(f"x {pages.page}")
    return {}


@app.get('/framework')
async def framework(request: Request, response: Response, tasks: BackgroundTasks):
    os.system(f"x {request.query_params['a']}")  # finding
    os.system(f"x {(await request.json())['a']}")  # finding
    os.system(f"x {request.method}")
    os.system(f"x {request.client.host}")
    os.system(f"x {request.state.user}")
    os.system(f"x {request.app.title}")
    os.system(f"x {response.status_code}")
    os.system(f"x {tasks}")
    return {}


@app.websocket('/ws/{room}')
async def socket(websocket: WebSocket, room: str):
    os.system(f"x {room}")  # finding
    os.system(f"x {await websocket.receive_text()}")  # finding
    os.system(f"x {(await websocket.receive_json())['a']}")  # finding
    os.system(f"x {websocket.query_params['a']}")  # finding


def added(name: str, number: int):
    os.system(f"x {name}")  # finding
    os.system(f"x {number}")
    return {}


app.add_api_route('/added', added, methods=['GET'])


@app.api_route('/any', methods=['GET', 'POST'])
def any_method(name):
    os.system(f"x {name}")  # finding
    return {}


def not_a_route(name: str, item: Item):
    os.system(f"x {name}")
    os.system(f"x {item.name}")
