"""The parity contract: a finished PDF and Word file say what the document says, and so the same."""
