"""Compiles a cell: statements, and the last expression by itself so that its value can be shown."""

import __future__

import ast
import inspect
import linecache
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from types import CodeType
from typing import Any

from playground.errors import WaitingImpossible
from playground.modules import remember_source

Await = Callable[[Coroutine[Any, Any, Any]], Any]
"""Runs a coroutine to its end and returns its result."""

NO_AWAIT = "This browser can't wait while Python runs, so await does not work here."
_FUTURES = sum({getattr(__future__, name).compiler_flag for name in __future__.all_feature_names})


@dataclass(frozen=True)
class Program:
    """Compiled source.

    :ivar body: All statements but a last expression.
    :ivar last: The last expression, or None where the source ends in a statement.
    """

    body: CodeType
    last: CodeType | None

    def run(self, namespace: dict[str, Any], await_: Await | None) -> Any:
        """Execute in a namespace; returns the value of the last expression, None without one."""
        _evaluate(self.body, namespace, await_)
        return None if self.last is None else _evaluate(self.last, namespace, await_)


def compile_program(source: str, filename: str) -> Program:
    """Compile source as a module in which `await` is allowed at the top.

    :param filename: As tracebacks name it; the source is remembered under it.
    :raises SyntaxError: Located, with the text of its line.
    """
    remember_source(filename, source)
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    try:
        tree = compile(source, filename, "exec", flags | ast.PyCF_ONLY_AST, dont_inherit=True)
        last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
        body = compile(tree, filename, "exec", flags, dont_inherit=True)
        # A `from __future__` at the top counts for the last expression, too.
        flags |= body.co_flags & _FUTURES
        tail = last and compile(
            ast.Expression(last.value), filename, "eval", flags, dont_inherit=True
        )
    except SyntaxError as error:
        if (
            error.text is None and error.lineno is not None
        ):  # found after parsing: CPython looks for a file then
            error.text = linecache.getline(filename, error.lineno) or None
        raise
    return Program(body, tail)


def _evaluate(code: CodeType, namespace: dict[str, Any], await_: Await | None) -> Any:
    value = eval(code, namespace)
    if not code.co_flags & inspect.CO_COROUTINE:
        return value
    if await_ is None:
        value.close()
        raise WaitingImpossible(NO_AWAIT)
    return await_(value)
