import mlflow as mlf
import xgboost as xgb

from rain.data import days

PARAMS = {"eta": 0.1, "max_depth": 4, "objective": "binary:logistic"}

mlf.set_experiment("rain")
with mlf.start_run():
    mlf.log_params(PARAMS)
    history = {}
    booster = xgb.train(PARAMS, days("train"), 80, evals=[(days("test"), "test")], evals_result=history)
    for step, value in enumerate(history["test"]["logloss"]):
        mlf.log_metrics({"logloss": value}, step=step)
    mlf.xgboost.log_model(booster, name="rain")
