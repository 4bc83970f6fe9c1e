# fails test_arguments_of_the_first: two arguments by position and one by name
def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed
