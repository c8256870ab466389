"""Audit in, files out: the reporters and the model they read.

Nothing here imports `flows`; of `checks` only the model is used.
"""
