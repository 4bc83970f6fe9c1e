# fails test_dots_that_were_printed: stands alone on its line
def program_of(session):
    typed = [line[4:] for line in session.splitlines() if line.startswith((">>>", "..."))]
    return "\n".join(typed)
