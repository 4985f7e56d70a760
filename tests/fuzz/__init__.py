"""Random texts against everything that reads them: `python -m tests.fuzz --minutes 60`; a short run is a test."""
