# %% [markdown]
# The study's 13 GitHub figures in plain matplotlib: what the visualization notebook's time is measured against.

# %%
import csv
from collections import defaultdict

import matplotlib.pyplot as plt

PURPOSES = ["logging", "metric", "tuning"]
counts = defaultdict(lambda: defaultdict(int))
with open("data/published/2025-01/github-counts.csv", newline="") as file:
    for row in csv.DictReader(file):
        for purpose in row["purposes"].split():
            counts[row["tool"]][purpose] += int(row["count"])
tools = list(counts)


def purposes_of(tool):
    return {purpose: counts[tool][purpose] for purpose in PURPOSES if purpose in counts[tool]}


# %%
fig, ax = plt.subplots(figsize=(8, 5))
ax.bar(tools, [counts[tool]["global"] for tool in tools])
ax.set(title="Total usage", ylabel="files")
plt.show()

# %%
fig, ax = plt.subplots(figsize=(8, 5))
ax.pie([counts[tool]["global"] for tool in tools], labels=tools, autopct="%1.1f%%")
ax.set(title="Share of each tool")
plt.show()

# %%
fig, ax = plt.subplots(figsize=(8, 5))
for shift, purpose in enumerate(["global", *PURPOSES]):
    known = [(index, counts[tool][purpose]) for index, tool in enumerate(tools) if purpose in counts[tool]]
    ax.bar([index + shift * 0.2 for index, _ in known], [count for _, count in known], 0.2, label=purpose)
ax.set(title="Purposes", ylabel="files", yscale="log")
ax.set_xticks([index + 0.3 for index in range(len(tools))], tools)
ax.legend()
plt.show()

# %%
for tool in tools:
    fig, ax = plt.subplots(figsize=(8, 3))
    ordered = sorted(purposes_of(tool).items(), key=lambda entry: entry[1])
    ax.barh([purpose for purpose, _ in ordered], [count for _, count in ordered])
    ax.set(title=f"{tool} by purpose", xlabel="files")
    plt.show()

# %%
for tool in tools:
    fig, ax = plt.subplots(figsize=(8, 5))
    parts = purposes_of(tool)
    parts["others"] = counts[tool]["global"] - sum(parts.values())
    ax.pie(parts.values(), labels=parts.keys(), autopct="%1.1f%%")
    ax.set(title=f"{tool}: share of each purpose")
    plt.show()
