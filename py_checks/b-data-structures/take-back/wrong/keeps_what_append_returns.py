# fails test_steps_stay_in_order: 'NoneType' object has no attribute 'append'
def after_undo(actions):
    done = []
    for action in actions:
        if action != "undo":
            done = done.append(action)
        elif done:
            done.pop()
    return done
