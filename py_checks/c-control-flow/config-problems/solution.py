def config_problems(lines):
    """Return (number, text) of each line that is no comment, not empty and not key = value."""
    problems = []
    for number, line in enumerate(lines, start=1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        key, sign, _value = line.partition("=")
        if sign and key.strip():
            continue
        problems.append((number, line))
    return problems


print(config_problems(["# web", "port = 80", "prot tcp"]))
