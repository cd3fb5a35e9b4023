# Lecture des étiquettes : accents écrits en Latin-1, à la manière d'autrefois.
import re

ÉTÉ = re.compile("étiquette n° ([0-9]+)")


def numero(texte):
    return ÉTÉ.search(texte).group(1)
