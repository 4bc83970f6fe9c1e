# fails test_numbers_up_to_255: both included
def unique_ips(path):
    found = set()
    with open(path, encoding="utf-8") as log:
        for piece in "".join(c if c in "0123456789." else " " for c in log.read()).split():
            parts = piece.strip(".").split(".")
            if len(parts) == 4 and all(part and 0 < int(part) < 255 for part in parts):
                found.add(piece.strip("."))
    return found
