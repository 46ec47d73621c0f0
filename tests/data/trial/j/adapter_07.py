import crosscheck

class Mine(crosscheck.Script):
    file, until, parameters = "net_07.py", 'print("B =")', "B"
    substitute = {"B[0] = np.log(Y.mean(0))": ""}
    names = {"X": "np.c_[np.ones(len(x)), x]", "Y": "y", "step": "lr", "maxit": 1}
    bias, activations, loss, l2 = "folded_first_row", ("softmax",), "cross_entropy_per_sample", 0.05
    shows = {"loss": "trace[0]"}
