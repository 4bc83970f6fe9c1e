# fails test_comments_and_empty_lines: All lines are counted
def config_problems(lines):
    kept = [line.strip() for line in lines]
    kept = [line for line in kept if line and not line.startswith("#")]
    return [
        (number, line)
        for number, line in enumerate(kept, start=1)
        if not line.partition("=")[0].strip() or "=" not in line
    ]
