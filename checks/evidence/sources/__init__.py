"""Sources: what an article names, links to, quotes or shows, and whose it is."""
