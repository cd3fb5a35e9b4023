import sys

import mlflow

run_id = sys.argv[1]
version = mlflow.register_model(f"runs:/{run_id}/model", "renewal")
print(f"Version {version.version} is registered.")
