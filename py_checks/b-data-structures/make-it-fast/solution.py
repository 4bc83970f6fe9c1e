def unique(lines):
    """Return each line once, in the order of first appearance."""
    seen = set()
    found = []
    for line in lines:
        if line not in seen:
            seen.add(line)
            found.append(line)
    return found


print(unique(["disk full", "timeout", "disk full"]))
