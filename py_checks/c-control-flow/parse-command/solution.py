def parse_command(line):
    """Turn a typed line into a tuple."""
    match line.split():
        case ["quit" | "exit"]:
            return ("quit",)
        case ["go", ("north" | "south" | "east" | "west") as direction]:
            return ("go", direction)
        case ["get", "all"]:
            return ("get-all",)
        case ["get", *items] if "root-key" in items:
            return ("refused", "root-key")
        case ["get", item, *more]:
            return ("get", [item, *more])
        case _:
            return ("unknown", line)


for line in ["go north", "get cable disk", "get root-key", "dance"]:
    print(parse_command(line))
