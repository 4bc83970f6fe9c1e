# fails test_root_key_is_refused: The refusal needs a case of its own
def parse_command(line):
    match line.split():
        case ["quit" | "exit"]:
            return ("quit",)
        case ["go", ("north" | "south" | "east" | "west") as direction]:
            return ("go", direction)
        case ["get", "all"]:
            return ("get-all",)
        case ["get", "root-key"]:
            return ("refused", "root-key")
        case ["get", item, *more]:
            return ("get", [item, *more])
        case _:
            return ("unknown", line)
