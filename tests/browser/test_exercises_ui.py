"""Exercises and questions as a learner uses them: check, hints, solution, quiz, order, explain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lesson_page import (
    announced,
    caret_line,
    collect_errors,
    expect_state,
    open_page,
    output_of,
    press,
    source_of,
)
from playwright.sync_api import Browser, Locator, Page, expect

TEXT = "a-python-core/text.html"
OBJECTS = "a-python-core/shared-objects.html"
SLICING = "a-python-core/slicing.html"
STEPS = "a-python-core/first-steps.html"

WRONG = "def csv_row(values):\n    return ','.join(str(value) for value in values)"
RIGHT = "def csv_row(values):\n    return ','.join('' if value is None else str(value) for value in values)"


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab of a fresh profile; errors on its console fail the test."""
    context = browser.new_context()
    tab = context.new_page()
    errors = collect_errors(tab)
    yield tab
    context.close()

    assert errors == []


def exercise_of(tab: Page, site_url: str, *, ready: bool = False) -> Locator:
    """The exercise of the page about text."""
    open_page(tab, site_url + TEXT, ready=ready)
    return tab.locator("pg-exercise[data-exercise='a-python-core/csv-row']")


def check(exercise: Locator, source: str, state: str) -> None:
    """Write code, press Check, wait for what comes of it."""
    exercise.get_by_role("textbox", name="Your code").fill(source)
    press(exercise, "Check")
    expect_state(exercise, state, timeout=90_000)


def test_from_a_wrong_answer_to_a_solved_exercise(tab: Page, site_url: str) -> None:
    """A failed check says what was called and expected; a right one is marked here, in the navigation, on the map."""
    exercise = exercise_of(tab, site_url, ready=True)
    expect_state(exercise, "unsolved")
    check(exercise, WRONG, "failed")
    tests = exercise.get_by_role("list").filter(has=tab.locator(".pg-test")).locator(":scope > li")
    expect(tests).to_have_count(6)
    expect(exercise.locator(".pg-verdict")).to_have_text("5 of 6 tests pass.")
    failed = exercise.locator(".pg-test[data-outcome='failed']")
    expect(failed).to_have_count(1)
    expect(failed.locator(".pg-test-title")).to_have_text("None becomes an empty field.")
    facts = failed.locator(".pg-fact").evaluate_all(
        "all => all.map(fact => [fact.dataset.fact, fact.querySelector('dd').textContent])"
    )
    assert facts == [
        ["called", "csv_row(['web-1', None, 8])"],
        ["returned", "'web-1,None,8'"],
        ["expected", "'web-1,,8'"],
    ]
    expect(failed.locator(".pg-test-hint")).to_contain_text("Nothing stands between")
    expect(announced(tab)).to_contain_text("Failed: None becomes an empty field.")

    check(exercise, RIGHT, "solved")
    expect(exercise.locator(".pg-celebration")).to_be_visible()
    expect(exercise.locator(".pg-solved-mark")).to_be_visible()
    mark = tab.locator("nav a[data-page='a-python-core/text'] .pg-nav-mark")
    expect(mark).to_contain_text("1/1")

    tab.reload()
    expect_state(exercise, "solved")
    assert source_of(exercise) == RIGHT
    open_page(tab, site_url, ready=False)
    row = tab.locator(".pg-map-page[data-page='a-python-core/text']")
    expect(row.locator(".pg-count")).to_have_text("1 of 1 solved")
    expect(row.locator("[data-exercise='a-python-core/csv-row']")).to_have_attribute(
        "data-solved", "yes"
    )


def test_code_that_does_not_run(tab: Page, site_url: str) -> None:
    """A syntax error is shown with its line, which leads to the code."""
    exercise = exercise_of(tab, site_url, ready=True)
    check(exercise, "def csv_row(values)\n    return 1", "error")
    expect(exercise.locator(".pg-verdict")).to_contain_text("does not run yet")
    expect(exercise.locator(".pg-check-error")).to_contain_text("SyntaxError")
    press(exercise, "line 1")

    expect(exercise.get_by_role("textbox", name="Your code")).to_be_focused()
    assert caret_line(tab) == 1


