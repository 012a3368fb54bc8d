"""Reads finished files back and measures them."""
