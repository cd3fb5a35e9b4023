from mlflow import MlflowClient, register_model

result = register_model("models:/m-0001", "rain")
MlflowClient().set_registered_model_alias("rain", "champion", result.version)
