import torch
import wandb
from torch.utils.data import DataLoader

from faces.data import Faces
from faces.net import Net

run = wandb.init(project="faces", config={"lr": 3e-4, "epochs": 12})
net = Net()
optimiser = torch.optim.AdamW(net.parameters(), lr=run.config.lr)

for epoch in range(run.config.epochs):
    for pictures, names in DataLoader(Faces("train"), batch_size=64, shuffle=True):
        loss = torch.nn.functional.cross_entropy(net(pictures), names)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    wandb.log({"epoch": epoch, "loss": loss.item()})

weights = wandb.Artifact("faces", type="model")
weights.add_file("faces.pt")
run.log_artifact(weights)
