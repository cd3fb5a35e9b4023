import wandb as wb

SPACE = {
    "method": "bayes",
    "metric": {"name": "accuracy", "goal": "maximize"},
    "parameters": {"lr": {"min": 1e-5, "max": 1e-2}, "width": {"values": [32, 64, 128]}},
}


def trial():
    with wb.init() as run:
        run.log({"accuracy": 1 - run.config.lr})


wb.agent(wb.sweep(SPACE, project="faces"), function=trial, count=20)
