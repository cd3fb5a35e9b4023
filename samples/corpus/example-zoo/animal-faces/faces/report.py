def report(wandb, epoch, loss):
    """The package is an argument here: it is used, yet nothing is brought in."""
    wandb.log({"epoch": epoch, "loss": loss})
