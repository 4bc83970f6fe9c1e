def start(unit):
    """Start a unit."""
    return f"{unit} started"


def stop(unit):
    """Stop a unit.

    Its dependents are stopped first.
    """
    return f"{unit} stopped"


def status(unit):
    """Say how a unit is."""
    return f"{unit} is running"


ACTIONS = {}


def handle(line):
    """Run a command line such as "start nginx" and return its answer."""
    ...


print(handle("start nginx"))
print(handle("help"))
