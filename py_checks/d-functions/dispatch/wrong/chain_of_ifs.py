# fails test_new_command: Look the command up there
def start(unit):
    """Start a unit."""
    return f"{unit} started"


def stop(unit):
    """Stop a unit."""
    return f"{unit} stopped"


def status(unit):
    """Say how a unit is."""
    return f"{unit} is running"


ACTIONS = {"start": start, "stop": stop, "status": status}


def handle(line):
    command, *rest = line.split()
    if command == "start":
        return start(*rest)
    if command == "stop":
        return stop(*rest)
    if command == "status":
        return status(*rest)
    if command == "help":
        return "\n".join(f"{name}: {action.__doc__}" for name, action in ACTIONS.items())
    return f"unknown command: {command}"
