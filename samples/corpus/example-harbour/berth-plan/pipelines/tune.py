from kubeflow import katib


def objective(parameters):
    print(f"waiting={10 / parameters['horizon']}")


client = katib.KatibClient(namespace="kubeflow")
client.tune(
    name="berth-horizon",
    objective=objective,
    parameters={"horizon": katib.search.int(min=2, max=24)},
    objective_metric_name="waiting",
    max_trial_count=6,
)
