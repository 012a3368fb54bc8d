"""Reads what people write: strict YAML with places, then models, then one workspace."""
