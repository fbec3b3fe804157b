"""Exact answers, read off the records: one module for each kind of question."""
