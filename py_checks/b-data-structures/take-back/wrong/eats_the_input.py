# fails test_input_stays: Collect into a list of your own
def after_undo(actions):
    done = []
    while actions:
        action = actions.pop(0)
        if action != "undo":
            done.append(action)
        elif done:
            done.pop()
    return done
