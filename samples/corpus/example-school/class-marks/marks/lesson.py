"""Lesson 7: two trackers side by side. Exercise: which numbers differ?"""
import mlflow
import wandb

PARAMS = {"depth": 3, "seed": 7}

run = wandb.init(project="lesson-7", config=PARAMS)
mlflow.log_params(PARAMS)
for step in range(10):
    error = 1 / (step + 1)
    run.log({"error": error})
    mlflow.log_metrics({"error": error}, step=step)

run.log_artifact("marks.csv", type="dataset")
