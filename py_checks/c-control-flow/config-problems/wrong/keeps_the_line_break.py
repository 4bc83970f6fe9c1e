# fails test_line_breaks: strip() takes it off
def config_problems(lines):
    problems = []
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if "=" not in line or line.lstrip().startswith("="):
            problems.append((number, line))
    return problems
