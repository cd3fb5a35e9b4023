"""Uploads weights that were trained elsewhere."""
import clearml as cl

task = cl.Task.init(project_name="triage", task_name="publish")
model = cl.OutputModel(task=task, framework="PyTorch")
model.update_weights("weights/triage.pt")
