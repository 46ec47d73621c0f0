"""
Ridge-penalised binary logit by gradient descent (labour force participation, simulated).

    Q(b) = -(1/N) sum_i [ y_i log p_i + (1 - y_i) log(1 - p_i) ] + (lambda/2) * sum_{k>=1} b_k^2

with p_i = Lambda(x_i'b), x_i = (1, z_i')'.  The constant b_0 is not penalised.
"""
import numpy as np


def Lambda(v):
    return 1.0 / (1.0 + np.exp(-v))


def simulate(N, seed=2020):
    rng = np.random.default_rng(seed)
    age = rng.uniform(20, 60, N)
    educ = rng.integers(8, 18, N).astype(float)
    kids = rng.poisson(1.2, N).astype(float)
    u = rng.logistic(size=N)
    y = (1.5 - 0.05 * (age - 40) + 0.25 * (educ - 12) - 0.8 * kids + u > 0) * 1.0
    Z = np.column_stack([age, educ, kids])
    Z = (Z - Z.mean(0)) / Z.std(0)
    return np.column_stack([np.ones(N), Z]), y


class PenalisedLogit:
    def __init__(self, lam=0.05, step=0.5, maxit=2000, tol=1e-7):
        self.lam, self.step, self.maxit, self.tol = lam, step, maxit, tol

    def objective(self, b, X, y):
        xb = X @ b
        nll = np.mean(np.logaddexp(0.0, xb) - y * xb)
        return nll + 0.5 * self.lam * (b[1:] @ b[1:])

    def score(self, b, X, y):
        N = X.shape[0]
        resid = Lambda(X @ b) - y
        return X.T @ resid / N + self.lam * b

    def fit(self, X, y, verbose=True):
        b = np.zeros(X.shape[1])
        Q = [self.objective(b, X, y)]
        for it in range(1, self.maxit + 1):
            g = self.score(b, X, y)
            b = b - self.step * g
            Q.append(self.objective(b, X, y))
            if verbose and it % 20 == 0:
                print(f"iter {it:4d}   Q = {Q[-1]:.8f}   |g| = {np.linalg.norm(g):.2e}")
            if np.linalg.norm(g) < self.tol:
                break
        self.b_, self.path_, self.nit_ = b, Q, it
        return self

    def margins(self, X):
        """Average marginal effects."""
        p = Lambda(X @ self.b_)
        return np.mean(p * (1 - p)) * self.b_[1:]


if __name__ == "__main__":
    X, y = simulate(800)
    res = PenalisedLogit().fit(X, y)
    print("converged in", res.nit_)
    for name, est in zip(["const", "age", "educ", "kids"], res.b_):
        print(f"{name:>8s} {est: .4f}")
    print("AME:", np.round(res.margins(X), 4))
    print("share correctly predicted:", np.mean((X @ res.b_ > 0) == (y == 1)))
