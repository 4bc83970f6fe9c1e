from collections.abc import Callable


def mean_load(loads: list[float]) -> float | None:
    """Return the mean of the loads, or None if there are none."""
    if not loads:
        return None
    return sum(loads) / len(loads)


def busiest(loads: dict[str, float]) -> str | None:
    """Return the host with the highest load, or None if there is no host."""
    return max(loads, key=lambda host: loads[host], default=None)


def count_if(hosts: list[str], test: Callable[[str], bool]) -> int:
    """Return how many hosts pass the test."""
    return sum(1 for host in hosts if test(host))


print(mean_load([0.5, 1.5]))
