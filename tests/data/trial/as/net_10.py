import numpy as np

# Binary classification with one hidden softplus layer

def softplus(a):
    return np.logaddexp(0, a)

def logistic(a):
    return 1.0 / (1.0 + np.exp(-a))

class BinaryMLP:
    def __init__(self, input_nodes, hidden_nodes, learningrate):
        self.inodes = input_nodes
        self.hnodes = hidden_nodes
        self.lr = learningrate
        # weight matrices, w_i_j : from node i to node j
        self.wih = np.random.normal(0.0, pow(self.inodes, -0.5), (self.hnodes, self.inodes))
        self.who = np.random.normal(0.0, pow(self.hnodes, -0.5), (1, self.hnodes))
        self.bh = np.zeros((self.hnodes, 1))
        self.bo = np.zeros((1, 1))

    def query(self, inputs_list):
        inputs = np.array(inputs_list, ndmin=2).T
        hidden_outputs = softplus(np.dot(self.wih, inputs) + self.bh)
        return logistic(np.dot(self.who, hidden_outputs) + self.bo)

    def log_loss(self, inputs_list, targets_list):
        """mean binary cross entropy"""
        p = self.query(inputs_list)
        t = np.array(targets_list, ndmin=2)
        return float(np.mean(-t * np.log(p) - (1 - t) * np.log(1 - p)))

    def train(self, inputs_list, targets_list):
        inputs = np.array(inputs_list, ndmin=2).T
        targets = np.array(targets_list, ndmin=2)
        n = inputs.shape[1]

        hidden_inputs = np.dot(self.wih, inputs) + self.bh
        hidden_outputs = softplus(hidden_inputs)
        final_outputs = logistic(np.dot(self.who, hidden_outputs) + self.bo)

        output_errors = targets - final_outputs
        output_grad = output_errors * final_outputs * (1.0 - final_outputs)
        hidden_grad = np.dot(self.who.T, output_grad) * logistic(hidden_inputs)

        self.who += self.lr * np.dot(output_grad, hidden_outputs.T) / n
        self.bo += self.lr * np.sum(output_grad, axis=1, keepdims=True) / n
        self.wih += self.lr * np.dot(hidden_grad, inputs.T) / n
        self.bh += self.lr * np.sum(hidden_grad, axis=1, keepdims=True) / n


if __name__ == "__main__":
    np.random.seed(2)
    X = np.random.uniform(-1.5, 1.5, (100, 2))
    T = ((X ** 2).sum(axis=1) < 1.2).astype(float)
    n = BinaryMLP(2, 10, 0.8)
    for e in range(600):
        for start in range(0, 100, 25):
            n.train(X[start:start + 25], T[start:start + 25])
        if e % 100 == 0:
            print("epoch", e, "log loss", n.log_loss(X, T))
    print("accuracy", np.mean((n.query(X)[0] > 0.5) == T))
