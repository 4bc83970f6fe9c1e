# fails test_finds_the_bad_line: People count from 1
def config_problems(lines):
    problems = []
    for number, line in enumerate(lines):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if "=" not in line or line.startswith("="):
            problems.append((number, line))
    return problems
