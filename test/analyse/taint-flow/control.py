# == a strong update
def view():
    word = "ls"
    word = request.args["q"]
    os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    word = "ls"
    os.system(word)
# == an update on one branch only
def view(flag):
    word = request.args["q"]
    if flag:
        word = "ls"
    os.system(word)  # reached
# -- safe
def view(flag):
    word = request.args["q"]
    if flag:
        word = "ls"
    else:
        word = "df"
    os.system(word)
# == the left-hand side of its own sink
def view():
    word = request.args["q"]
    word = os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    word = os.system("ls")
    os.system(f"exit {word}")
# == early return
def view(flag):
    word = request.args["q"]
    if flag:
        word = "ls"
        return word
    os.system(word)  # reached
# -- safe
def view(flag):
    word = "ls"
    if flag:
        word = request.args["q"]
        return word
    os.system(word)
# == raise
def view(flag):
    word = "ls"
    if flag:
        word = request.args["q"]
    os.system(word)  # reached
# -- safe
def view(flag):
    word = "ls"
    if flag:
        word = request.args["q"]
        raise ValueError(word)
    os.system(word)
# == a call that never returns
import sys
def leave(text):
    sys.exit(text)
def view(flag):
    word = "ls"
    if flag:
        word = request.args["q"]
        print(word)
    os.system(word)  # reached
# -- safe
import sys
def leave(text):
    sys.exit(text)
def view(flag):
    word = "ls"
    if flag:
        word = request.args["q"]
        leave(word)
    os.system(word)
# == continue
def view(items):
    for item in items:
        word = "ls"
        if item:
            word = request.args["q"]
        os.system(word)  # reached
# -- safe
def view(items):
    for item in items:
        word = "ls"
        if item:
            word = request.args["q"]
            continue
        os.system(word)
# == break
def view(items):
    word = "ls"
    for item in items:
        word = request.args["q"]
        break
    os.system(word)  # reached
# -- safe
def view(items):
    word = "ls"
    for item in items:
        other = request.args["q"]
        break
    os.system(word)
# == try: what the handler sees
def view():
    word = "ls"
    try:
        word = request.args["q"]
        check(word)
    except ValueError:
        os.system(word)  # reached
# -- safe
def view():
    word = "ls"
    try:
        check(word)
    except ValueError:
        os.system(word)
    word = request.args["q"]
# == except replaces
def view():
    try:
        word = request.args["q"]
    except KeyError:
        word = "ls"
    os.system(word)  # reached
# -- safe
def view():
    try:
        word = int(request.args["q"])
    except (KeyError, ValueError):
        word = 1
    os.system(f"head -n {word}")
# == else of try
def view():
    word = "ls"
    try:
        check()
    except ValueError:
        word = "df"
    else:
        word = request.args["q"]
    os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    try:
        check()
    except ValueError:
        word = "df"
    else:
        word = "ls"
    os.system(word)
# == finally
def view():
    word = "ls"
    try:
        check()
    finally:
        word = request.args["q"]
    os.system(word)  # reached
# -- safe
def view():
    word = "ls"
    try:
        word = request.args["q"]
    finally:
        word = "df"
    os.system(word)
# == the caught exception
def view():
    try:
        raise ValueError(request.args["q"])
    except ValueError as error:
        os.system(str(error))  # reached
# -- safe
def view():
    try:
        raise ValueError("ls")
    except ValueError as error:
        os.system(str(error))
# == state carried round a loop
def view(items):
    last = "ls"
    for item in items:
        os.system(last)  # reached
        last = request.args["q"]
# -- safe
def view(items):
    last = "ls"
    for item in items:
        last = "df"
        os.system(last)
        last = request.args["q"]
# == carried over two rounds
def view(items):
    first = second = "ls"
    for item in items:
        os.system(first)  # reached
        first = second
        second = request.args["q"]
# -- safe
def view(items):
    first = second = "ls"
    for item in items:
        os.system(first)
        second = first
        third = request.args["q"]
