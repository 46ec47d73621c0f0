# homework 3: three-class problem, tanh hidden units, bias is the last row of each weight matrix
import numpy as np

def add_ones(M):
    return np.hstack((M, np.ones((M.shape[0], 1))))

def softmax(S):
    S = S - np.max(S)
    return np.exp(S) / np.sum(np.exp(S), axis=0)

def predict_proba(X, W_in, W_out):
    hidden = np.tanh(add_ones(X) @ W_in)
    return hidden, softmax(add_ones(hidden) @ W_out)

def cross_entropy(P, Y):
    return -np.sum(Y * np.log(P + 1e-300)) / Y.shape[0]

def train(X, Y, n_hidden=6, learning_rate=0.5, n_steps=300, seed=0):
    np.random.seed(seed)
    W_in = np.random.normal(0, 0.5, (X.shape[1] + 1, n_hidden))
    W_out = np.random.normal(0, 0.5, (n_hidden + 1, Y.shape[1]))
    history = []
    for step in range(n_steps):
        hidden, P = predict_proba(X, W_in, W_out)
        history.append(cross_entropy(P, Y))

        d_scores = (P - Y) / X.shape[0]
        grad_out = add_ones(hidden).T @ d_scores
        d_hidden = (d_scores @ W_out[:-1].T) * (1 - hidden ** 2)
        grad_in = add_ones(X).T @ d_hidden

        W_out = W_out - learning_rate * grad_out
        W_in = W_in - learning_rate * grad_in
    return W_in, W_out, history

if __name__ == "__main__":
    np.random.seed(12)
    means = np.array([[0, 2], [-2, -1], [2, -1]])
    X = np.vstack([np.random.randn(40, 2) + mu for mu in means])
    Y = np.repeat(np.eye(3), 40, axis=0)
    W_in, W_out, history = train(X, Y)
    for i in range(0, len(history), 50):
        print("step", i, "CE", history[i])
    _, P = predict_proba(X, W_in, W_out)
    print("accuracy", np.mean(np.argmax(P, 1) == np.argmax(Y, 1)))
