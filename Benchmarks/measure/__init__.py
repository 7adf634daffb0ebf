"""Runs Relata and its peers, keeps what was measured, and writes it up."""
