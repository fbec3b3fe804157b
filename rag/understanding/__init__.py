"""From a student's words to a Query: codes, titles, conditions, and what is asked."""
