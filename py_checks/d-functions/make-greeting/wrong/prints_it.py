# fails test_greets: printing it is not enough
def make_greeting(salutation):
    def greet(name):
        print(f"{salutation}, {name}!")

    return greet
