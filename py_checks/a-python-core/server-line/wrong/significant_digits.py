# fails test_load_has_two_places: with f
def server_line(name, load, memory_mb, up):
    state = "up" if up else "DOWN"
    return f"{name:<12.12}{load:>8.3g}{memory_mb:>10,}{state:>6}"
