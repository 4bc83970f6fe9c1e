# fails test_help: The first line of each docstring
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


def handle(line):
    command, *rest = line.split()
    if command == "help":
        return "\n".join(f"{name}: {action.__doc__}" for name, action in ACTIONS.items())
    if command in ACTIONS:
        return ACTIONS[command](*rest)
    return f"unknown command: {command}"
