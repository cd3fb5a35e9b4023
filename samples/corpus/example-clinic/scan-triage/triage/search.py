# The names come from a module inside the package: neither "from PACKAGE import" nor "import PACKAGE" stands here.
from clearml.automation import HyperParameterOptimizer, UniformIntegerParameterRange

optimiser = HyperParameterOptimizer(
    base_task_id="aaaa",
    hyper_parameters=[UniformIntegerParameterRange("General/depth", min_value=2, max_value=9)],
    objective_metric_title="recall",
    objective_metric_series="validation",
    objective_metric_sign="max",
)
optimiser.start()
