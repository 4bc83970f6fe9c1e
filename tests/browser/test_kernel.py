"""Programs in the kernel: output, input, waiting, Stop, limits, packages, checks. One kernel serves all tests here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from kernel_harness import KernelPage
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def kernel(browser: Browser, site_dir: Path, site_url: str) -> Iterator[KernelPage]:
    """A started kernel, shared; tests keep apart by session names."""
    context = browser.new_context()
    page = KernelPage(context, site_dir, site_url)
    page.start(times={"beforeSnapshot": 0})
    # Some tests make the kernel restart, which is quick from the snapshot.
    page.wait_for("(await (await caches.open('groundwork:/:snapshot')).keys()).length")
    yield page
    context.close()


def texts(result: dict[str, Any]) -> list[tuple[str, str]]:
    """Output as it was told, pieces of the same stream joined."""
    joined: list[tuple[str, str]] = []
    for kind, *rest in result["seen"]:
        if kind != "output":
            continue
        stream, text = rest
        if joined and joined[-1][0] == stream:
            joined[-1] = (stream, joined[-1][1] + text)
        else:
            joined.append((stream, text))
    return joined


def test_output_and_value_of_a_cell(kernel: KernelPage) -> None:
    """What is printed arrives as output, the last expression as the result."""
    result = kernel.run("print('hello')\n6 * 7")

    assert result["status"] == "ok"
    assert result["stdout"] == "hello\n"
    assert texts(result) == [("stdout", "hello\n")]
    assert result["result"] == "42"


def test_variables_stay_in_their_session(kernel: KernelPage) -> None:
    """A session keeps its variables until it is reset; another session does not see them."""
    kernel.run("kept = 1", session="one")

    assert kernel.run("kept + 1", session="one")["result"] == "2"
    assert kernel.run("kept", session="two")["error"]["name"] == "NameError"
    kernel.kernel("await kernel.reset('one')")
    assert kernel.run("kept", session="one")["error"]["name"] == "NameError"


def test_streams_keep_their_order(kernel: KernelPage) -> None:
    """Output of both streams arrives in the order it was written, and the result holds the same."""
    source = "import sys\nfor n in range(3):\n    print(n)\n    print('e', n, file=sys.stderr)"
    result = kernel.run(source)

    pieces = [pair for n in range(3) for pair in (("stdout", f"{n}\n"), ("stderr", f"e {n}\n"))]
    assert texts(result) == pieces
    assert [tuple(chunk) for chunk in result["chunks"]] == pieces


def test_a_flood_arrives_whole_and_in_batches(kernel: KernelPage) -> None:
    """100,000 lines come in far fewer messages than lines, and none is lost."""
    result = kernel.run("for n in range(100_000):\n    print(n)", timeout_s=60)

    expected = "".join(f"{n}\n" for n in range(100_000))
    assert result["stdout"] == expected
    assert texts(result) == [("stdout", expected)]
    assert len(result["seen"]) < 5_000


def test_output_comes_before_a_long_call(kernel: KernelPage) -> None:
    """What was printed is seen before Python disappears into one long call, and also what C code writes."""
    source = "import os\nfor n in range(5):\n    print(n)\nos.write(1, b'raw ')\nprint('end')\nsum(range(10**12))"
    result = kernel.run(source, stop_at="end")

    assert result["stdout"] == "0\n1\n2\n3\n4\nraw end\n"


def test_output_limit(kernel: KernelPage) -> None:
    """A program that never stops printing is ended, and what it printed stays."""
    result = kernel.run("while True:\n    print('x' * 1000)", timeout_s=60)

    assert (result["status"], result["stopReason"]) == ("stopped", "output")
    assert result["stdout"].startswith("xxx")


def test_input_is_asked_for_inline(kernel: KernelPage) -> None:
    """`input()` waits for the learner; prompt and answer stand in the output."""
    result = kernel.run("name = input('Name? ')\nprint('Hi', name)", answers=["Ada"])

    assert ["input"] in result["seen"]
    assert result["stdout"] == "Name? Hi Ada\n"


def test_scripted_input_comes_first(kernel: KernelPage) -> None:
    """Lines given with the run are read before anyone is asked."""
    result = kernel.run("print(input() + input())", stdin="a\n", answers=["b"])

    assert result["stdout"].endswith("ab\n")
    assert result["seen"].count(["input"]) == 1


def test_end_of_input(kernel: KernelPage) -> None:
    """End of file raises EOFError in the program, at the learner's line."""
    result = kernel.run("input()", answers=[None])

    assert result["error"]["name"] == "EOFError"
    assert [frame["line"] for frame in result["error"]["frames"]] == [1]


