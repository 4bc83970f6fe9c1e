# fails test_answers_are_left_out: The space behind it is part of the prompt
def program_of(session):
    typed = [line[3:] for line in session.splitlines() if line[:3] in (">>>", "...")]
    return "\n".join(typed)
