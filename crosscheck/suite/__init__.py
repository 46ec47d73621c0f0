"""The conformance suite: pytest --pyargs crosscheck.suite --candidate FILE:NAME."""
