def after_undo(actions):
    """Return the steps that are still done, in their order."""
    done = []
    for action in actions:
        if action != "undo":
            done.append(action)
        elif done:
            done.pop()
    return done


print(after_undo(["stop", "copy", "undo", "start"]))
