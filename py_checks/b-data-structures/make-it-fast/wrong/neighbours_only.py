# fails test_far_apart: A look at the line before is not enough
def unique(lines):
    return [line for place, line in enumerate(lines) if place == 0 or line != lines[place - 1]]
