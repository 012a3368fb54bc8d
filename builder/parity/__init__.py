"""The parity contract: a finished PDF, Word file and page for the screen say what the document says, and so the same."""
