# Up/down day classifier on lagged returns: linear score, logistic loss, labels in {-1, +1}
import numpy as np

rs = np.random.RandomState(99)

# --- synthetic AR(2) returns -------------------------------------------------
T = 400
ret = np.zeros(T)
for k in range(2, T):
    ret[k] = 0.5 * ret[k - 1] - 0.3 * ret[k - 2] + rs.normal(0, 1)

lags = 4
feats = np.column_stack([ret[lags - j - 1:T - j - 1] for j in range(lags)])
feats = np.hstack([feats, np.ones((len(feats), 1))])      # last column: intercept
sign = np.where(ret[lags:] > 0, 1.0, -1.0)

n_train = 300
Ftr, str_ = feats[:n_train], sign[:n_train]
Fte, ste = feats[n_train:], sign[n_train:]

w = rs.normal(0, 0.5, lags + 1)
lam = 0.01
eta = 0.2
mask = np.ones(lags + 1)
mask[-1] = 0.0                                            # intercept is not penalised

history = []
for it in range(150):
    margin = str_ * (Ftr @ w)
    loss = np.mean(np.logaddexp(0.0, -margin)) + 0.5 * lam * np.sum((mask * w) ** 2)
    history.append(loss)

    coef = -str_ / (1.0 + np.exp(margin))
    grad = Ftr.T @ coef / n_train + lam * mask * w
    w = w - eta * grad

    if it % 30 == 0:
        print("it %3d  loss %.5f" % (it, loss))

print("weights", np.round(w, 3))
print("test hit rate", np.mean(np.sign(Fte @ w) == ste))
