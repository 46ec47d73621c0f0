# softmax regression, no numpy, no nothing
# (Wednesday evening post, allotment & code blog. I grow leeks and I write Python. - Derek, 2013)
#
# data: leek length (dm), leek girth (dm), days in ground / 100  ->  0 poor, 1 fair, 2 show bench
from math import exp, log
import random

leeks = [
    ((1.1, 0.3, 1.0), 0), ((1.3, 0.4, 1.2), 0), ((0.9, 0.2, 0.8), 0), ((1.2, 0.3, 1.5), 0),
    ((1.8, 0.5, 1.4), 1), ((2.0, 0.5, 1.6), 1), ((1.7, 0.6, 1.3), 1), ((2.1, 0.4, 1.5), 1),
    ((2.8, 0.8, 1.9), 2), ((3.0, 0.7, 2.0), 2), ((2.6, 0.9, 1.8), 2), ((2.9, 0.8, 2.2), 2),
]

# one row of weights per grade, the last number of the row is the bias
w = [[0.0, 0.0, 0.0, 0.0] for grade in range(3)]


def grade_probs(w, leek):
    s = []
    for row in w:
        tot = row[-1]
        for wi, xi in zip(row, leek):      # zip stops before the bias
            tot += wi * xi
        s.append(tot)
    big = max(s)
    e = [exp(v - big) for v in s]
    z = sum(e)
    return [v / z for v in e]


def badness(w, data):
    """mean of minus log probability of the true grade"""
    return sum(-log(grade_probs(w, x)[g]) for x, g in data) / len(data)


def learn_one(w, leek, grade, rate):
    p = grade_probs(w, leek)
    for k in range(3):
        err = p[k]
        if k == grade:
            err -= 1
        for i in range(3):
            w[k][i] -= rate * err * leek[i]
        w[k][3] -= rate * err


def season(w, data, rate=0.1):
    data = data[:]
    random.shuffle(data)
    for leek, grade in data:
        learn_one(w, leek, grade, rate)


if __name__ == '__main__':
    random.seed(1953)
    for year in range(200):
        season(w, leeks)
        if year % 50 == 0:
            print('year', year, 'badness', round(badness(w, leeks), 4))
    for leek, grade in leeks:
        p = grade_probs(w, leek)
        print(leek, grade, ['%.2f' % v for v in p])
