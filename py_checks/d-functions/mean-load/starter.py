from collections.abc import Callable


def mean_load(loads: list[float]):
    """Return the mean of the loads, or None if there are none."""
    print(sum(loads) / len(loads))


def busiest(loads):
    """Return the host with the highest load, or None if there is no host."""
    ...


def count_if(hosts, test: Callable):
    """Return how many hosts pass the test."""
    ...


print(mean_load([0.5, 1.5]))
