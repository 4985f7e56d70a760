"""Processes: that none of what they read is lost, whoever dies, and that none outlives its parent."""
