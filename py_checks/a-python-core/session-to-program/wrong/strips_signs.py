# fails test_blocks_keep_their_indentation: belongs to the program
def program_of(session):
    typed = []
    for line in session.splitlines():
        if line[:4] in (">>> ", "... ", ">>>", "..."):
            typed.append(line.lstrip(">. "))
    return "\n".join(typed)
