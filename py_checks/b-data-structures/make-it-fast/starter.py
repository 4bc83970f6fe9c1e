def unique(lines):
    """Return each line once, in the order of first appearance."""
    found = []
    for line in lines:
        if line not in found:
            found.append(line)
    return found


print(unique(["disk full", "timeout", "disk full"]))
