"""Long runs: `python -m tests.endurance memory --documents 50000`, `python -m tests.endurance growth`, `… repeated`."""
