# multinom() as in R, by gradient descent.  Columns of X are the observations.
import numpy as np

np.random.seed(2024)

# ---- data.frame ------------------------------------------------------------
n_obs = 90
species = np.repeat([0, 1, 2], 30)
sepal_length = np.random.normal(5.0 + 0.8 * species, 0.4)
sepal_width = np.random.normal(3.4 - 0.5 * (species == 1) - 0.3 * (species == 2), 0.3)
petal_length = np.random.normal(1.5 + 2.0 * species, 0.5)


def scale(v):
    return (v - v.mean()) / v.std(ddof=1)


x_mat = np.vstack([scale(sepal_length), scale(sepal_width), scale(petal_length)])
class_ind = np.zeros((3, n_obs))
class_ind[species, np.arange(n_obs)] = 1

# ---- coefficients ----------------------------------------------------------
coefs = np.random.uniform(-0.7, 0.7, size=(3, x_mat.shape[0]))
intercept = np.zeros((3, 1))
decay = 0.01
rate = 0.005
maxit = 200
trace = True


def predict_probs(coefs, intercept, x):
    eta = coefs @ x + intercept
    eta = eta - np.max(eta, axis=0, keepdims=True)
    e = np.exp(eta)
    return e / np.sum(e, axis=0, keepdims=True)


def deviance_value(coefs, intercept, x, y):
    # negative log likelihood (sum) + decay * sum of squares of all parameters, as in nnet
    p = predict_probs(coefs, intercept, x)
    return -np.sum(y * np.log(p)) + decay * (np.sum(coefs ** 2) + np.sum(intercept ** 2))


# ---- optim -----------------------------------------------------------------
for it in range(maxit):
    p_hat = predict_probs(coefs, intercept, x_mat)
    resid = p_hat - class_ind
    grad_coefs = resid @ x_mat.T + 2 * decay * coefs
    grad_intercept = np.sum(resid, axis=1, keepdims=True) + 2 * decay * intercept
    coefs = coefs - rate * grad_coefs
    intercept = intercept - rate * grad_intercept
    if trace and it % 50 == 0:
        print("iter %4d value %10.6f" % (it, deviance_value(coefs, intercept, x_mat, class_ind)))

fitted = np.argmax(predict_probs(coefs, intercept, x_mat), axis=0)
print("final value", deviance_value(coefs, intercept, x_mat, class_ind))
print("table:", [[int(np.sum((species == a) & (fitted == b))) for b in range(3)] for a in range(3)])