@pytest.mark.parametrize(
    ("body", "stop_at"),
    [
        ("while True: pass", "go"),
        ("import time\ntime.sleep(600)", "go"),
        ("input()", "input"),
        ("import asyncio\nasyncio.run(asyncio.sleep(600))", "go"),
        ("async def spin():\n    while True: pass\nawait spin()", "go"),
        ("import time\nasync def doze(): time.sleep(600)\nawait doze()", "go"),
    ],
    ids=["loop", "sleep", "input", "asyncio", "coroutine that never awaits", "sleep in a task"],
)
def test_stop_keeps_variables(kernel: KernelPage, body: str, stop_at: str) -> None:
    """Stop ends the program where it is, and what it had made is still there."""
    life = kernel.kernel("kernel.life")
    result = kernel.run(f"made = 41\nprint('go')\n{body}", stop_at=stop_at)

    assert (result["status"], result["stopReason"]) == ("stopped", "learner")
    assert result["stdout"].startswith("go\n")
    assert kernel.run("made + 1")["result"] == "42"
    assert kernel.kernel("kernel.life") == life


def test_code_that_swallows_stop(kernel: KernelPage) -> None:
    """Code that catches everything is ended with the kernel, and the page is told what was lost."""
    source = "print('go')\nwhile True:\n    try:\n        while True: pass\n    except: pass"
    result = kernel.run(source, stop_at="go")

    assert (result["status"], result["stopReason"]) == ("stopped", "learner")
    assert result["stdout"] == "go\n"
    assert "variables are lost" in kernel.told("notice")[-1]
    assert kernel.run("1 + 1")["result"] == "2"


def test_a_long_call_of_c_code(kernel: KernelPage) -> None:
    """One call that Python can't interrupt is ended with the kernel; queued runs go on in the next one."""
    life = kernel.kernel("kernel.life")
    result = kernel.run("print('go', flush=True)\nsum(range(10**12))", stop_at="go")

    assert (result["status"], result["stopReason"]) == ("stopped", "learner")
    assert kernel.run("'new'")["result"] == "'new'"
    assert kernel.kernel("kernel.life") == life + 1


def test_a_queued_run_can_be_stopped(kernel: KernelPage) -> None:
    """A run that has not begun ends as stopped, without output, and the one before goes on."""
    outcome = kernel.kernel("""await (async () => {
      const input = (source) => ({ source, filename: "<a>", session: "q", stdin: null, files: {}, timeoutS: 30 });
      const first = kernel.run(input("import time; time.sleep(0.3); 'done'"));
      const second = kernel.run(input("print('never')"));
      second.stop();
      return [(await first.result).result, (await second.result).status, (await second.result).stdout];
    })()""")

    assert outcome == ["'done'", "stopped", ""]


def test_time_limit(kernel: KernelPage) -> None:
    """A program that takes too long is ended in place; waiting for the learner does not count."""
    kernel.run("made = 5")
    result = kernel.run("while True: pass", timeout_s=0.5)

    assert (result["status"], result["stopReason"]) == ("stopped", "time")
    assert kernel.run("made")["result"] == "5"


def test_time_limit_of_code_that_swallows_it(kernel: KernelPage) -> None:
    """Where the limit is caught again and again, the kernel is restarted."""
    source = "while True:\n    try:\n        while True: pass\n    except BaseException: pass"
    result = kernel.run(source, timeout_s=0.5)

    assert (result["status"], result["stopReason"]) == ("stopped", "time")
    assert "time limit" in kernel.told("notice")[-1]


def test_sleep_lasts(kernel: KernelPage) -> None:
    """`time.sleep` takes as long as it says."""
    source = "import time\nt = time.monotonic()\ntime.sleep(0.2)\ntime.monotonic() - t >= 0.2"

    assert kernel.run(source)["result"] == "True"


def test_asyncio(kernel: KernelPage) -> None:
    """`asyncio.run` is the standard library's own, timeouts, task groups and refusals included."""
    source = """
import asyncio
async def main():
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(asyncio.sleep(0.01, n)) for n in range(3)]
    try:
        async with asyncio.timeout(0.02):
            await asyncio.sleep(600)
    except TimeoutError:
        print("late")
    try:
        asyncio.run(asyncio.sleep(0))
    except RuntimeError as error:
        print(error)
    return [task.result() for task in tasks]
asyncio.run(main())"""
    result = kernel.run(source)

    assert result["result"] == "[0, 1, 2]"
    assert result["stdout"].startswith("late\nasyncio.run() cannot be called")


