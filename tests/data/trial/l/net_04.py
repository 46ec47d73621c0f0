# spiral dataset, minimal 2-layer net w/ momentum + reg
# (pasted from my notebook, cells merged. can someone sanity check? val acc is ok-ish)
import numpy as np
np.random.seed(0)

N, D, K = 60, 2, 3          # points per class, dims, classes
X = np.zeros((N*K, D))
y = np.zeros(N*K, dtype='uint8')
for j in range(K):
    ix = range(N*j, N*(j+1))
    r = np.linspace(0.0, 1, N)
    t = np.linspace(j*4, (j+1)*4, N) + np.random.randn(N)*0.2
    X[ix] = np.c_[r*np.sin(t), r*np.cos(t)]
    y[ix] = j

h = 40
model = {
    'W': 0.3 * np.random.randn(D, h), 'b': np.zeros((1, h)),
    'W2': 0.3 * np.random.randn(h, K), 'b2': np.zeros((1, K)),
}
vel = {k: np.zeros_like(v) for k, v in model.items()}

step_size = 0.2
reg = 1e-3
mu = 0.9

def loss_and_grads(model, X, y):
    n = X.shape[0]
    hidden = np.maximum(0, X @ model['W'] + model['b'])
    scores = hidden @ model['W2'] + model['b2']

    exp_scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    probs = exp_scores / exp_scores.sum(axis=1, keepdims=True)

    data_loss = -np.log(probs[range(n), y]).sum() / n
    reg_loss = 0.5*reg*np.sum(model['W']**2) + 0.5*reg*np.sum(model['W2']**2)
    loss = data_loss + reg_loss

    dscores = probs
    dscores[range(n), y] -= 1
    dscores /= n

    grads = {}
    grads['W2'] = hidden.T @ dscores
    grads['b2'] = dscores.sum(axis=0, keepdims=True)
    dhidden = dscores @ model['W2'].T
    dhidden[hidden <= 0] = 0
    grads['W'] = X.T @ dhidden
    grads['b'] = dhidden.sum(axis=0, keepdims=True)

    # regularization
    grads['W2'] += reg * model['W2']
    grads['W'] += reg * model['W']
    return loss, grads

for it in range(800):
    loss, grads = loss_and_grads(model, X, y)
    if it % 100 == 0:
        print("iteration %d: loss %f" % (it, loss))
    for k in model:
        vel[k] = mu * vel[k] - step_size * grads[k]
        model[k] += vel[k]

hidden = np.maximum(0, X @ model['W'] + model['b'])
print('training accuracy: %.2f' % np.mean(np.argmax(hidden @ model['W2'] + model['b2'], axis=1) == y))
