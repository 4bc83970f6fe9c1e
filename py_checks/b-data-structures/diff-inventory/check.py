"""Checks of diff_inventory."""


def test_added_removed_kept(submission):
    """The three lists come in the order added, removed, kept."""
    submission.expect("diff_inventory", ["mx", "ns"], ["ns", "lb"]).returns(
        (["lb"], ["mx"], ["ns"]), hint="Added is in new only, removed is in old only."
    )


def test_sorted_lists(submission):
    """All three are lists, and sorted."""
    old = ["k3", "k1", "r2", "k2", "r1"]
    new = ["a2", "k2", "k3", "a1", "k1"]
    submission.expect("diff_inventory", old, new).returns(
        (["a1", "a2"], ["r1", "r2"], ["k1", "k2", "k3"]),
        hint="A set has no order. sorted(...) makes a sorted list of it.",
    )


def test_duplicates_count_once(submission):
    """A name that occurs twice counts once."""
    submission.expect("diff_inventory", ["a", "b", "a", "b"], ["b", "c", "c", "b"]).returns(
        (["c"], ["a"], ["b"]), hint="A set holds each name once."
    )


def test_empty_inventories(submission):
    """Empty inventories are no problem."""
    submission.expect("diff_inventory", [], ["a"]).returns((["a"], [], []))
    submission.expect("diff_inventory", ["a"], []).returns(([], ["a"], []))
    submission.expect("diff_inventory", [], []).returns(([], [], []))


def test_lists_stay(submission):
    """The two lists are not changed."""
    old, new = ["b", "a"], ["c", "b"]
    submission.get("diff_inventory")(old, new)

    assert (old, new) == (["b", "a"], ["c", "b"]), (
        f"After the call the lists were {old!r} and {new!r}."
    )
