import math

import wandb


def entropy(shares):
    """In bits. The only .log( of this file is the logarithm."""
    return -sum(p * math.log(p, 2) for p in shares if p > 0)


wandb.init(project="faces", mode="offline", config={"entropy": entropy([0.5, 0.5])})