def test_run_shows_what_the_program_prints(tab: Page, site_url: str) -> None:
    """Run works beside Check, and starts without the variables of the last run."""
    exercise = exercise_of(tab, site_url, ready=True)
    code = exercise.get_by_role("textbox", name="Your code")
    code.fill("leftover = 1\nprint('ran')")
    press(exercise, "Run")
    expect(output_of(exercise)).to_have_text("ran\n")
    code.fill("print(leftover)")
    press(exercise, "Run")

    expect(output_of(exercise)).to_contain_text("NameError")
    expect_state(exercise, "unsolved")


def test_a_check_can_be_stopped(tab: Page, site_url: str) -> None:
    """Stop ends a check of a loop that never ends, and it doesn't count as an attempt."""
    exercise = exercise_of(tab, site_url, ready=True)
    check(exercise, WRONG, "failed")
    check(exercise, "while True:\n    pass", "checking")
    press(exercise, "Stop")

    expect_state(exercise, "error")
    press(exercise, "Solution")
    expect(exercise.locator(".pg-offer")).to_contain_text("1 more attempt")


def test_hints_come_one_by_one(tab: Page, site_url: str) -> None:
    """Each press shows one more hint, counted; they are still there after a reload."""
    exercise = exercise_of(tab, site_url)
    titles = exercise.locator(".pg-hint-panel .pg-panel-title")
    expect(titles).to_have_count(0)
    press(exercise, "Hint")
    expect(titles).to_have_text(["Hint 1 of 3"])
    press(exercise, "Hint")
    expect(titles).to_have_text(["Hint 1 of 3", "Hint 2 of 3"])
    tab.reload()
    expect(titles).to_have_count(2)
    press(exercise, "Hint")

    expect(titles).to_have_count(3)
    expect(exercise.get_by_role("button", name="Hint", exact=True)).to_have_attribute(
        "aria-disabled", "true"
    )


def test_the_solution_waits_for_attempts(tab: Page, site_url: str) -> None:
    """Two different failed attempts open the solution; it is compared with the learner's code."""
    exercise = exercise_of(tab, site_url, ready=True)
    panel = exercise.get_by_role("region", name="Solution")
    check(exercise, WRONG, "failed")
    press(exercise, "Check")
    expect_state(exercise, "checking")
    expect_state(exercise, "failed")
    press(exercise, "Solution")
    expect(panel).to_be_hidden()
    expect(exercise.locator(".pg-offer")).to_contain_text("1 more attempt")
    press(exercise, "Keep trying")
    check(exercise, "def csv_row(values):\n    return ''", "failed")
    press(exercise, "Solution")
    expect(panel).to_be_visible()

    expect(panel.locator(".pg-diff-line[data-change='removed']")).to_contain_text(["return ''"])
    expect(panel.locator(".pg-diff-line[data-change='added']").first).to_be_visible()
    press(exercise, "Close")
    expect(panel).to_be_hidden()
    expect(exercise.get_by_role("button", name="Solution", exact=True)).to_be_focused()


def test_a_learner_may_insist_on_the_solution(tab: Page, site_url: str) -> None:
    """Without any attempt the solution is there after a second, deliberate press."""
    exercise = exercise_of(tab, site_url)
    press(exercise, "Solution")
    press(exercise, "Show it anyway")

    expect(exercise.get_by_role("region", name="Solution")).to_be_visible()
    expect(exercise.locator(".pg-offer")).to_be_hidden()


def test_reset_brings_back_the_starting_code(tab: Page, site_url: str) -> None:
    """Reset restores the starter; attempts stay counted."""
    exercise = exercise_of(tab, site_url)
    starter = source_of(exercise)
    exercise.get_by_role("textbox", name="Your code").fill("mine")
    expect(exercise.locator(".pg-edited")).to_be_visible()
    press(exercise, "Reset")

    assert source_of(exercise) == starter
    expect(exercise.locator(".pg-edited")).to_be_hidden()


