# movie-night recommender: P(user likes film) from user taste + film genre vectors
import numpy as np

rng = np.random.default_rng(2024)
GENRES = ["action", "comedy", "drama", "horror", "sci-fi"]

films = {
    "Laser Cop": [1, 0, 0, 0, 1], "Two Weddings": [0, 1, 1, 0, 0], "The Cellar": [0, 0, 0, 1, 0],
    "Moon Diner": [0, 1, 0, 0, 1], "Long Winter": [0, 0, 1, 0, 0], "Zombie Prom": [0, 1, 0, 1, 0],
}


def make_ratings(n_users=40):
    tastes = rng.normal(size=(n_users, len(GENRES)))
    cols, likes = [], []
    for u in tastes:
        for g in films.values():
            g = np.array(g, dtype=float)
            cols.append(np.concatenate([u, g]))
            likes.append(float(u @ g + 0.3 * rng.normal() > 0))
    return np.array(cols).T, np.array(likes).reshape(1, -1)     # features x pairs, 1 x pairs


def softplus(z):
    return np.logaddexp(0.0, z)


def expit(z):
    return 1.0 / (1.0 + np.exp(-z))


def new_model(sizes):
    m = {"L": len(sizes) - 1}
    for k in range(1, len(sizes)):
        m[f"W{k}"] = rng.normal(size=(sizes[k], sizes[k - 1])) / np.sqrt(sizes[k - 1])
        m[f"b{k}"] = np.full((sizes[k], 1), 0.01)
    return m


def run(m, X):
    tape = {"A0": X}
    for k in range(1, m["L"] + 1):
        Z = m[f"W{k}"] @ tape[f"A{k-1}"] + m[f"b{k}"]
        tape[f"Z{k}"] = Z
        tape[f"A{k}"] = softplus(Z) if k < m["L"] else Z        # last one: the logit
    return tape


def objective(m, X, Y, lam):
    s = run(m, X)[f"A{m['L']}"]
    nll = np.mean(softplus(s) - Y * s)
    return nll + 0.5 * lam * sum(np.sum(m[f"W{k}"] ** 2) for k in range(1, m["L"] + 1))


def gradients(m, X, Y, lam):
    tape, g = run(m, X), {}
    n = X.shape[1]
    D = (expit(tape[f"A{m['L']}"]) - Y) / n
    for k in range(m["L"], 0, -1):
        g[f"W{k}"] = D @ tape[f"A{k-1}"].T + lam * m[f"W{k}"]
        g[f"b{k}"] = D.sum(axis=1, keepdims=True)
        if k > 1:
            D = (m[f"W{k}"].T @ D) * expit(tape[f"Z{k-1}"])
    return g


def fit(m, X, Y, rate=0.3, lam=1e-3, epochs=60, batch=24):
    n = X.shape[1]
    for e in range(epochs):
        p = rng.permutation(n)
        for s in range(0, n, batch):
            sel = p[s:s + batch]
            g = gradients(m, X[:, sel], Y[:, sel], lam)
            for name in g:
                m[name] = m[name] - rate * g[name]
        if e % 15 == 0:
            print("epoch", e, "objective", objective(m, X, Y, lam))


def recommend(m, taste, top=3):
    X = np.array([np.concatenate([taste, g]) for g in films.values()]).T
    p = expit(run(m, X)[f"A{m['L']}"]).ravel()
    return sorted(zip(films, p), key=lambda t: -t[1])[:top]


if __name__ == "__main__":
    X, Y = make_ratings()
    model = new_model([X.shape[0], 10, 6, 1])
    fit(model, X, Y)
    for title, p in recommend(model, np.array([0.2, 1.0, -0.5, -1.5, 1.2])):
        print(f"{title:15s} {p:.2f}")
