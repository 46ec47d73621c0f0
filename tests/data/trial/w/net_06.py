# port of a small ANSI C library: all weights live in one flat list,
# each neuron stores its bias weight first, the bias input is -1
import math
import random


class Ann:
    def __init__(self, inputs, hidden_layers, hidden, outputs):
        self.inputs = inputs
        self.hidden_layers = hidden_layers
        self.hidden = hidden
        self.outputs = outputs
        hidden_weights = 0
        if hidden_layers:
            hidden_weights = (inputs + 1) * hidden + (hidden_layers - 1) * (hidden + 1) * hidden
        output_weights = ((hidden if hidden_layers else inputs) + 1) * outputs
        self.total_weights = hidden_weights + output_weights
        self.total_neurons = inputs + hidden * hidden_layers + outputs
        self.weight = [random.random() - 0.5 for _ in range(self.total_weights)]
        self.output = [0.0] * self.total_neurons
        self.delta = [0.0] * (self.total_neurons - inputs)


def act_sigmoid(a):
    if a < -45.0:
        return 0.0
    if a > 45.0:
        return 1.0
    return 1.0 / (1.0 + math.exp(-a))


def ann_run(ann, inp):
    w = 0
    i = 0
    o = ann.inputs
    ann.output[:ann.inputs] = inp
    for h in range(ann.hidden_layers + 1):
        n_in = ann.inputs if h == 0 else ann.hidden
        n_out = ann.hidden if h < ann.hidden_layers else ann.outputs
        for j in range(n_out):
            s = ann.weight[w] * -1.0
            w += 1
            for k in range(n_in):
                s += ann.weight[w] * ann.output[i + k]
                w += 1
            ann.output[o] = act_sigmoid(s)
            o += 1
        i += n_in
    return ann.output[-ann.outputs:]


def ann_error(ann, inp, desired):
    out = ann_run(ann, inp)
    return 0.5 * sum((t - a) ** 2 for t, a in zip(desired, out))


def ann_train(ann, inp, desired, learning_rate):
    ann_run(ann, inp)
    n_in, n_hid = ann.inputs, ann.hidden

    base = n_hid * ann.hidden_layers
    for j in range(ann.outputs):
        o = ann.output[n_in + base + j]
        ann.delta[base + j] = (desired[j] - o) * o * (1.0 - o)

    for h in range(ann.hidden_layers - 1, -1, -1):
        last = h == ann.hidden_layers - 1
        following = ann.outputs if last else n_hid
        ww = (n_in + 1) * n_hid + h * (n_hid + 1) * n_hid
        for j in range(n_hid):
            o = ann.output[n_in + h * n_hid + j]
            acc = 0.0
            for k in range(following):
                acc += ann.delta[(h + 1) * n_hid + k] * ann.weight[ww + k * (n_hid + 1) + j + 1]
            ann.delta[h * n_hid + j] = o * (1.0 - o) * acc

    w = 0
    d = 0
    i = 0
    for h in range(ann.hidden_layers + 1):
        prev = n_in if h == 0 else n_hid
        cur = n_hid if h < ann.hidden_layers else ann.outputs
        for j in range(cur):
            ann.weight[w] += ann.delta[d] * learning_rate * -1.0
            w += 1
            for k in range(prev):
                ann.weight[w] += ann.delta[d] * learning_rate * ann.output[i + k]
                w += 1
            d += 1
        i += prev


if __name__ == "__main__":
    random.seed(4)
    table = [([0, 0], [0]), ([0, 1], [1]), ([1, 0], [1]), ([1, 1], [0])]
    ann = Ann(2, 2, 3, 1)
    for epoch in range(4000):
        for x, t in table:
            ann_train(ann, x, t, 2.0)
        if epoch % 1000 == 0:
            print("epoch %d error %f" % (epoch, sum(ann_error(ann, x, t) for x, t in table)))
    for x, t in table:
        print("%s is %1.3f" % (x, ann_run(ann, x)[0]))
