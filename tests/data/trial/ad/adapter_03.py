from unittest import mock
import crosscheck
import net_03


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss = (("leaky_relu", 0.1), ..., "sigmoid"), "bce_per_sample"
    l2, l2_scale = 0.1, "per_sample"

    def loss_of(self, params, x, y):
        return net_03.compute_cost_with_regularization(net_03.L_model_forward(x, params)[0], y, params, self.l2)

    def step(self, params, x, y, lr, epochs):
        with mock.patch.object(net_03, "initialize_parameters_deep", lambda *_: params):
            params.update(net_03.L_layer_model(x, y, None, lr, epochs, self.l2)[0])
