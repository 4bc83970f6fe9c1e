# fails test_hints_of_count_if: The hint for test is
from collections.abc import Callable


def count_if(hosts: list[str], test: Callable) -> int:
    return len([host for host in hosts if test(host)])
