def server_line(name, load, memory_mb, up):
    """Return one line of a status table, 36 characters long."""
    state = "up" if up else "DOWN"
    return f"{name:<12.12}{load:>8.2f}{memory_mb:>10,}{state:>6}"


print(server_line("web-1", 0.5, 16384, True))
print(server_line("db-primary", 12.25, 131072, False))
