def config_problems(lines):
    """Return (number, text) of each line that is no comment, not empty and not key = value."""
    problems = []
    for i in range(len(lines)):
        if "=" not in lines[i]:
            problems.append((i, lines[i]))
    return problems


print(config_problems(["# web", "port = 80", "prot tcp"]))
