# fails test_hints_of_mean_load: The hint for the result of mean_load
def mean_load(loads: list[float]) -> float:
    if loads:
        return sum(loads) / len(loads)
