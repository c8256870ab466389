"""Wordings: superlatives, praise and certainties, and the sense they have where they stand."""