def test_a_quiz_explains_the_choice(tab: Page, site_url: str) -> None:
    """A wrong choice is explained alone; after the right one every choice is, and it stays answered."""
    open_page(tab, site_url + SLICING, ready=False)
    quiz = tab.locator("pg-quiz#slice-month")
    press(quiz, "Check")
    expect(quiz.locator(".pg-verdict")).to_have_text("Choose an answer first.")
    quiz.get_by_role("radio").nth(0).check()
    press(quiz, "Check")
    expect_state(quiz, "wrong")
    expect(quiz.locator(".pg-choice-why:visible")).to_have_text(
        ["The hyphen is at place 4, and counting starts at 0."]
    )
    expect(quiz.get_by_role("button", name="Try again")).to_be_focused()
    press(quiz, "Try again")
    expect_state(quiz, "unanswered")
    quiz.get_by_role("radio").nth(1).check()
    press(quiz, "Check")

    expect_state(quiz, "right")
    expect(quiz.locator(".pg-choice-why:visible")).to_have_count(3)
    tab.reload()
    expect_state(quiz, "right")


def test_a_quiz_is_answered_by_a_script(tab: Page, site_url: str) -> None:
    """`answer()` chooses and checks."""
    open_page(tab, site_url + SLICING, ready=False)
    quiz = tab.locator("pg-quiz#slice-month")
    quiz.evaluate("quiz => quiz.answer([2])")
    expect_state(quiz, "wrong")
    quiz.evaluate("quiz => quiz.answer([1])")

    expect_state(quiz, "right")


def test_lines_are_ordered_by_buttons(tab: Page, site_url: str) -> None:
    """Up and Down move a line and keep the focus; the check names the first line that is wrong."""
    open_page(tab, site_url + STEPS, ready=False)
    order = tab.locator("pg-order#count-full-disks")
    right = [
        "full = 0",
        "for percent in [97, 42, 91]:",
        "    if percent > 90:",
        "        full = full + 1",
        "print(full)",
    ]
    rows = order.locator(".pg-order-line")
    expect(rows).to_have_count(5)
    press(order, "Check")
    expect_state(order, "wrong")
    expect(order.locator(".pg-order-line[data-mark='wrong']")).to_have_count(1)
    for place, line in enumerate(right):
        while rows.locator("code").all_text_contents().index(line) > place:
            order.get_by_role("button", name=f"Up: {line.strip()}", exact=True).press("Enter")
    expect(announced(tab)).to_contain_text("of 5")
    press(order, "Check")

    expect_state(order, "right")
    assert rows.locator("code").all_text_contents() == right


def test_lines_are_ordered_by_dragging(tab: Page, site_url: str) -> None:
    """A line can be dragged onto another place."""
    open_page(tab, site_url + STEPS, ready=False)
    order = tab.locator("pg-order#count-full-disks")
    rows = order.locator(".pg-order-line")
    before = rows.locator("code").all_text_contents()
    height = rows.nth(2).bounding_box()["height"]
    rows.nth(0).drag_to(rows.nth(2), target_position={"x": 40, "y": height - 4})

    assert rows.locator("code").all_text_contents() == [
        before[1],
        before[2],
        before[0],
        *before[3:],
    ]


def test_own_words_before_the_model_answer(tab: Page, site_url: str) -> None:
    """Compare asks for an answer first, then shows ours beside it; the words are kept."""
    open_page(tab, site_url + OBJECTS, ready=False)
    explain = tab.locator("pg-explain#leaking-settings")
    model = explain.get_by_role("region", name="Model answer")
    press(explain, "Compare")
    expect(model).to_be_hidden()
    explain.get_by_role("textbox", name="Your answer").fill("One dict, two names.")
    press(explain, "Compare")
    expect(model).to_contain_text("second name")
    tab.reload()

    expect(explain.get_by_role("textbox", name="Your answer")).to_have_value("One dict, two names.")
    expect_state(explain, "answered")
