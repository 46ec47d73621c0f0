import crosscheck


class Mine(crosscheck.Script):
    file, until, parameters = "net_09.py", "fitted =", ("coefs", "intercept")
    names = {"x_mat": "x", "class_ind": "y", "rate": "lr", "maxit": 1}
    samples, weight, bias = "columns", "out_in", "column"
    activations, loss = ("softmax",), "cross_entropy_sum"
    l2, l2_on = 0.02, "all"
    shows = {"output": "p_hat", "dW": "[grad_coefs]", "db": "[grad_intercept]"}
