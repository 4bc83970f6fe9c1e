def parse_command(line):
    """Turn a typed line into a tuple."""
    match line.split():
        case ["quit"]:
            return ("quit",)
        case ["go", direction]:
            return ("go", direction)
        case ["get", item] if item != "root-key":
            return ("get", [item])
        case ["get", *items]:
            return ("get", items)
        case _:
            return ("unknown", line)


for line in ["go north", "get cable disk", "get root-key", "dance"]:
    print(parse_command(line))
