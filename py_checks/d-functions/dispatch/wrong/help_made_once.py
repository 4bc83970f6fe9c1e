# fails test_new_command_in_help: at each call
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
HELP = "\n".join(f"{name}: {action.__doc__}" for name, action in ACTIONS.items())


def handle(line):
    command, *rest = line.split()
    if command == "help":
        return HELP
    if command in ACTIONS:
        return ACTIONS[command](*rest)
    return f"unknown command: {command}"
