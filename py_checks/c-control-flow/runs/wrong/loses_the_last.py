# fails test_last_run: Is the last run noted as well
def runs(text):
    result = []
    length = 0
    before = None
    for character in text:
        if before is not None and character != before:
            result.append((before, length))
            length = 0
        before = character
        length += 1
    return result
