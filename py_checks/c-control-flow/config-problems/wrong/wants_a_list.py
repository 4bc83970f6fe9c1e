# fails test_anything_that_can_be_walked: has no length and no places
def config_problems(lines):
    problems = []
    for i in range(len(lines)):
        line = lines[i].strip()
        if not line or line.startswith("#"):
            continue
        if "=" not in line or line.startswith("="):
            problems.append((i + 1, line))
    return problems
