# fails test_root_key_is_refused: Compare whole words
def parse_command(line):
    match line.split():
        case ["quit" | "exit"]:
            return ("quit",)
        case ["go", ("north" | "south" | "east" | "west") as direction]:
            return ("go", direction)
        case ["get", "all"]:
            return ("get-all",)
        case ["get", *_] if "root-key" in line:
            return ("refused", "root-key")
        case ["get", item, *more]:
            return ("get", [item, *more])
        case _:
            return ("unknown", line)
