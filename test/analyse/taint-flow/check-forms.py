# == a pattern kept in a variable
import re
def view():
    word = request.args["q"]
    match = re.fullmatch(r"[a-z ;]+", word)
    if not match:
        abort(400)
    os.system(word)  # reached
# -- safe
import re
def view():
    word = request.args["q"]
    match = re.fullmatch(r"[a-z]+", word)
    if not match:
        abort(400)
    os.system(word)
# == a pattern in a walrus
import re
def view():
    word = request.args["q"]
    if (match := re.match(r"[a-z]+", word)) is None:
        abort(400)
    os.system(word)  # reached
# -- safe
import re
def view():
    word = request.args["q"]
    if (match := re.match(r"[a-z]+\Z", word)) is None:
        abort(400)
    os.system(word)
# == a pattern: group of what matched
import re
def view():
    match = re.match(r"(.*);([a-z]+)", request.args["q"])
    os.system(match.group(1))  # reached
# -- safe
import re
def view():
    match = re.match(r"(.*);([a-z]+)", request.args["q"])
    os.system(match.group(2))
# == a pattern that is a class attribute
import re
class Job:
    name = re.compile(r"[a-z]+")
    def run(self, word):
        if self.name.match(word):
            os.system(word)  # reached
def view():
    Job().run(request.args["q"])
# -- safe
import re
class Job:
    name = re.compile(r"[a-z]+")
    def run(self, word):
        if self.name.fullmatch(word):
            os.system(word)
def view():
    Job().run(request.args["q"])
# == a pattern that is passed
import re
def check(pattern, word):
    if not re.fullmatch(pattern, word):
        raise ValueError(word)
def view():
    word = request.args["q"]
    check(".+", word)
    os.system(word)  # reached
# -- safe
# known: a pattern that a caller passes is not known where it is matched
import re
def check(pattern, word):
    if not re.fullmatch(pattern, word):
        raise ValueError(word)
def view():
    word = request.args["q"]
    check("[a-z]+", word)
    os.system(word)
# == a pattern for what is forbidden
import re
def view():
    word = request.args["q"]
    if re.search(r"[;&|]", word):
        abort(400)
    os.system(word)  # reached
# -- safe
import re
def view():
    word = request.args["q"]
    if re.search(r"[^a-z0-9_]", word):
        abort(400)
    os.system(word)
# == a walrus around the value
def view():
    if (word := request.args["q"]).isascii():
        os.system(word)  # reached
# -- safe
def view():
    if (word := request.args["q"]).isalnum():
        os.system(word)
# == a walrus in a comparison
def view():
    if (word := request.args["q"]) != "ls":
        os.system(word)  # reached
# -- safe
def view():
    if (word := request.args["q"]) in ("ls", "df"):
        os.system(word)
# == a filter in a comprehension
def view():
    words = [word for word in request.args.getlist("q") if word.isascii()]
    os.system(" ".join(words))  # reached
# -- safe
def view():
    words = [word for word in request.args.getlist("q") if word.isalnum()]
    os.system(" ".join(words))
# == a filter in a comprehension: a helper
def good(word):
    return word.isascii()
def view():
    os.system(" ".join(word for word in request.args.getlist("q") if good(word)))  # reached
# -- safe
def good(word):
    return word.isalnum()
def view():
    os.system(" ".join(word for word in request.args.getlist("q") if good(word)))
# == a filter in a comprehension of keys
WORDS = {"ls", "df"}
def view():
    chosen = {key: value for key, value in request.args.items() if value in WORDS}
    for word in chosen:
        os.system(word)  # reached
# -- safe
WORDS = {"ls", "df"}
def view():
    chosen = {key: value for key, value in request.args.items() if key in WORDS}
    for word in chosen:
        os.system(word)
# == filter()
def view():
    for word in filter(str.isascii, request.args.getlist("q")):
        os.system(word)  # reached
# -- safe
def view():
    for word in filter(str.isalnum, request.args.getlist("q")):
        os.system(word)
# == filter() with a lambda
def view():
    for word in filter(lambda one: one != "ls", request.args.getlist("q")):
        os.system(word)  # reached
# -- safe
def view():
    for word in filter(lambda one: one in ("ls", "df"), request.args.getlist("q")):
        os.system(word)
# == match with a guard
def view():
    match request.args["q"]:
        case word if word.isascii():
            os.system(word)  # reached
# -- safe
def view():
    match request.args["q"]:
        case word if word.isalnum():
            os.system(word)
