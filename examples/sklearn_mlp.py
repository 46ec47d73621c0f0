"""scikit-learn's MLPRegressor and MLPClassifier, verified through their own backpropagation.

One call of partial_fit is one step of their SGD on one batch (up to 200 samples). The first call, on zeros, only makes
them allocate; the parameters are replaced after it. Their alpha is an L2 penalty, ½ alpha ‖W‖² / N.
"""
import numpy as np
from sklearn.neural_network import MLPClassifier, MLPRegressor

import crosscheck

SGD = {"solver": "sgd", "momentum": 0, "alpha": 0}


class Regressor(crosscheck.Adapter):
    """What it reports is the mean over outputs; what it goes down is the gradient of the sum."""
    activations, loss, parameters = ("tanh", ..., "identity"), "half_mse", ("coefs_", "intercepts_")

    def build(self, case):
        net = MLPRegressor(hidden_layer_sizes=case.sizes[1:-1], activation="tanh", learning_rate_init=case.lr, **SGD)
        net.partial_fit(np.zeros((2, case.sizes[0])), np.zeros((2, case.n_outputs)))
        return net

    def step(self, net, x, y, lr):
        net.partial_fit(x, y)

    def read(self, net):
        return {"loss": net.loss_}


class RegressorSummed(Regressor):
    activations, loss = ("tanh", ..., "identity"), "half_sse_per_sample"


class RegressorWithOneOutput(Regressor):
    activations, loss, sizes = ("tanh", "identity"), "half_mse", ("n", "h", 1)


class Classifier(crosscheck.Adapter):
    activations, loss = ("relu", ..., "softmax"), "cross_entropy_per_sample"
    targets, l2, l2_scale, parameters = "class_index", 0.05, "per_sample", ("coefs_", "intercepts_")
    step, read = Regressor.step, Regressor.read

    def build(self, case):
        net = MLPClassifier(case.sizes[1:-1], learning_rate_init=case.lr, **SGD | {"alpha": case.l2})
        net.partial_fit(np.zeros((1, case.sizes[0])), [0], classes=range(case.n_outputs))
        return net


EXPECTED = {
    "Regressor": ("agrees up to a factor", ["factor K"], {"exact_for": "half_sse_per_sample"}),
    "RegressorSummed": ("agrees", []),
    "RegressorWithOneOutput": ("agrees", []),
    "Classifier": ("agrees", []),
}
