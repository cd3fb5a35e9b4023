from wandb.integration.keras import WandbMetricsLogger, WandbModelCheckpoint


def callbacks():
    """Everything is kept by the callbacks: no call of the tool is seen in the code."""
    return [WandbMetricsLogger(log_freq=10), WandbModelCheckpoint("models")]