# == else of a loop
def view(items):
    word = "ls"
    for item in items:
        pass
    else:
        word = request.args["q"]
    os.system(word)  # reached
# -- safe
def view(items):
    word = request.args["q"]
    for item in items:
        pass
    else:
        word = "ls"
    os.system(word)
# == with
import contextlib
def view():
    with contextlib.closing(request.args["q"]) as word:
        os.system(str(word))  # reached
# -- safe
import contextlib
def view():
    with contextlib.closing("ls") as word:
        os.system(str(word))
# == with suppress
import contextlib
def view():
    word = request.args["q"]
    with contextlib.suppress(ValueError):
        word = str(int(word))
    os.system(word)  # reached
# -- safe
import contextlib
def view():
    word = "ls"
    with contextlib.suppress(ValueError):
        word = str(int(request.args["q"]))
    os.system(word)
# == the scope of a comprehension
def view():
    word = "ls"
    words = [word for word in request.args.getlist("q")]
    os.system(words[0])  # reached
# -- safe
def view():
    word = "ls"
    words = [word for word in request.args.getlist("q")]
    os.system(word)
# == dict comprehension
def view():
    options = {key: value for key, value in request.args.items()}
    os.system(options["a"])  # reached
# -- safe
def view():
    options = {key: len(value) for key, value in request.args.items()}
    os.system(f"head -n {options['a']}")
# == condition of a comprehension
def view():
    words = [word for word in request.args.getlist("q") if word]
    os.system(words[0])  # reached
# -- safe
def view():
    words = [word for word in request.args.getlist("q") if word.isalnum()]
    os.system(words[0])
# == walrus
def view():
    if (word := request.args.get("q")) is not None:
        os.system(word)  # reached
# -- safe
def view():
    word = request.args.get("q")
    if (word := "ls") is not None:
        os.system(word)
# == walrus in a comprehension leaks
def view():
    [last := word for word in request.args.getlist("q")]
    os.system(last)  # reached
# -- safe
def view():
    last = "ls"
    [word for word in request.args.getlist("q")]
    os.system(last)
# == global
WORD = "ls"
def keep():
    global WORD
    WORD = request.args["q"]
def view():
    os.system(WORD)  # reached
# -- safe
WORD = "ls"
def keep():
    WORD = request.args["q"]
def view():
    os.system(WORD)
# == nonlocal
def view():
    word = "ls"
    def read():
        nonlocal word
        word = request.args["q"]
    read()
    os.system(word)  # reached
# -- safe
def view():
    word = "ls"
    def read():
        word = request.args["q"]
    read()
    os.system(word)
# == del of another key
def view():
    options = {"a": request.args["q"], "b": "ls"}
    del options["b"]
    os.system(" ".join(options.values()))  # reached
# -- safe
def view():
    options = {"a": request.args["q"], "b": "ls"}
    del options["a"]
    os.system(" ".join(options.values()))
# == del of a name, bound again
def view():
    word = "ls"
    del word
    word = request.args["q"]
    os.system(word)  # reached
# -- safe
def view():
    word = request.args["q"]
    del word
    word = "ls"
    os.system(word)
# == match captures
def view():
    match request.args["q"].split():
        case ["run", word]:
            os.system(word)  # reached
# -- safe
# known: alternatives of constants inside a sequence pattern do not narrow the name
def view():
    match request.args["q"].split():
        case [("ls" | "df") as word, _]:
            os.system(word)
# == an augmented assignment
def view():
    line = "cat "
    line += request.args["q"]
    os.system(line)  # reached
# -- safe
def view():
    count = 1
    count += len(request.args["q"])
    os.system(f"head -n {count}")
# == a chained assignment
def view():
    first = second = request.args["q"]
    first = "ls"
    os.system(second)  # reached
# -- safe
def view():
    first = second = request.args["q"]
    first = "ls"
    os.system(first)
