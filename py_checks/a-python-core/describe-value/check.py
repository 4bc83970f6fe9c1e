"""Checks of describe."""

import fractions


class Rack:
    """A type that no list of types can know."""

    def __repr__(self):
        return "Rack()"


class Cabinet(Rack):
    """A kind of Rack, with a name of its own."""

    def __repr__(self):
        return "Cabinet()"


def test_number_and_text(submission):
    """The number 8080 and the text "8080" are told apart."""
    submission.expect("describe", 8080).returns("8080: int")
    submission.expect("describe", "8080").returns(
        "'8080': str", hint="repr(value) keeps the quotes. Without them text looks like a number."
    )


def test_other_types(submission):
    """Lists, dicts, floats and None are described as well."""
    hint = "Ask the object itself: type(value) gives its type, and __name__ the name of that."
    submission.expect("describe", ["web-01"]).returns("['web-01']: list", hint=hint)
    submission.expect("describe", {"port": 22}).returns("{'port': 22}: dict", hint=hint)
    submission.expect("describe", 0.5).returns("0.5: float", hint=hint)
    submission.expect("describe", None).returns("None: NoneType", hint=hint)


def test_true_is_a_bool(submission):
    """True is a bool, although a bool is a kind of int."""
    submission.expect("describe", True).returns(
        "True: bool", hint="isinstance(True, int) is True. type(True) gives the exact type."
    )


def test_types_that_nobody_listed(submission):
    """Objects of any other type are described, too."""
    hint = "No list of types is ever complete. Ask the object for its type."
    submission.expect("describe", Rack()).returns("Rack(): Rack", hint=hint)
    submission.expect("describe", Cabinet()).returns("Cabinet(): Cabinet", hint=hint)
    submission.expect("describe", fractions.Fraction(1, 3)).returns(
        "Fraction(1, 3): Fraction", hint=hint
    )


def test_a_type_is_an_object(submission):
    """A type is an object as well, and its type is called type."""
    submission.expect("describe", int).returns(
        "<class 'int'>: type", hint="Everything in Python is an object. Types are no exception."
    )
