"""The input of the benchmarks: news-like text, lists of names, adverse texts; the same bytes for the same seed."""
