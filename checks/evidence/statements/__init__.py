"""Statements: what a sentence says, and whether that is a claim at all."""
