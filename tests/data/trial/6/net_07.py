# -*- coding: utf-8 -*-
"""Coursework 1: activation functions.

Layer / error / model classes following the structure of the lab framework
(`fprop`, `bprop`, `grads_wrt_params`).
"""
import numpy as np


class AffineLayer(object):

    def __init__(self, input_dim, output_dim, rng):
        self.weights = rng.uniform(-1., 1., (output_dim, input_dim)) * np.sqrt(6. / (input_dim + output_dim))
        self.biases = np.zeros(output_dim)

    def fprop(self, inputs):
        return inputs.dot(self.weights.T) + self.biases

    def bprop(self, inputs, outputs, grads_wrt_outputs):
        return grads_wrt_outputs.dot(self.weights)

    def grads_wrt_params(self, inputs, grads_wrt_outputs):
        return [np.dot(grads_wrt_outputs.T, inputs), np.sum(grads_wrt_outputs, axis=0)]

    @property
    def params(self):
        return [self.weights, self.biases]


class ELULayer(object):
    """Exponential linear unit: x for x > 0 and alpha * (exp(x) - 1) otherwise."""

    def __init__(self, alpha=0.5):
        self.alpha = alpha

    def fprop(self, inputs):
        return np.where(inputs > 0, inputs, self.alpha * (np.exp(np.minimum(inputs, 0)) - 1.))

    def bprop(self, inputs, outputs, grads_wrt_outputs):
        return np.where(outputs > 0, 1., outputs + 1.) * grads_wrt_outputs


class SumOfSquaredDiffsError(object):
    """Half the sum over output dims of squared differences, averaged over the batch."""

    def __call__(self, outputs, targets):
        return 0.5 * np.mean(np.sum((outputs - targets) ** 2, axis=1))

    def grad(self, outputs, targets):
        return (outputs - targets) / outputs.shape[0]


class MultipleLayerModel(object):

    def __init__(self, layers):
        self.layers = layers

    def fprop(self, inputs):
        activations = [inputs]
        for layer in self.layers:
            activations.append(layer.fprop(activations[-1]))
        return activations

    def grads_wrt_params(self, activations, grads_wrt_outputs):
        grads = []
        for i in reversed(range(len(self.layers))):
            layer = self.layers[i]
            inputs, outputs = activations[i], activations[i + 1]
            grads_wrt_inputs = layer.bprop(inputs, outputs, grads_wrt_outputs)
            if hasattr(layer, 'params'):
                grads = layer.grads_wrt_params(inputs, grads_wrt_outputs) + grads
            grads_wrt_outputs = grads_wrt_inputs
        return grads

    @property
    def params(self):
        return [p for layer in self.layers if hasattr(layer, 'params') for p in layer.params]


class GradientDescentLearningRule(object):

    def __init__(self, learning_rate=0.05):
        self.learning_rate = learning_rate

    def update_params(self, params, grads):
        for param, grad in zip(params, grads):
            param -= self.learning_rate * grad


if __name__ == '__main__':
    rng = np.random.RandomState(19102016)
    inputs = rng.normal(size=(100, 3))
    targets = np.stack([np.abs(inputs[:, 0]) - inputs[:, 1], inputs[:, 2] * inputs[:, 0]], axis=1)
    model = MultipleLayerModel([
        AffineLayer(3, 12, rng), ELULayer(),
        AffineLayer(12, 12, rng), ELULayer(),
        AffineLayer(12, 2, rng),
    ])
    error = SumOfSquaredDiffsError()
    rule = GradientDescentLearningRule(0.05)
    for epoch in range(40):
        order = rng.permutation(100)
        for b in range(5):
            x_batch, t_batch = inputs[order[b::5]], targets[order[b::5]]
            acts = model.fprop(x_batch)
            grads = model.grads_wrt_params(acts, error.grad(acts[-1], t_batch))
            rule.update_params(model.params, grads)
        if (epoch + 1) % 10 == 0:
            print('Epoch {0}: error(train)={1:.3e}'.format(epoch + 1, error(model.fprop(inputs)[-1], targets)))
