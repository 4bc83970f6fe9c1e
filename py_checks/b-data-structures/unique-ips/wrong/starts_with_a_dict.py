# fails test_empty_and_no_final_newline: {} is an empty dict
def unique_ips(path):
    found = {}
    with open(path, encoding="utf-8") as log:
        for line in log:
            for piece in "".join(c if c in "0123456789." else " " for c in line).split():
                parts = piece.strip(".").split(".")
                if len(parts) == 4 and all(part and int(part) < 256 for part in parts):
                    found = set(found) | {piece.strip(".")}
    return found
