"""What was found, in forms that people and programs read."""
