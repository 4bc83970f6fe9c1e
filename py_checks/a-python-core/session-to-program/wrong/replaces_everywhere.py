# fails test_prompt_inside_a_line: replace() changes all of it
def program_of(session):
    typed = []
    for line in session.splitlines():
        if line[:4] in (">>> ", "... ", ">>>", "..."):
            typed.append(line.ljust(4).replace(">>> ", "").replace("... ", ""))
    return "\n".join(typed)
