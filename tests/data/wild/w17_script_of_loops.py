import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters, shows = "w17_script.py", "print('best", ("W", "b"), {"loss": "E"}
    names = {"xb": "x", "tb": "y", "N": "len(x)", "etas": "[lr]", "nsteps": 1}
    activations, loss = ("tanh", "identity"), "half_sse_per_sample"


EXPECTED = {"Mine": ("agrees", [])}
