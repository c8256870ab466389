"""Article in, findings out: the checks and the model they share.

Nothing here imports `flows` or `reports`, reads a file or opens a connection.
"""
