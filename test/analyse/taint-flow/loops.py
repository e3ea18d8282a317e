# == what an earlier round left where a later one breaks off
def view(done):
    word = "ls"
    while True:
        if done():
            break
        word = request.args["q"]
    os.system(word)  # reached
# -- safe
def view(done):
    word = request.args["q"]
    while True:
        word = "ls"
        if done():
            break
    os.system(word)
# == set in one branch of a round, read in the next
def view(items):
    for item in items:
        if item == "run":
            os.system(word)  # reached
        elif item == "read":
            word = request.args["q"]
# -- safe
def view(items):
    for item in items:
        word = "ls"
        if item == "run":
            os.system(word)
        elif item == "read":
            word = request.args["q"]
# == a list that is filled and read in the same loop
def view(items):
    words = []
    for item in items:
        for word in words:
            os.system(word)  # reached
        words.append(request.args[item])
# -- safe
def view(items):
    words = []
    seen = []
    for item in items:
        for word in words:
            os.system(word)
        words.append("ls")
        seen.append(request.args[item])
# == a list that is filled under two names
def view(items):
    words = []
    others = words
    for item in items:
        if others:
            os.system(others[0])  # reached
        words.append(request.args[item])
# -- safe
def view(items):
    words = ["ls"]
    others = list(words)
    for item in items:
        os.system(others[0])
        words.append(request.args[item])
# == a list that a loop fills, read behind it
def view(items):
    words = []
    for item in items:
        words.append(request.args[item])
    os.system(words[1])  # reached
# -- safe
def view(items):
    words = []
    for item in items:
        words.append(len(request.args[item]))
    os.system("ls %d" % words[1])
# == an exception of an earlier round
def view(items, run):
    last = None
    for item in items:
        try:
            run(item)
        except ValueError:
            last = request.args["q"]
        if last:
            os.system(last)  # reached
# -- safe
def view(items, run):
    last = None
    for item in items:
        try:
            run(item)
        except ValueError as error:
            last = "ls"
            error = request.args["q"]
        if last:
            os.system(last)
# == only the value of the last round in a nested loop
def view(items):
    for item in items:
        word = request.args["q"]
        for other in items:
            os.system(word)  # reached
            word = "ls"
# -- safe
def view(items):
    for item in items:
        word = request.args["q"]
        for other in items:
            word = "ls"
            os.system(word)
