# fails test_get_all: Does a more general one stand above?
def parse_command(line):
    match line.split():
        case ["quit" | "exit"]:
            return ("quit",)
        case ["go", ("north" | "south" | "east" | "west") as direction]:
            return ("go", direction)
        case ["get", *items] if "root-key" in items:
            return ("refused", "root-key")
        case ["get", item, *more]:
            return ("get", [item, *more])
        case ["get", "all"]:
            return ("get-all",)
        case _:
            return ("unknown", line)
