import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_06.py", "y_predict", "Theta"
    names = {"X_train": "np.c_[np.ones(len(x)), x]", "Y_train_one_hot": "y", "n_outputs": "case.n_outputs",
             "eta": "lr", "n_epochs": 1}
    bias, activations, loss, l2 = "folded_first_row", ("softmax",), "cross_entropy_per_sample", 0.01
    shows = {"loss": "loss", "dW": "[gradients]"}
