"""The document: a closed tree of frozen blocks that says what stands in the dossier, never how it looks."""