# == match: the last case leaves
def view():
    word = request.args["q"]
    match word:
        case "ls" | "df":
            pass
        case _:
            print("odd")
    os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    match word:
        case "ls" | "df":
            pass
        case _:
            abort(400)
    os.system(word)
# == match on values of an enumeration
import enum
class Word(enum.StrEnum):
    LIST = "ls"
    FREE = "df"
def view():
    word = request.args["q"]
    match word:
        case Word.LIST | Word.FREE:
            print(word)
        case other:
            os.system(other)  # reached
# -- safe
import enum
class Word(enum.StrEnum):
    LIST = "ls"
    FREE = "df"
def view():
    word = request.args["q"]
    match word:
        case Word.LIST | Word.FREE:
            os.system(word)
        case other:
            print(other)
# == while: a condition on the value
def view():
    word = request.args["q"]
    while word.isascii():
        os.system(word)  # reached
        word = request.args["r"]
# -- safe
def view():
    word = request.args["q"]
    while word.isalnum():
        os.system(word)
        word = request.args["r"]
# == while True with a break
def view():
    while True:
        word = request.args["q"]
        if word.isascii():
            break
    os.system(word)  # reached
# -- safe
def view():
    while True:
        word = request.args["q"]
        if word.isalnum():
            break
    os.system(word)
# == nested conditions
def view(flag):
    word = request.args["q"]
    if flag:
        if not word.isalnum():
            abort(400)
    os.system(word)  # reached
# -- safe
def view(flag):
    word = request.args["q"]
    if flag:
        if not word.isalnum():
            abort(400)
    elif word not in ("ls", "df"):
        abort(400)
    os.system(word)
# == elif
def view():
    word = request.args["q"]
    if word == "":
        abort(400)
    elif word.isalnum():
        print(word)
    os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if word == "":
        abort(400)
    elif not word.isalnum():
        abort(400)
    os.system(word)
# == not of an or
def view():
    word = request.args["q"]
    if not (word.isalnum() or word.startswith("-")):
        abort(400)
    os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if not (word.isalnum() or word in ("-l", "-a")):
        abort(400)
    os.system(word)
# == not of an and
def view():
    word = request.args["q"]
    if not (word.isalnum() and len(word) < 3):
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if not (word.isalnum() and len(word) < 3):
        abort(400)
    os.system(word)
# == compared with True
def view():
    word = request.args["q"]
    if word.isalnum() is False:
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if word.isalnum() is True:
        os.system(word)
# == bool()
def view():
    word = request.args["q"]
    if bool(word):
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    if bool(word.isalnum()):
        os.system(word)
# == two checks kept in variables
def view():
    word = request.args["q"]
    short = len(word) < 9
    plain = word.isalnum()
    if short or plain:
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    short = len(word) < 9
    plain = word.isalnum()
    if short and plain:
        os.system(word)
# == a condition kept in a variable
def view(flag):
    word = request.args["q"]
    good = flag or word.isalnum()
    if good:
        os.system(word)  # reached
# -- safe
def view(flag):
    word = request.args["q"]
    good = flag and word.isalnum()
    if good:
        os.system(word)
# == a negated condition kept in a variable
def view():
    word = request.args["q"]
    bad = not word.isalnum()
    if bad:
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    bad = not word.isalnum()
    if not bad:
        os.system(word)
# == a flag that a check sets
def view():
    word = request.args["q"]
    good = True
    if word.isalnum():
        good = False
    if good:
        os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    good = False
    if word.isalnum():
        good = True
    if good:
        os.system(word)
# == a flag that one of two branches sets to a check
def view(flag):
    word = request.args["q"]
    good = True
    if flag:
        good = word.isalnum()
    if good:
        os.system(word)  # reached
# -- safe
def view(flag):
    word = request.args["q"]
    good = False
    if flag:
        good = word.isalnum()
    if good:
        os.system(word)
# == a flag that try sets
import ipaddress
def view():
    word = request.args["q"]
    try:
        ipaddress.ip_network("10.0.0.0/8")
        good = True
    except ValueError:
        good = False
    if good:
        os.system("ping " + word)  # reached
# -- safe
# known: a flag that is set where a conversion did not raise is not related to it
import ipaddress
def view():
    word = request.args["q"]
    try:
        ipaddress.ip_address(word)
        good = True
    except ValueError:
        good = False
    if good:
        os.system("ping " + word)
# == a conversion that raises, in a helper
import uuid
def check(word):
    try:
        uuid.uuid4()
    except ValueError:
        raise ValueError("no") from None
def view():
    word = request.args["q"]
    check(word)
    os.system("show " + word)  # reached
