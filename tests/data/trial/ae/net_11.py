# online backprop, one column vector at a time (see ch. 2 of the book)
# cost for one example:  C = |a_out - y|^2 / 2 ,  tanh inside, logistic at the end
import numpy as np, sys

class Net:
    def __init__(self, sizes):
        self.sizes = sizes
        self.biases  = [np.random.randn(k, 1)*0.1 for k in sizes[1:]]
        self.weights = [np.random.randn(k, j)/np.sqrt(j) for j, k in zip(sizes[:-1], sizes[1:])]

    def feedforward(self, a):
        for b, w in zip(self.biases[:-1], self.weights[:-1]):
            a = np.tanh(w @ a + b)
        return 1/(1 + np.exp(-(self.weights[-1] @ a + self.biases[-1])))

    def cost(self, x, y):
        return 0.5*np.sum((self.feedforward(x) - y)**2)

    def backprop(self, x, y):
        nb = [0]*len(self.biases); nw = [0]*len(self.weights)
        a = x; As = [x]
        for b, w in zip(self.biases[:-1], self.weights[:-1]):
            a = np.tanh(w @ a + b); As.append(a)
        o = 1/(1 + np.exp(-(self.weights[-1] @ a + self.biases[-1])))
        delta = (o - y)*o*(1 - o)
        nb[-1] = delta
        nw[-1] = delta @ As[-1].T
        for l in range(2, len(self.sizes)):
            delta = (self.weights[-l+1].T @ delta)*(1 - As[-l+1]**2)
            nb[-l] = delta
            nw[-l] = delta @ As[-l].T
        return nb, nw

    def update_mini_batch(self, batch, eta):
        sb = [np.zeros(b.shape) for b in self.biases]
        sw = [np.zeros(w.shape) for w in self.weights]
        for x, y in batch:
            nb, nw = self.backprop(x, y)
            sb = [s + n for s, n in zip(sb, nb)]
            sw = [s + n for s, n in zip(sw, nw)]
        # average over the batch
        self.biases  = [b - eta/len(batch)*s for b, s in zip(self.biases, sb)]
        self.weights = [w - eta/len(batch)*s for w, s in zip(self.weights, sw)]

    def sgd(self, data, epochs, size, eta, out=sys.stdout):
        data = list(data)
        for e in range(epochs):
            np.random.shuffle(idx := np.arange(len(data)))
            for k in range(0, len(data), size):
                self.update_mini_batch([data[i] for i in idx[k:k+size]], eta)
            if e % 10 == 0:
                print("epoch", e, "mean cost", np.mean([self.cost(x, y) for x, y in data]), file=out)

if __name__ == "__main__":
    np.random.seed(8)
    pts = np.random.uniform(-1, 1, (150, 2))
    D = [(p.reshape(2, 1), np.array([[float(p[0] > p[1]**2)], [float(p[1] > 0)]])) for p in pts]
    Net([2, 7, 5, 2]).sgd(D, 41, 10, 1.5)
