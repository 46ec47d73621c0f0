# Maize leaf disease classifier (healthy / rust / blight)
# followed along with the "neural net from scratch" video, changed for my own data
import numpy as np

class NeuralNetwork():

    def __init__(self, input_size, hidden_size, output_size):
        np.random.seed(42)
        self.weights1 = np.random.randn(input_size, hidden_size) * 0.5
        self.bias1 = np.zeros((1, hidden_size))
        self.weights2 = np.random.randn(hidden_size, output_size) * 0.5
        self.bias2 = np.zeros((1, output_size))

    def relu(self, x):
        return np.maximum(x, 0)

    def softmax(self, x):
        exp_x = np.exp(x - np.max(x))
        return exp_x / np.sum(exp_x, axis=0)

    def forward(self, X):
        self.z1 = np.dot(X, self.weights1) + self.bias1
        self.a1 = self.relu(self.z1)
        self.z2 = np.dot(self.a1, self.weights2) + self.bias2
        self.output = self.softmax(self.z2)
        return self.output

    def loss(self, y):
        # categorical cross entropy
        return -np.sum(y * np.log(self.output + 1e-12)) / y.shape[0]

    def backward(self, X, y, lr):
        m = X.shape[0]
        d_z2 = (self.output - y) / m
        d_weights2 = np.dot(self.a1.T, d_z2)
        d_bias2 = np.sum(d_z2, axis=0, keepdims=True)

        d_a1 = np.dot(d_z2, self.weights2.T)
        d_z1 = d_a1 * (self.z1 > 0)
        d_weights1 = np.dot(X.T, d_z1)
        d_bias1 = np.sum(d_z1, axis=0, keepdims=True)

        self.weights2 -= lr * d_weights2
        self.bias2 -= lr * d_bias2
        self.weights1 -= lr * d_weights1
        self.bias1 -= lr * d_bias1

    def train(self, X, y, epochs, lr):
        for epoch in range(epochs):
            self.forward(X)
            self.backward(X, y, lr)
            if epoch % 100 == 0:
                print("Epoch:", epoch, "Loss:", self.loss(y))

    def predict(self, X):
        return np.argmax(self.forward(X), axis=1)


if __name__ == "__main__":
    # features: greenness, brown spots, yellow area, leaf moisture
    np.random.seed(0)
    healthy = np.random.randn(20, 4) * 0.4 + np.array([1, -1, -0.5, 0.5])
    rust = np.random.randn(20, 4) * 0.4 + np.array([0, 1, 0.2, 0])
    blight = np.random.randn(20, 4) * 0.4 + np.array([-1, 0.3, 1, -0.5])
    X = np.vstack((healthy, rust, blight))
    labels = np.array([0] * 20 + [1] * 20 + [2] * 20)
    y = np.eye(3)[labels]

    nn = NeuralNetwork(4, 8, 3)
    nn.train(X, y, epochs=600, lr=0.3)
    print("Accuracy:", np.mean(nn.predict(X) == labels))
