"""Runs are kept elsewhere since we moved away from wandb in spring."""

STORE = "runs.sqlite"
