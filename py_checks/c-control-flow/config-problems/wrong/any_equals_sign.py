# fails test_key_must_not_be_empty: nothing in front of it
def config_problems(lines):
    problems = []
    for number, line in enumerate(lines, start=1):
        line = line.strip()
        if line and not line.startswith("#") and "=" not in line:
            problems.append((number, line))
    return problems
