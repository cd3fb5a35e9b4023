from mlflow import pyfunc
from rain.wrapper import RainModel

info = pyfunc.log_model(name="rain", python_model=RainModel(), registered_model_name="rain")
print(info.model_uri)
