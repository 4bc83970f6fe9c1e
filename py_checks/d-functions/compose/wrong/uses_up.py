# fails test_used_twice: expected [3, 3, 21]
def compose(*functions):
    waiting = list(functions)

    def composed(*args, **kwargs):
        if not waiting:
            return args[0]
        result = waiting.pop(0)(*args, **kwargs)
        while waiting:
            result = waiting.pop(0)(result)
        return result

    return composed
