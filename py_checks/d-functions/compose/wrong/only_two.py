# fails test_many_functions: takes 2 positional arguments
def compose(first, second):
    def composed(*args, **kwargs):
        return second(first(*args, **kwargs))

    return composed
