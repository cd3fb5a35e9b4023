import mlflow

# An empty line after the import: a pattern with (.|,|\s\S)* does not get across it to the wrapper.

wrapper = mlflow.pyfunc.PythonModel()
mlflow.pyfunc.save_model("served", python_model=wrapper)
