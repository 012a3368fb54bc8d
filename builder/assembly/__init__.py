"""Turns a workspace into documents: Markdown and templates into blocks."""
