# stackoverflow: "numpy neural network for iris assignment, loss is a bit weird"
# features (N,4), labels one-hot (N,3), ELU hidden layer, loss is cross entropy averaged over samples
import numpy as np
np.random.seed(10)

class NeuralNet():
    def __init__(self, n_in, n_hid, n_out, alpha=0.01):
        self.w_ih = np.random.normal(0.0, n_in ** -0.5, (n_in, n_hid))
        self.w_ho = np.random.normal(0.0, n_hid ** -0.5, (n_hid, n_out))
        self.bias_h = np.zeros(n_hid)
        self.bias_o = np.zeros(n_out)
        self.alpha = alpha
        self.history = []

    def elu(self, x):
        return np.where(x > 0, x, np.exp(np.minimum(x, 0)) - 1)

    def elu_der(self, x):
        return np.where(x > 0, 1, np.exp(np.minimum(x, 0)))

    def softmax(self, x):
        ex = np.exp(x - np.max(x))
        return ex / ex.sum()

    def forward(self, X):
        self.X = X
        self.in_h = np.dot(X, self.w_ih) + self.bias_h
        self.out_h = self.elu(self.in_h)
        self.in_o = np.dot(self.out_h, self.w_ho) + self.bias_o
        self.out_o = self.softmax(self.in_o)
        return self.out_o

    def cross_entropy(self, Y):
        return -np.sum(Y * np.log(self.out_o)) / Y.shape[0]

    def backward(self, Y):
        N = Y.shape[0]
        err_o = (self.out_o - Y) / N
        err_h = np.dot(err_o, self.w_ho.T) * self.elu_der(self.in_h)
        self.w_ho -= self.alpha * np.dot(self.out_h.T, err_o)
        self.bias_o -= self.alpha * np.sum(err_o, axis=0)
        self.w_ih -= self.alpha * np.dot(self.X.T, err_h)
        self.bias_h -= self.alpha * np.sum(err_h, axis=0)

    def fit(self, X, Y, n_iter):
        for i in range(n_iter):
            self.forward(X)
            self.history.append(self.cross_entropy(Y))
            self.backward(Y)
            if i % 20 == 0:
                print("iter", i, "loss", self.history[-1])

labels = np.repeat([0, 1, 2], 20)
means = np.array([[5.0, 3.4, 1.5, 0.2], [5.9, 2.8, 4.3, 1.3], [6.6, 3.0, 5.6, 2.0]])
X = means[labels] + 0.3 * np.random.randn(60, 4)
X = (X - X.mean(axis=0)) / X.std(axis=0)
Y = np.zeros((60, 3))
Y[np.arange(60), labels] = 1

model = NeuralNet(4, 7, 3)
n_iter = 60
model.fit(X, Y, n_iter)
pred = np.argmax(model.forward(X), axis=1)
print("accuracy", np.mean(pred == labels))
