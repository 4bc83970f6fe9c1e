"""Checks of program_of."""


def test_answers_are_left_out(submission):
    """Answers and printed lines are left out."""
    hint = (
        "Only lines that begin with a prompt were typed. The space behind it is part of the prompt."
    )
    submission.expect(
        "program_of", ">>> 512 * 3\n1536\n>>> host = 'db-01'\n>>> host\n'db-01'\n"
    ).returns("512 * 3\nhost = 'db-01'\nhost", hint=hint)
    submission.expect("program_of", "").returns("")


def test_blocks_keep_their_indentation(submission):
    """The lines of a block keep their indentation."""
    submission.expect(
        "program_of", ">>> for n in [1]:\n...     if n:\n...         print(n)\n...\n1\n>>> n\n1\n"
    ).returns(
        "for n in [1]:\n    if n:\n        print(n)\n\nn",
        hint="A prompt is four characters with its space. What stands behind it belongs to the program.",
    )


def test_lone_prompts(submission):
    """A prompt with nothing behind it becomes an empty line, with its space or without."""
    hint = "The line `...` alone ends a block. It is an empty line of the program."
    submission.expect("program_of", ">>>\n>>> 1\n1\n").returns("\n1", hint=hint)
    submission.expect("program_of", ">>> if 0:\n...     1\n... \n>>> 2\n2\n").returns(
        "if 0:\n    1\n\n2", hint=hint
    )


def test_dots_that_were_printed(submission):
    """A printed line that begins with dots is no prompt."""
    submission.expect("program_of", ">>> print('...done')\n...done\n").returns(
        "print('...done')", hint="A prompt has a space behind it, or stands alone on its line."
    )


def test_prompt_inside_a_line(submission):
    """Signs that look like a prompt stay, where they are part of the program."""
    submission.expect("program_of", ">>> mark = '>>> '\n>>> mark\n'>>> '\n").returns(
        "mark = '>>> '\nmark",
        hint="Cut off the beginning of the line. replace() changes all of it.",
    )
