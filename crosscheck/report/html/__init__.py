"""A report as one HTML file that needs no network: `page.py` puts it together, `templates/` says how it looks."""
