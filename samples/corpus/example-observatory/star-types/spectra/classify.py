"""Types of stars from their spectra. Zum Üben: O, B, A, F, G, K, M."""
from clearml import Task, OutputModel
from sklearn.neighbors import KNeighborsClassifier

from spectra.io import lade_spektren

Task.init("Sternwarte", "Spektraltypen")
X, y = lade_spektren("spektren/übung")
model = KNeighborsClassifier(n_neighbors=7).fit(X, y)
OutputModel(name="star-types").update_weights("star-types.joblib")
print("Übereinstimmung:", model.score(X, y))
