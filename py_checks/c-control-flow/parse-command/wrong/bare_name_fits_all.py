# fails test_go: A bare name in a pattern fits every word
# fails test_get_nothing: the list is empty then
def parse_command(line):
    match line.split():
        case ["quit" | "exit"]:
            return ("quit",)
        case ["go", direction]:
            return ("go", direction)
        case ["get", "all"]:
            return ("get-all",)
        case ["get", *items] if "root-key" in items:
            return ("refused", "root-key")
        case ["get", *items]:
            return ("get", items)
        case _:
            return ("unknown", line)
