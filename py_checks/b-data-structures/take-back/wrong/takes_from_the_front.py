# fails test_undo_takes_the_last_back: takes from the end
def after_undo(actions):
    done = []
    for action in actions:
        if action != "undo":
            done.append(action)
        elif done:
            done.pop(0)
    return done
