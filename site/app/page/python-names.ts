/** Names that Pygments colours as built in, so that the editor shows code as the page does. */

const functions = `
abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict
dir divmod enumerate eval exec filter float format frozenset getattr globals hasattr hash help hex id input int
isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow print property range
repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip __import__`;

const pseudo = "self cls Ellipsis NotImplemented";

const exceptions = `
ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
ConnectionResetError DeprecationWarning EOFError EncodingWarning EnvironmentError Exception ExceptionGroup
FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit ImportError ImportWarning
IndentationError IndexError InterruptedError IOError IsADirectoryError KeyError KeyboardInterrupt LookupError
MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError
PendingDeprecationWarning PermissionError ProcessLookupError RecursionError ReferenceError ResourceWarning
RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError
TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError
UnicodeWarning UserWarning ValueError Warning ZeroDivisionError`;

const words = (text: string) => text.trim().split(/\s+/);

/** Pygments' class by name: `nb` built in, `bp` by convention, `ne` exception. */
export const builtinClass: ReadonlyMap<string, string> = new Map([
  ...words(functions).map((name) => [name, "nb"] as const),
  ...words(pseudo).map((name) => [name, "bp"] as const),
  ...words(exceptions).map((name) => [name, "ne"] as const),
]);
