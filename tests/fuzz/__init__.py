"""Fuzzing: readers are given what nobody would write, guided by the lines it reaches."""
