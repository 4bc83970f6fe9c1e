SESSION = """\
>>> for n in range(2):
...     print(n)
...
0
1
>>> n
1
"""


def program_of(session):
    """Return what was typed in a session at the prompt."""
    typed = []
    for line in session.splitlines():
        if line[:4] in (">>> ", "... ", ">>>", "..."):
            typed.append(line[4:])
    return "\n".join(typed)


print(program_of(SESSION))
