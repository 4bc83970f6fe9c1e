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


ACTIONS = {"start": start, "stop": stop, "status": status}


def help_text():
    """Return a line for each command."""
    return "\n".join(
        f"{name}: {function.__doc__.splitlines()[0]}" for name, function in ACTIONS.items()
    )


def handle(line):
    """Run a command line such as "start nginx" and return its answer."""
    command, *units = line.split()
    if command == "help":
        return help_text()
    if command not in ACTIONS:
        return f"unknown command: {command}"
    return ACTIONS[command](*units)


print(handle("start nginx"))
print(handle("help"))
