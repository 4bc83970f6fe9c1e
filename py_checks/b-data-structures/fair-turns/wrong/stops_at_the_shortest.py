# fails test_nobody_is_cut_off: The others go on
def fair_turns(waiting):
    return [job for turn in zip(*waiting.values()) for job in turn]