# -- safe
import uuid
def check(word):
    try:
        uuid.UUID(word)
    except ValueError:
        raise ValueError("no") from None
def view():
    word = request.args["q"]
    check(word)
    os.system("show " + word)
# == a conversion that raises, in a static method
# rule: path-traversal
import uuid
class Store:
    @staticmethod
    def check(name: str) -> None:
        try:
            str(name)
        except (ValueError, TypeError) as error:
            raise ValueError("no") from error
    @staticmethod
    def file(name: str):
        Store.check(name)
        return open("/srv/" + name).read()  # reached
def view():
    return Store.file(request.args["q"])
# -- safe
import uuid
class Store:
    @staticmethod
    def check(name: str) -> None:
        try:
            uuid.UUID(name)
        except (ValueError, TypeError) as error:
            raise ValueError("no") from error
    @staticmethod
    def file(name: str):
        Store.check(name)
        return open("/srv/" + name).read()
def view():
    return Store.file(request.args["q"])
# == a conversion in try, and nothing follows
def view():
    word = request.args["q"]
    try:
        int(word)
    except ValueError:
        pass
    os.system("kill " + word)  # reached
# -- safe
def view():
    word = request.args["q"]
    try:
        int(word)
    except ValueError:
        abort(400)
    os.system("kill " + word)
# == a conversion in the else of try
def view():
    word = request.args["q"]
    try:
        len(word)
    except ValueError:
        return "no"
    else:
        os.system("kill " + word)  # reached
# -- safe
def view():
    word = request.args["q"]
    try:
        int(word)
    except ValueError:
        return "no"
    else:
        os.system("kill " + word)
# == a conversion as a boolean helper
def number(word):
    try:
        len(word)
        return True
    except ValueError:
        return False
def view():
    word = request.args["q"]
    if number(word):
        os.system("kill " + word)  # reached
# -- safe
def number(word):
    try:
        int(word)
        return True
    except ValueError:
        return False
def view():
    word = request.args["q"]
    if number(word):
        os.system("kill " + word)
# == a conversion of an enumeration for its exception
import enum
class Word(enum.Enum):
    LIST = "ls"
def view():
    word = request.args["q"]
    try:
        Word("ls")
    except ValueError:
        abort(400)
    os.system(word)  # reached
# -- safe
import enum
class Word(enum.Enum):
    LIST = "ls"
def view():
    word = request.args["q"]
    try:
        Word(word)
    except ValueError:
        abort(400)
    os.system(word)
# == a look-up for its exception
WORDS = {"ls": 1}
def view():
    word = request.args["q"]
    try:
        WORDS["ls"]
    except KeyError:
        abort(400)
    os.system(word)  # reached
# -- safe
WORDS = {"ls": 1}
def view():
    word = request.args["q"]
    try:
        WORDS[word]
    except KeyError:
        abort(400)
    os.system(word)
# == a look-up that gives nothing
WORDS = {"ls": 1}
def view():
    word = request.args["q"]
    if WORDS.get("ls") is None:
        abort(400)
    os.system(word)  # reached
# -- safe
WORDS = {"ls": 1}
def view():
    word = request.args["q"]
    if WORDS.get(word) is None:
        abort(400)
    os.system(word)
# == what was looked up is in a list
# rule: reflection-injection
class Parcel: ...
class Secret: ...
def view():
    found = globals().get(request.args["q"])  # reached
    if found is None:
        abort(404)
    return found()
# -- safe
class Parcel: ...
class Secret: ...
def view():
    found = globals().get(request.args["q"])
    if found not in (Parcel,):
        abort(404)
    return found()
# == what was looked up is marked
# rule: reflection-injection
class Desk:
    def list(self): ...
    list.public = True
def view():
    found = getattr(Desk(), request.args["q"], None)  # reached
    if not getattr(found, "__doc__", ""):
        print(found)
    return found()
# -- safe
class Desk:
    def list(self): ...
    list.public = True
def view():
    found = getattr(Desk(), request.args["q"], None)
    if found is None or not getattr(found, "public", False):
        abort(404)
    return found()
# == what was looked up is of a class of ours
# rule: reflection-injection
import handlers
class Base: ...
def view():
    found = getattr(handlers, request.args["q"])  # reached
    if not callable(found):
        abort(404)
    return found()
# -- safe
import handlers
class Base: ...
def view():
    found = getattr(handlers, request.args["q"])
    if not (isinstance(found, type) and issubclass(found, Base)):
        abort(404)
    return found()
