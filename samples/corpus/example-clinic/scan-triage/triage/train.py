"""Sorts scans by how soon somebody should look at them."""
from clearml import Task
import torch
from torch import nn

from triage.data import scans

task = Task.init(
    project_name="triage",
    task_name="baseline",
    auto_connect_frameworks=True,
)
logger = task.get_logger()

model = nn.Sequential(nn.Flatten(), nn.Linear(4096, 64), nn.ReLU(), nn.Linear(64, 3))
optimiser = torch.optim.Adam(model.parameters(), lr=1e-3)

for epoch in range(20):
    loss = sum(nn.functional.cross_entropy(model(x), y) for x, y in scans("train"))
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
    logger.report_scalar("loss", "train", iteration=epoch, value=loss.item())
