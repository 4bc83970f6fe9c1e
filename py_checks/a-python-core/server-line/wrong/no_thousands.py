# fails test_memory_has_commas: separates thousands
def server_line(name, load, memory_mb, up):
    state = "up" if up else "DOWN"
    return f"{name:<12.12}{load:>8.2f}{memory_mb:>10}{state:>6}"
