# translated from a single-file C library: all weights in one flat array
import math
import random


class ann_t:
    pass


def ann_init(n_in, n_hid, n_out, seed=7):
    ann = ann_t()
    r = random.Random(seed)
    ann.inputs, ann.hidden, ann.outputs = n_in, n_hid, n_out
    ann.total_weights = (n_in + 1) * n_hid + (n_hid + 1) * n_out
    ann.weight = [r.random() - 0.5 for _ in range(ann.total_weights)]
    ann.output = [0.0] * (n_hid + n_out)
    ann.delta = [0.0] * (n_hid + n_out)
    return ann


def act(a):
    return 1.0 / (1.0 + math.exp(-a))


def ann_run(ann, inp):
    w = 0
    for j in range(ann.hidden):
        s = ann.weight[w] * -1.0
        w += 1
        for k in range(ann.inputs):
            s += ann.weight[w] * inp[k]
            w += 1
        ann.output[j] = act(s)
    for j in range(ann.outputs):
        s = ann.weight[w] * -1.0
        w += 1
        for k in range(ann.hidden):
            s += ann.weight[w] * ann.output[k]
            w += 1
        ann.output[ann.hidden + j] = act(s)
    assert w == ann.total_weights
    return ann.output[ann.hidden:]


def ann_error(ann, inp, desired):
    o = ann_run(ann, inp)
    return 0.5 * sum((d - v) ** 2 for d, v in zip(desired, o))


def ann_train(ann, inp, desired, rate):
    ann_run(ann, inp)
    H = ann.hidden
    for j in range(ann.outputs):
        o = ann.output[H + j]
        ann.delta[H + j] = (desired[j] - o) * o * (1.0 - o)

    base = (ann.inputs + 1) * H
    for j in range(H):
        o = ann.output[j]
        s = 0.0
        for k in range(ann.outputs):
            s += ann.delta[H + k] * ann.weight[base + k * (H + 1) + j + 1]
        ann.delta[j] = o * (1.0 - o) * s

    w = base
    for j in range(ann.outputs):
        ann.weight[w] += ann.delta[H + j] * rate * -1.0
        w += 1
        for k in range(H):
            ann.weight[w] += ann.delta[H + j] * rate * ann.output[k]
            w += 1
    w = 0
    for j in range(H):
        ann.weight[w] += ann.delta[j] * rate * -1.0
        w += 1
        for k in range(ann.inputs):
            ann.weight[w] += ann.delta[j] * rate * inp[k]
            w += 1


if __name__ == "__main__":
    inp = [[0, 0], [0, 1], [1, 0], [1, 1]]
    out = [[0, 0], [1, 0], [1, 0], [0, 1]]
    a = ann_init(2, 4, 2)
    for i in range(3000):
        for x, d in zip(inp, out):
            ann_train(a, x, d, 1.0)
        if i % 1000 == 0:
            print(i, sum(ann_error(a, x, d) for x, d in zip(inp, out)))
    for x in inp:
        print(x, ["%.3f" % v for v in ann_run(a, x)])
