# fails test_several_undos: takes back the step before
def after_undo(actions):
    done = []
    for place, action in enumerate(actions):
        undone = actions[place + 1 : place + 2] == ["undo"]
        if action != "undo" and not undone:
            done.append(action)
    return done
