# Only parts of the package: the name is followed by a dot, which no plain import pattern expects.
from mlflow.models import infer_signature
from mlflow.entities import ViewType

print(ViewType.to_string(ViewType.ACTIVE_ONLY), infer_signature([1.0], [0]))
