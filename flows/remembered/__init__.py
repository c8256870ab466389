"""What earlier runs found out, kept on disk: nothing that stayed the same is done twice."""
