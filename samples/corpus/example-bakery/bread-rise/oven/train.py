"""Predicts how high a loaf rises from flour, water and time."""
import argparse

import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import cross_val_score


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--loaves", default="data/loaves.csv")
    loaves = pd.read_csv(parser.parse_args().loaves)
    model = GradientBoostingRegressor(max_depth=3)
    scores = cross_val_score(model, loaves.drop(columns="rise_cm"), loaves["rise_cm"], cv=5)
    # CML puts this file into the report of the pull request.
    with open("metrics.txt", "w", encoding="utf-8") as report:
        report.write(f"R2: {scores.mean():.3f} ± {scores.std():.3f}\n")


if __name__ == "__main__":
    main()
