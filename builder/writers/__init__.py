"""Turn a document into bytes, one writer for each format."""
