def make_greeting(salutation):
    """Return a function that greets a name with this salutation."""

    def greet(name):
        return f"{salutation}, {name}!"

    return greet


hello = make_greeting("Hello")
print(hello("web team"))
