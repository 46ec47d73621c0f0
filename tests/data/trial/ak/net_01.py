# Neural network from scratch, no libraries!
# fits y = sin(x1) * x2 with one hidden layer
import math
import random

random.seed(3)

N_IN = 2
N_HID = 6
LEARNING_RATE = 0.05


def rnd():
    return random.uniform(-0.7, 0.7)


hidden_weights = [[rnd() for _ in range(N_IN)] for _ in range(N_HID)]
hidden_bias = [rnd() for _ in range(N_HID)]
output_weights = [rnd() for _ in range(N_HID)]
output_bias = [rnd()]


def feed_forward(x):
    hidden = []
    for j in range(N_HID):
        total = hidden_bias[j]
        for i in range(N_IN):
            total += hidden_weights[j][i] * x[i]
        hidden.append(math.tanh(total))
    out = output_bias[0]
    for j in range(N_HID):
        out += output_weights[j] * hidden[j]
    return hidden, out


def sample_error(x, target):
    """E = 1/2 (target - out)^2"""
    _, out = feed_forward(x)
    return 0.5 * (target - out) ** 2


def train_one(x, target):
    """one step of gradient descent on E for this sample"""
    hidden, out = feed_forward(x)

    # output neuron (linear)
    err_out = target - out
    for j in range(N_HID):
        output_weights[j] += LEARNING_RATE * err_out * hidden[j]
    output_bias[0] += LEARNING_RATE * err_out

    # hidden neurons
    for j in range(N_HID):
        err_hid = err_out * output_weights[j] * (1 - hidden[j] * hidden[j])
        for i in range(N_IN):
            hidden_weights[j][i] += LEARNING_RATE * err_hid * x[i]
        hidden_bias[j] += LEARNING_RATE * err_hid


def make_data(n):
    data = []
    for _ in range(n):
        a = random.uniform(-2, 2)
        b = random.uniform(-1, 1)
        data.append(([a, b], math.sin(a) * b))
    return data


if __name__ == "__main__":
    data = make_data(80)
    for epoch in range(60):
        random.shuffle(data)
        for x, t in data:
            train_one(x, t)
        if epoch % 10 == 0:
            e = sum(sample_error(x, t) for x, t in data) / len(data)
            print("epoch %d  error %.5f" % (epoch, e))
    for x, t in data[:4]:
        print(x, t, feed_forward(x)[1])
