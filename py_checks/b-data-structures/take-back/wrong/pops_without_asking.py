# fails test_nothing_to_take_back: Ask first whether something is there
def after_undo(actions):
    done = []
    for action in actions:
        if action == "undo":
            done.pop()
        else:
            done.append(action)
    return done
