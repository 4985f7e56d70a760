"""The notation of values: `date_values` writes an expression in it, `intervals` reads a value as an interval."""
