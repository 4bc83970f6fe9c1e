# fails test_independent: Each must keep the salutation
current = ""


def make_greeting(salutation):
    global current
    current = salutation

    def greet(name):
        return f"{current}, {name}!"

    return greet
