"""What is counted over all matches: time, the words that set them apart, facets of which several are chosen."""