def test_top_level_await(kernel: KernelPage) -> None:
    """`await` works at the top of a cell."""
    assert kernel.run("import asyncio\nawait asyncio.sleep(0.01, 'woken')")["result"] == "'woken'"


def test_blocking_in_tasks_survives_garbage_collection(kernel: KernelPage) -> None:
    """Many tasks that block and collect garbage neither crash Python nor overtake one another."""
    source = """
import asyncio, gc, time
async def work(n):
    for _ in range(3):
        time.sleep(0.001)
        gc.collect(0)
        await asyncio.sleep(0)
    return n
async def main():
    return await asyncio.gather(*(work(n) for n in range(30)))
asyncio.run(main()) == list(range(30))"""

    assert kernel.run(source, timeout_s=60)["result"] == "True"


def test_own_wheels_are_installed_at_import(kernel: KernelPage) -> None:
    """An import of a package that the site serves installs it, with a word about it."""
    result = kernel.run("import yaml\nyaml.safe_load('a: [1, 2]')")

    assert result["result"] == "{'a': [1, 2]}"
    assert any("yaml" in text.lower() for text in kernel.told("progress"))


def test_packages_that_need_the_network(kernel: KernelPage) -> None:
    """Without the network the import names the package and says what it needs."""
    error = kernel.run("import numpy")["error"]

    assert error["name"] == "ModuleNotFoundError"
    assert "numpy" in error["message"]
    assert "needs the network" in error["message"]


def test_unknown_modules(kernel: KernelPage) -> None:
    """A module that no package has is reported as Python does."""
    assert kernel.run("import nonesuch")["error"]["message"] == "No module named 'nonesuch'"


def test_files_of_a_cell_are_put_where_missing(kernel: KernelPage) -> None:
    """A cell's files are there when it runs, and never overwrite the learner's."""
    seeds = {"data/seed.txt": "seed"}

    assert kernel.run("open('data/seed.txt').read()", files=seeds)["result"] == "'seed'"
    kernel.run("open('data/seed.txt', 'w').write('mine')")
    assert kernel.run("open('data/seed.txt').read()", files=seeds)["result"] == "'mine'"


def test_files_over_the_port(kernel: KernelPage) -> None:
    """The page lists, reads, writes and deletes files of the home directory, and no others."""
    kernel.kernel("await kernel.writeFile('box/note.txt', new TextEncoder().encode('hi'))")

    assert kernel.run("open('box/note.txt').read()")["result"] == "'hi'"
    read = "new TextDecoder().decode(await kernel.readFile('box/note.txt'))"
    assert kernel.kernel(read) == "hi"
    listed = "(await kernel.listFiles()).map(({ path }) => path).includes('box/note.txt')"
    assert kernel.kernel(listed)
    kernel.kernel("await kernel.deleteFile('box/note.txt')")
    assert not kernel.kernel(listed)
    problem = "await kernel.readFile('../x').catch(({ message }) => message)"
    assert "not a path in the home directory" in kernel.kernel(problem)


CHECK = '''
def test_doubles(submission):
    """Doubles a number."""
    submission.expect("double", 2).returns(4)

def test_ends(submission):
    """Ends."""
    submission.expect("ends").returns(1)
'''


def test_check_of_an_exercise(kernel: KernelPage) -> None:
    """A check gives one result per test, with the title that the learner reads."""
    report = kernel.check("def double(n): return n * 2\ndef ends(): return 1\n", CHECK)

    assert report["status"] == "pass"
    assert [test["title"] for test in report["tests"]] == ["Doubles a number.", "Ends."]


def test_check_with_an_endless_loop(kernel: KernelPage) -> None:
    """A test that never ends fails by its time limit; the others have their results."""
    source = "def double(n): return n * 2\ndef ends():\n    while True: pass\n"
    report = kernel.check(source, CHECK, timeout_s=1)

    assert report["status"] == "fail"
    assert [test["outcome"] for test in report["tests"]] == ["passed", "failed"]
    assert "took longer than 1 second" in report["tests"][1]["message"]


def test_check_that_is_stopped(kernel: KernelPage) -> None:
    """Stop ends a check with words, not with a verdict."""
    report = kernel.kernel(f"""await (async () => {{
      const files = {{ "submission.py": "def ends():\\n    while True: pass\\n" }};
      const running = kernel.check({{ exercise: "a/b", files, data: {{}}, check: {CHECK!r}, timeoutS: 60 }});
      setTimeout(() => running.stop(), 300);
      return running.result;
    }})()""")

    assert (report["status"], report["tests"]) == ("error", [])
    assert "stopped" in report["error"]["message"]
