"""Support: what bears a statement out, and how far what stands around it reaches."""
