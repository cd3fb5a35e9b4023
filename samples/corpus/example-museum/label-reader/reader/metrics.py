"""Error rates of characters. MLflow, W&B and ClearML are mentioned here and used nowhere."""


def character_error_rate(read: str, written: str) -> float:
    wrong = sum(a != b for a, b in zip(read, written, strict=False))
    return (wrong + abs(len(read) - len(written))) / max(len(written), 1)
