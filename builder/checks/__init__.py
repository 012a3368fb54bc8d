"""Rules about a workspace and its documents: one function, one code."""
