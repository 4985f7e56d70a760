"""Noise of the wild: the same gold in ten renderings, `python -m tests.noise` prints how well each is read."""
