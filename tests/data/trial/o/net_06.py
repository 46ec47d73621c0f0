import numpy as np
# Iris-like demo, started out as the perceptron from the course,
# later least squares, now softmax (see git log)

K = 3
D = 4
LR = 0.3
MU = 0.9
STEPS = 120

def unpack(theta):
    """theta is one long vector: K*D weights, then K offsets"""
    return theta[:K * D].reshape(K, D), theta[K * D:]

def scores(theta, X):
    W, c = unpack(theta)
    return X.dot(W.T) + c

def softmax(S):
    S = S - S.max(1)[:, None]
    eS = np.exp(S)
    return eS / eS.sum(1)[:, None]

def objective(theta, X, lab):
    P = softmax(scores(theta, X))
    return -np.log(P[np.arange(lab.size), lab]).mean()

def grad(theta, X, lab):
    P = softmax(scores(theta, X))
    R = P - np.eye(K)[lab]
    return np.hstack([R.T.dot(X).ravel(), R.sum(0)]) / lab.size

def run(X, lab, steps=STEPS):
    theta = np.zeros(K * D + K)
    vel = np.zeros_like(theta)
    hist = []
    for t in range(steps):
        hist.append(objective(theta, X, lab))
        vel = MU * vel + grad(theta, X, lab)
        theta = theta - LR * vel
    return theta, hist

def fake_iris(n=90, seed=5):
    rs = np.random.RandomState(seed)
    lab = rs.randint(0, K, n)
    centers = rs.randn(K, D) * 1.5
    return centers[lab] + rs.randn(n, D) * 0.7, lab

if __name__ == "__main__":
    X, lab = fake_iris()
    theta, hist = run(X, lab)
    print("first/last objective", hist[0], hist[-1])
    print("errors:", (scores(theta, X).argmax(1) != lab).sum(), "of", lab.size)
