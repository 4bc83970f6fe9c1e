"""Runs a learner's Python inside Pyodide: cells (`runner`), exercises (`checker`), and what they print and raise.

Only `bridge` knows the browser. Everything else imports natively, so that plain pytest can test it and lessons can be
checked without a browser; what it needs from outside arrives as a callable.
"""
