"""Record sets: the language in which users of DRMS say which records they mean."""
