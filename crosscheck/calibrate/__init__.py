"""What the derived tolerance is worth: thousands of correct networks under it, and how small a mistake it catches.

Run as `python -m crosscheck.calibrate`; docs/tolerance.md holds the figures of the full run.
"""
