"""Checks of handle and ACTIONS."""

from contextlib import contextmanager


@contextmanager
def with_reload(submission):
    """Put one more command into the table for a while."""

    def reload(unit):
        """Reload the settings of a unit.

        It keeps running.
        """
        return f"{unit} reloaded"

    actions = submission.get("ACTIONS")
    actions["reload"] = reload
    try:
        yield
    finally:
        del actions["reload"]


def test_commands(submission):
    """The three commands run their functions."""
    submission.expect("handle", "start redis").returns("redis started")
    submission.expect("handle", "stop redis").returns("redis stopped")
    submission.expect("handle", "status redis").returns("redis is running")


def test_table_holds_functions(submission):
    """The table holds functions, not what they return."""
    actions = submission.get("ACTIONS")
    assert isinstance(actions, dict) and actions, f"ACTIONS is {actions!r}, expected a filled dict."
    for name, action in actions.items():
        assert callable(action), (
            f"ACTIONS[{name!r}] is {action!r}, expected a function. "
            "With parentheses behind the name the function is called at once."
        )


def test_unknown_command(submission):
    """An unknown command is named in the answer."""
    submission.expect("handle", "halt redis").returns("unknown command: halt")
    submission.expect("handle", "reboot").returns("unknown command: reboot")


def test_help(submission):
    """The help has a line for each command, from the docstrings."""
    submission.expect("handle", "help").returns(
        "start: Start a unit.\nstop: Stop a unit.\nstatus: Say how a unit is.",
        hint="The first line of each docstring is wanted, and no more.",
    )


def test_new_command(submission):
    """A command that is added to the table works at once."""
    with with_reload(submission):
        submission.expect("handle", "reload redis").returns(
            "redis reloaded",
            hint="The check put a function under 'reload' into ACTIONS. Look the command up there.",
        )


def test_new_command_in_help(submission):
    """A command that is added to the table shows in the help."""
    with with_reload(submission):
        submission.expect("handle", "help").returns(
            "start: Start a unit.\nstop: Stop a unit.\nstatus: Say how a unit is.\n"
            "reload: Reload the settings of a unit.",
            hint="The check put 'reload' into ACTIONS. Build the text from ACTIONS at each call.",
        )
