"""docs/gallery.md: every mistake of the catalogue on a page, each with a picture of what it does to the numbers."""
