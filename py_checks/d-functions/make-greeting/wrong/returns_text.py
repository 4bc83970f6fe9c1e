# fails test_greets: Expected: a function that takes a name
def make_greeting(salutation, name="web team"):
    return f"{salutation}, {name}!"
