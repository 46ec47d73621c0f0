"""Exercise 4.7: a single layer of neurons with a softmax on top, without any library.

One neuron per species; weights live in a dict keyed by the species' name.
"""
from math import exp, log
from random import Random

SPECIES = ("setosa", "versicolor", "virginica")
CENTRES = {"setosa": (5.0, 3.4, 1.5, 0.2),
           "versicolor": (5.9, 2.8, 4.3, 1.3),
           "virginica": (6.6, 3.0, 5.6, 2.0)}
SPREAD = (0.4, 0.3, 0.4, 0.2)


def make_flowers(rnd, per_species=40):
    flowers = []
    for name in SPECIES:
        for _ in range(per_species):
            flowers.append(([rnd.gauss(c, s) for c, s in zip(CENTRES[name], SPREAD)], name))
    rnd.shuffle(flowers)
    return flowers


def new_brain(rnd):
    # last weight belongs to the constant input 1
    return {name: [rnd.uniform(-0.1, 0.1) for _ in range(5)] for name in SPECIES}


def guess(brain, flower):
    inputs = flower + [1.0]
    score = {name: sum(w * i for w, i in zip(weights, inputs)) for name, weights in brain.items()}
    top = max(score.values())
    e = {name: exp(s - top) for name, s in score.items()}
    total = sum(e.values())
    return {name: v / total for name, v in e.items()}


def surprise(brain, flower, truth):
    return -log(guess(brain, flower)[truth])


def learn_one(brain, flower, truth, rate):
    chance = guess(brain, flower)
    inputs = flower + [1.0]
    for name, weights in brain.items():
        should_be = 1.0 if name == truth else 0.0
        blame = should_be - chance[name]
        for k in range(len(weights)):
            weights[k] += rate * blame * inputs[k]


def main():
    rnd = Random(2024)
    flowers = make_flowers(rnd)
    lesson, exam = flowers[:90], flowers[90:]
    brain = new_brain(rnd)
    for day in range(30):
        rnd.shuffle(lesson)
        for flower, truth in lesson:
            learn_one(brain, flower, truth, rate=0.02)
        if day % 5 == 0:
            mean = sum(surprise(brain, f, t) for f, t in lesson) / len(lesson)
            print("day", day, "mean surprise", round(mean, 4))
    good = 0
    for flower, truth in exam:
        chance = guess(brain, flower)
        good += max(chance, key=chance.get) == truth
    print(good, "of", len(exam))


if __name__ == "__main__":
    main()
