# == what an exception says is used in its handler
def view():
    try:
        raise ValueError("no desk " + request.args["q"])
    except ValueError as error:
        os.system(f"echo {error}")  # reached
# -- safe
def view():
    try:
        raise ValueError("no desk " + request.args["q"])
    except KeyError as error:
        os.system(f"echo {error}")
# == arguments of an exception
def view():
    try:
        raise RuntimeError(5, request.args["q"])
    except Exception as error:
        os.system(error.args[1])  # reached
# -- safe
def view():
    try:
        raise RuntimeError(5, "ls")
    except Exception as error:
        os.system(error.args[1])
# == raised in a function that is called
def check(word):
    if len(word) > 9:
        raise ValueError("too long: " + word)
def view():
    try:
        check(request.args["q"])
    except ValueError as error:
        os.system("echo " + str(error))  # reached
# -- safe
def check(word):
    if len(word) > 9:
        raise ValueError("too long: " + str(len(word)))
def view():
    try:
        check(request.args["q"])
    except ValueError as error:
        os.system("echo " + str(error))
# == an exception of the checkout's own, caught by its base
class DeskError(Exception): ...
class NoDesk(DeskError): ...
def find(word):
    raise NoDesk(word)
def view():
    try:
        find(request.args["q"])
    except DeskError as error:
        os.system("echo " + str(error))  # reached
# -- safe
class DeskError(Exception): ...
class NoDesk(DeskError): ...
def find(word):
    raise NoDesk(word)
def view():
    try:
        find(request.args["q"])
    except NoDesk:
        pass
    except DeskError as error:
        os.system("echo " + str(error))
# == one of several types
def find(word):
    raise KeyError(word)
def view():
    try:
        find(request.args["q"])
    except (ValueError, LookupError) as error:
        os.system("echo " + str(error))  # reached
# -- safe
def find(word):
    raise KeyError(word)
def view():
    try:
        find(request.args["q"])
    except (ValueError, OSError) as error:
        os.system("echo " + str(error))
# == raised again, with its text
def view():
    try:
        try:
            raise ValueError(request.args["q"])
        except ValueError as error:
            raise RuntimeError(str(error))
    except RuntimeError as error:
        os.system("echo " + str(error))  # reached
# -- safe
def view():
    try:
        try:
            raise ValueError(request.args["q"])
        except ValueError as error:
            raise RuntimeError("no")
    except RuntimeError as error:
        os.system("echo " + str(error))
# == raised again as it is
def view():
    try:
        try:
            raise ValueError(request.args["q"])
        except ValueError:
            raise
    except ValueError as error:
        os.system("echo " + str(error))  # reached
# -- safe
def view():
    try:
        try:
            raise ValueError(request.args["q"])
        except ValueError:
            pass
    except ValueError as error:
        os.system("echo " + str(error))
# == raised outside of the try
def check(word):
    raise ValueError(word)
def view():
    try:
        check(request.args["q"])
    except ValueError as error:
        os.system("echo " + str(error))  # reached
# -- safe
def check(word):
    raise ValueError(word)
def view():
    try:
        check("ls")
    except ValueError as error:
        os.system("echo " + str(error))
# == the error of a library
import json
def check(word):
    raise ValueError(word)
def view():
    try:
        check(request.args["q"])
    except ValueError as error:
        os.system("echo " + str(error))  # reached
# -- safe
import json
def view():
    try:
        json.loads(request.args["q"])
    except ValueError as error:
        os.system("echo " + str(error))
# == in a log
# rule: log-injection
import logging
def check(word):
    raise ValueError("odd " + word)
def view():
    try:
        check(request.args["q"])
    except ValueError as error:
        logging.error("failed: " + str(error))  # review
# -- safe
import logging
def view():
    try:
        int(request.args["q"])
    except ValueError as error:
        logging.error("failed: " + str(error))
