"""Why an article is found or is not, what helps where nothing is, and what else could be asked or read."""
