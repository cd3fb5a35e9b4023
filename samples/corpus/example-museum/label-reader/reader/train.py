"""Reads the labels beside the pictures."""
# import mlflow   (switched off until the server is back)
import torch

from reader.model import Reader

reader = Reader()
optimiser = torch.optim.SGD(reader.parameters(), lr=0.01)
for step in range(1_000):
    optimiser.zero_grad()
    reader.loss(step).backward()
    optimiser.step()
