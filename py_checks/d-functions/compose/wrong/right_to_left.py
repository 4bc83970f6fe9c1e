# fails test_two_functions: the leftmost comes first
def compose(*functions):
    def composed(*args, **kwargs):
        if not functions:
            return args[0]
        *others, last = functions
        result = last(*args, **kwargs)
        for function in reversed(others):
            result = function(result)
        return result

    return composed
