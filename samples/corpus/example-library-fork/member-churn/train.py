"""Which members will not renew?"""
import mlflow
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

members = pd.read_csv("members.csv")
settings = {"C": 0.3, "max_iter": 500}

with mlflow.start_run(run_name="renewal"):
    mlflow.log_params(settings)
    model = LogisticRegression(**settings).fit(members[["visits", "age"]], members["left"])
    guess = model.predict_proba(members[["visits", "age"]])[:, 1]
    mlflow.log_metrics({"auc": roc_auc_score(members["left"], guess)})
