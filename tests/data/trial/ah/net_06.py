import numpy as np


# Dense layer
class Layer_Dense:
    def __init__(self, n_inputs, n_neurons, weight_regularizer_l2=0.):
        self.weights = 0.3 * np.random.randn(n_inputs, n_neurons)
        self.biases = np.zeros((1, n_neurons))
        self.weight_regularizer_l2 = weight_regularizer_l2

    def forward(self, inputs):
        self.inputs = inputs
        self.output = np.dot(inputs, self.weights) + self.biases

    def backward(self, dvalues):
        self.dweights = np.dot(self.inputs.T, dvalues)
        self.dbiases = np.sum(dvalues, axis=0, keepdims=True)
        if self.weight_regularizer_l2 > 0:
            self.dweights += 2 * self.weight_regularizer_l2 * self.weights
        self.dinputs = np.dot(dvalues, self.weights.T)


# ELU activation (book has ReLU)
class Activation_ELU:
    def __init__(self, alpha=1.0):
        self.alpha = alpha

    def forward(self, inputs):
        self.inputs = inputs
        self.output = np.where(inputs > 0, inputs, self.alpha * (np.exp(np.minimum(inputs, 0)) - 1))

    def backward(self, dvalues):
        self.dinputs = dvalues.copy()
        neg = self.inputs <= 0
        self.dinputs[neg] *= self.output[neg] + self.alpha


class Loss_MeanSquaredError:
    def regularization_loss(self, *layers):
        loss = 0
        for layer in layers:
            if layer.weight_regularizer_l2 > 0:
                loss += layer.weight_regularizer_l2 * np.sum(layer.weights * layer.weights)
        return loss

    def calculate(self, y_pred, y_true):
        sample_losses = np.mean((y_true - y_pred) ** 2, axis=-1)
        return np.mean(sample_losses)

    def backward(self, dvalues, y_true):
        samples = len(dvalues)
        outputs = len(dvalues[0])
        self.dinputs = -2 * (y_true - dvalues) / outputs
        self.dinputs = self.dinputs / samples


class Optimizer_SGD:
    def __init__(self, learning_rate=1., momentum=0.):
        self.learning_rate = learning_rate
        self.momentum = momentum

    def update_params(self, layer):
        if not hasattr(layer, 'weight_momentums'):
            layer.weight_momentums = np.zeros_like(layer.weights)
            layer.bias_momentums = np.zeros_like(layer.biases)
        weight_updates = self.momentum * layer.weight_momentums - self.learning_rate * layer.dweights
        layer.weight_momentums = weight_updates
        bias_updates = self.momentum * layer.bias_momentums - self.learning_rate * layer.dbiases
        layer.bias_momentums = bias_updates
        layer.weights += weight_updates
        layer.biases += bias_updates


if __name__ == '__main__':
    np.random.seed(0)
    # sine and cosine at once
    X = np.linspace(0, 1, 200).reshape(-1, 1)
    y = np.hstack([np.sin(2 * np.pi * X), np.cos(2 * np.pi * X)])

    dense1 = Layer_Dense(1, 24, weight_regularizer_l2=1e-5)
    activation1 = Activation_ELU()
    dense2 = Layer_Dense(24, 24, weight_regularizer_l2=1e-5)
    activation2 = Activation_ELU()
    dense3 = Layer_Dense(24, 2)
    loss_function = Loss_MeanSquaredError()
    optimizer = Optimizer_SGD(learning_rate=0.05, momentum=0.9)
    chain = [dense1, activation1, dense2, activation2, dense3]

    for epoch in range(1001):
        out = X
        for part in chain:
            part.forward(out)
            out = part.output
        data_loss = loss_function.calculate(out, y)
        reg_loss = loss_function.regularization_loss(dense1, dense2, dense3)
        if not epoch % 200:
            print(f'epoch: {epoch}, loss: {data_loss + reg_loss:.4f} (data_loss: {data_loss:.4f}, reg_loss: {reg_loss:.4f})')
        loss_function.backward(out, y)
        grad = loss_function.dinputs
        for part in reversed(chain):
            part.backward(grad)
            grad = part.dinputs
        for layer in (dense1, dense2, dense3):
            optimizer.update_params(layer)
