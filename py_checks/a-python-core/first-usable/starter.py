def first_usable(*candidates):
    """Return the first candidate that is neither None nor ""."""
    for candidate in candidates:
        if candidate:
            return candidate


print(first_usable(None, "", 8080))
print(first_usable(0, 8080))  # port 0 was asked for
