def server_line(name, load, memory_mb, up):
    """Return one line of a status table, 36 characters long."""
    return f"{name} {load} {memory_mb} {up}"


print(server_line("web-1", 0.5, 16384, True))
print(server_line("db-primary", 12.25, 131072, False))
