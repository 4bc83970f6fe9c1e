# fails test_lone_prompts: an empty line of the program
def program_of(session):
    typed = [line[4:] for line in session.splitlines() if line.startswith((">>> ", "... "))]
    return "\n".join(typed)
