import crosscheck
from net_02 import actualizar, calcular_coste, propagacion_adelante, propagacion_atras


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss = ("tanh", "tanh", "sigmoid"), "bce_per_sample"
    l2, l2_scale = 0.25, "per_sample"

    def step(self, params, x, y, lr):
        A3, cache = propagacion_adelante(x, params)
        loss = calcular_coste(A3, y, params, self.l2)
        grads = propagacion_atras(x, y, cache, params, self.l2)
        params.update(actualizar(params, grads, lr))
        return grads | {"loss": loss}
