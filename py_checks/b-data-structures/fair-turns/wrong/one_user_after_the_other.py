# fails test_one_each_in_turn: goes to the end of the line
def fair_turns(waiting):
    return [job for jobs in waiting.values() for job in jobs]
