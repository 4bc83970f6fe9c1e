def after_undo(actions):
    """Return the steps that are still done, in their order."""
    done = []
    for action in actions:
        ...
    return done


print(after_undo(["stop", "copy", "undo", "start"]))
