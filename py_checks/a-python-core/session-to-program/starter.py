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
    ...


print(program_of(SESSION))
