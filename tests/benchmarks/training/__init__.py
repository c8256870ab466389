"""Fitting the models of claims and of praise to data that lives outside the repository."""
