"""Builds, serves and measures the site. ``cli`` reads the command line; nothing here is shipped."""
