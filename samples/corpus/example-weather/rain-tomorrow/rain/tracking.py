"""Everything about tracking in one place, so that the rest of the code does not know the tool."""


def track(tracker, params, metrics):
    """`tracker` is handed in; which package it comes from is the caller's affair."""
    tracker.log_params(params)
    tracker.log_metrics(metrics)
