# fails test_other_alphabets: isdigit() is true for other digits
def unique_ips(path):
    found = set()
    with open(path, encoding="utf-8") as log:
        for piece in "".join(c if c.isdigit() or c == "." else " " for c in log.read()).split():
            parts = piece.strip(".").split(".")
            if len(parts) == 4 and all(part.isdecimal() and int(part) < 256 for part in parts):
                found.add(piece.strip("."))
    return found
