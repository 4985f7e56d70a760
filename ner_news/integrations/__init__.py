"""Components for other libraries, a module each: `spacy`, `spark`, `datasets`, `sklearn`. Each needs its extra.

`record_reader` reads records and keeps, for a record that cannot be read, the reason. `arrow_columns` turns its answers
into the columns that `spark` and `datasets` add to their tables; `spacy` puts them into a `Doc`. `sklearn` reads texts
alone and makes lists of names.
"""
