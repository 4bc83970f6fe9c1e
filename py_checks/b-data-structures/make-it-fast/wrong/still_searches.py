# fails test_many_lines: 1.5
def unique(lines):
    return [line for place, line in enumerate(lines) if line not in lines[:place]]
