# fails test_no_loads: Without loads there is no mean
def mean_load(loads: list[float]) -> float | None:
    return sum(loads) / len(loads)
