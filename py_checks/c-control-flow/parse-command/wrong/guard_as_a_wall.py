# fails test_root_key_is_refused: passes the line on to the cases below
def parse_command(line):
    match line.split():
        case ["quit" | "exit"]:
            return ("quit",)
        case ["go", ("north" | "south" | "east" | "west") as direction]:
            return ("go", direction)
        case ["get", "all"]:
            return ("get-all",)
        case ["get", *items] if items and "root-key" not in items:
            return ("get", items)
        case ["get", item, *more]:
            return ("get", [item, *more])
        case _:
            return ("unknown", line)
