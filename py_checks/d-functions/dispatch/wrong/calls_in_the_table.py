# fails test_table_holds_functions: called at once
def start(unit="nginx"):
    """Start a unit."""
    return f"{unit} started"


def stop(unit="nginx"):
    """Stop a unit."""
    return f"{unit} stopped"


def status(unit="nginx"):
    """Say how a unit is."""
    return f"{unit} is running"


ACTIONS = {"start": start(), "stop": stop(), "status": status()}


def handle(line):
    command = line.split()[0]
    return ACTIONS.get(command, f"unknown command: {command}")
