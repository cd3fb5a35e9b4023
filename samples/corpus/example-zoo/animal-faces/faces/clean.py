import shutil

import wandb

api = wandb.Api()
for run in api.runs("example-zoo/faces"):
    if run.state == "crashed":
        run.delete()

# sweep up what is left on this disk; nothing is tuned here
shutil.rmtree("wandb", ignore_errors=True)
