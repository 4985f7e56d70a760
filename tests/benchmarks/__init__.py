"""Speed and memory beside natasha's: `python -m tests.benchmarks`.

__main__   the command           rows       what is measured, one row each
worker     starts, asks          measure    alternates the two, medians and ratios
protocol   answers, in a worker  table      prints
ours, theirs   the tasks         articles   the texts
"""
