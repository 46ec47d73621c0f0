"""The harness's own figures: every known mistake planted, and how many of them are caught and named."""
