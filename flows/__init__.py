"""Sources, orchestration, state, gate and the command line: what ties checks and reports together."""
