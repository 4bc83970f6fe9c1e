"""What Python in the browser lacks (Pyodide 314.0.7), by module or attribute, with the reason.

A lesson that needs one of these shows it as text, or makes the error its point with ``:raises:``.
"""

_NO_SCREEN = "there is no screen that a program could draw on."
_NO_TERMINAL = "a cell is no terminal."
_NO_INSTALL = "environments live on a machine's disk."
_NO_UNIX = "there is no Unix below."
_NO_PROCESS = "a page can't start processes."
_NO_THREAD = "a page's Python has one thread."
_NOT_BUILT = "this module is not built for the browser."
_NO_OPENSSL = "it needs OpenSSL, which the browser's Python lacks."

GAPS: dict[str, str] = {
    "tkinter": _NO_SCREEN,
    "turtle": _NO_SCREEN,
    "curses": _NO_TERMINAL,
    "readline": _NO_TERMINAL,
    "venv": _NO_INSTALL,
    "ensurepip": _NO_INSTALL,
    "pip": _NO_INSTALL,
    "pwd": _NO_UNIX,
    "resource": _NO_UNIX,
    "syslog": _NO_UNIX,
    "dbm": _NOT_BUILT,
    "_interpreters": _NOT_BUILT,
    "concurrent.interpreters": _NOT_BUILT,
    "_multiprocessing": _NO_PROCESS,
    "_posixshmem": _NO_PROCESS,
    "multiprocessing": _NO_PROCESS,
    "concurrent.futures.ProcessPoolExecutor": _NO_PROCESS,
    "subprocess": _NO_PROCESS,
    "os.fork": _NO_PROCESS,
    "os.system": _NO_PROCESS,
    "os.popen": _NO_PROCESS,
    "threading.Thread": _NO_THREAD,
    "concurrent.futures.ThreadPoolExecutor": _NO_THREAD,
    "hashlib.scrypt": _NO_OPENSSL,
    "hashlib.pbkdf2_hmac": _NO_OPENSSL,
}
