import crosscheck
from net_02 import actualizar, coste, inicializar, propagacion, retropropagacion


class Mine(crosscheck.Adapter):
    samples, weight, bias, parameters = "columns", "out_in", "column", ("W", "b")
    activations, loss, sizes = ("tanh", "tanh", "sigmoid"), "bce_per_sample", ("n", "h", "h", "k")
    build = lambda self, case: inicializar(case.sizes[0], case.sizes[1], case.n_outputs)

    def step(self, p, x, y, lr):
        A3, cache = propagacion(x, p)
        g = retropropagacion(x, y, p, cache)
        actualizar(p, g, lr)
        return {"loss": coste(A3, y), "dW": crosscheck.collect(g, "W"), "db": crosscheck.collect(g, "b")}
