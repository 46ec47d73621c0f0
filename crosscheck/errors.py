"""The one exception that means: the caller, not the network, has to change something."""


class UsageError(ValueError):
    """Bad input to the harness; the message says what was wrong, what was expected and what to do. Exit code 2."""
