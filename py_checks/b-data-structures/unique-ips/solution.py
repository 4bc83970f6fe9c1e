def is_address(piece):
    """Return whether a text is four numbers from 0 to 255 with dots between."""
    parts = piece.split(".")
    return len(parts) == 4 and all(part and int(part) <= 255 for part in parts)


def unique_ips(path):
    """Return the set of all IPv4 addresses in a file."""
    addresses = set()
    with open(path, encoding="utf-8") as log:
        for line in log:
            spaced = "".join(c if c in "0123456789." else " " for c in line)
            for piece in spaced.split():
                piece = piece.strip(".")
                if is_address(piece):
                    addresses.add(piece)
    return addresses


print(sorted(unique_ips("syslog")))
