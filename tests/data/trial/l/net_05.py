import numpy as np

# Question: I switched from ReLU to Leaky ReLU because of "dying relu". Did I do it properly?
# digits-like fake data so that you can run it

class NeuralNet(object):

    def __init__(self, input_size, hidden1, hidden2, num_classes, seed=42):
        rs = np.random.RandomState(seed)
        self.slope = 0.01
        self.W1 = rs.randn(input_size, hidden1) * np.sqrt(2.0 / input_size)
        self.b1 = np.zeros(hidden1)
        self.W2 = rs.randn(hidden1, hidden2) * np.sqrt(2.0 / hidden1)
        self.b2 = np.zeros(hidden2)
        self.W3 = rs.randn(hidden2, num_classes) * np.sqrt(2.0 / hidden2)
        self.b3 = np.zeros(num_classes)

    def lrelu(self, Z):
        return np.where(Z > 0, Z, self.slope * Z)

    def lrelu_backward(self, dA, Z):
        dZ = np.array(dA, copy=True)
        dZ[Z <= 0] = self.slope
        return dZ

    def softmax(self, Z):
        e = np.exp(Z - np.max(Z, axis=1, keepdims=True))
        return e / np.sum(e, axis=1, keepdims=True)

    def forward(self, X):
        self.X = X
        self.Z1 = X.dot(self.W1) + self.b1
        self.A1 = self.lrelu(self.Z1)
        self.Z2 = self.A1.dot(self.W2) + self.b2
        self.A2 = self.lrelu(self.Z2)
        self.Z3 = self.A2.dot(self.W3) + self.b3
        self.P = self.softmax(self.Z3)
        return self.P

    def loss(self, P, T):
        # T is one hot
        return -np.mean(np.sum(T * np.log(P + 1e-15), axis=1))

    def backward(self, T, lr):
        m = T.shape[0]
        dZ3 = (self.P - T) / m
        dW3 = self.A2.T.dot(dZ3)
        db3 = dZ3.sum(axis=0)

        dZ2 = self.lrelu_backward(dZ3.dot(self.W3.T), self.Z2)
        dW2 = self.A1.T.dot(dZ2)
        db2 = dZ2.sum(axis=0)

        dZ1 = self.lrelu_backward(dZ2.dot(self.W2.T), self.Z1)
        dW1 = self.X.T.dot(dZ1)
        db1 = dZ1.sum(axis=0)

        self.W3 -= lr * dW3
        self.b3 -= lr * db3
        self.W2 -= lr * dW2
        self.b2 -= lr * db2
        self.W1 -= lr * dW1
        self.b1 -= lr * db1

    def train(self, X, T, epochs=20, batch=32, lr=0.002):
        n = len(X)
        for ep in range(epochs):
            perm = np.random.permutation(n)
            for s in range(0, n, batch):
                idx = perm[s:s + batch]
                self.forward(X[idx])
                self.backward(T[idx], lr)
            P = self.forward(X)
            acc = np.mean(P.argmax(1) == T.argmax(1))
            print("Epoch", ep + 1, "loss", round(self.loss(P, T), 4), "acc", round(acc, 3))


if __name__ == '__main__':
    np.random.seed(0)
    centers = np.random.randn(5, 12)
    labels = np.random.randint(0, 5, 400)
    X = centers[labels] + 0.7 * np.random.randn(400, 12)
    T = np.eye(5)[labels]
    net = NeuralNet(12, 24, 16, 5)
    net.train(X, T)
