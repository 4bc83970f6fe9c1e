"""Checks of price_total."""

from decimal import Decimal


def total_text(submission, lines):
    """Total as text, after making sure that it is a Decimal."""
    total = submission.get("price_total")(lines)
    assert total is not None, f"price_total({lines!r}) returned None. Is there a return at its end?"
    assert isinstance(total, Decimal), (
        f"price_total({lines!r}) returned {total!r}, a {type(total).__name__}. "
        "Money wants a Decimal: a float cannot hold most cents exactly."
    )
    return str(total)


def test_adds_quantity_times_price(submission):
    """Each line counts quantity times price."""
    assert total_text(submission, ["fan;3;7.95", "rack;1;120.00"]) == "143.85", (
        "3 fans for 7.95 and a rack for 120.00 make 143.85."
    )


def test_half_a_cent_rounds_up(submission):
    """2.675 becomes 2.68."""
    got = total_text(submission, ["cable;1;2.675"])
    assert got == "2.68", (
        f"One cable for 2.675 made {got}, expected 2.68. "
        "Was the Decimal made from a float? 2.675 as a float is a little less than 2.675."
    )


def test_half_a_cent_rounds_up_also_to_odd(submission):
    """0.125 becomes 0.13, not the even neighbour 0.12."""
    got = total_text(submission, ["screw;1;0.125"])
    assert got == "0.13", (
        f"0.125 made {got}, expected 0.13. By default quantize rounds a half to the even "
        "neighbour. Say rounding=ROUND_HALF_UP."
    )


def test_rounds_once_at_the_end(submission):
    """Only the total is rounded."""
    got = total_text(submission, ["bit;1;0.005", "bit;1;0.005"])
    assert got == "0.01", (
        f"Two parts for 0.005 made {got}, expected 0.01. Was each line rounded by itself? "
        "Add the exact amounts and round the total."
    )


def test_always_two_places(submission):
    """The total always has two places."""
    for lines, expected in [([], "0.00"), (["rack;2;60"], "120.00"), (["fan;1;7.5"], "7.50")]:
        got = total_text(submission, lines)
        assert got == expected, f"price_total({lines!r}) gave {got}, expected {expected}."


def test_spaces_around_parts(submission):
    """Spaces around the parts do no harm."""
    got = total_text(submission, ["long cable ; 2 ; 1.10 "])
    assert got == "2.20", f"2 long cables for 1.10 made {got}, expected 2.20."


def test_many_cents_stay_exact(submission):
    """Ten thousand times 0.1 is exactly 1000."""
    got = total_text(submission, ["bit;1;0.1"] * 10_000)
    assert got == "1000.00", f"10,000 parts for 0.1 made {got}, expected 1000.00."
