"""Checks of log_calls."""

import contextlib
import io
import math


def mount(device, target="/srv", *, read_only=False):
    """Mount a device."""
    print("WORKING")
    return f"{device} on {target} read_only={read_only}"


def logged(submission, function):
    """The decorated function."""
    wrapper = submission.get("log_calls")(function)
    assert callable(wrapper), f"log_calls returned {wrapper!r}. Expected: a function"
    return wrapper


def called(submission, *args, **kwargs):
    """Call mount through the decorator; gives the result and the printed lines before and after."""
    wrapper, printed = logged(submission, mount), io.StringIO()
    with contextlib.redirect_stdout(printed):
        result = wrapper(*args, **kwargs)
    before, worked, after = printed.getvalue().partition("WORKING\n")
    assert worked, "The decorated function was not called: what it prints itself did not appear."
    return result, before, after


def test_shows_name_and_arguments(submission):
    """Name and arguments are printed before the call."""
    _, before, _ = called(submission, "/dev/sdb7", "/backup")
    for word in ("mount", "/dev/sdb7", "/backup"):
        assert word in before, (
            f"mount('/dev/sdb7', '/backup') printed {before!r} before the call. "
            f"{word} is missing in it."
        )


def test_shows_arguments_by_name(submission):
    """Arguments by name are printed with their names."""
    _, before, _ = called(submission, "/dev/sdc3", read_only="perhaps")
    for word in ("/dev/sdc3", "read_only", "perhaps"):
        assert word in before, (
            f"mount('/dev/sdc3', read_only='perhaps') printed {before!r} before the call. "
            f"{word} is missing in it."
        )


def test_shows_result(submission):
    """The result is printed after the call."""
    _, _, after = called(submission, "/dev/sdd1")
    assert "/dev/sdd1 on /srv read_only=False" in after, (
        f"After the call {after!r} was printed. The result is missing in it."
    )
    assert "mount" in after, f"After the call {after!r} was printed, without the function's name."


def test_result_comes_back(submission):
    """The result of the call is returned."""
    result, _, _ = called(submission, "/dev/sde1", target="/var")
    assert result == "/dev/sde1 on /var read_only=False", (
        f"The decorated function returned {result!r}. "
        "Expected what the function itself gives: '/dev/sde1 on /var read_only=False'"
    )


def test_called_once(submission):
    """The function is called once for each call."""
    calls = []

    def note(value):
        calls.append(value)
        return value

    logged(submission, note)("x")
    assert calls == ["x"], (
        f"One call of the decorated function called the original {len(calls)} times."
    )


def test_metadata(submission):
    """Name and docstring are kept."""
    wrapper = logged(submission, mount)
    assert wrapper is not mount, "log_calls gave back the very same function, so nothing is logged."
    assert wrapper.__name__ == "mount", (
        f"The name of the decorated function is {wrapper.__name__!r}. functools.wraps keeps it."
    )
    assert wrapper.__doc__ == "Mount a device.", (
        f"The docstring of the decorated function is {wrapper.__doc__!r}. functools.wraps keeps it."
    )


def test_errors_come_through(submission):
    """An error in the function comes through unchanged."""
    problem = PermissionError("only root can do that")

    def refuse():
        raise problem

    try:
        logged(submission, refuse)()
    except Exception as error:
        assert error is problem, f"The function raised {problem!r}, and {error!r} came out."
    else:
        raise AssertionError("The function raised an error, and the decorated one swallowed it.")


def test_circle_area(submission):
    """circle_area is decorated, and right."""
    outcome = submission.expect("circle_area", 3).satisfies(
        lambda area: isinstance(area, float) and math.isclose(area, 9 * math.pi), "about 28.27"
    )
    assert "circle_area" in outcome.stdout, (
        "circle_area(3) printed no line with its name. Put @log_calls above its definition."
    )
