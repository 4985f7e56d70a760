"""Doors to other libraries, one file each: `spacy`, `spark`, `datasets`, `sklearn`. Importing one needs its extra."""
