# fails test_long_names_are_cut: A width pads but does not cut
def server_line(name, load, memory_mb, up):
    state = "up" if up else "DOWN"
    return f"{name:<12}{load:>8.2f}{memory_mb:>10,}{state:>6}"
