import numpy as np

C = np.sqrt(2 / np.pi)

def gelu(x):
    return 0.5*x*(1 + np.tanh(C*(x + 0.044715*x**3)))

def dgelu(x):
    t = np.tanh(C*(x + 0.044715*x**3))
    return 0.5*(1 + t) + 0.5*x*(1 - t*t)*C*(1 + 3*0.044715*x*x)

def init_params(dims, key=0):
    g = np.random.default_rng(key)
    params = {}
    for l in range(1, len(dims)):
        params[f'W{l}'] = g.normal(size=(dims[l], dims[l-1])) * (1/dims[l-1])**0.5
        params[f'b{l}'] = np.zeros((dims[l], 1))
    return params

def apply(params, X):
    L = len(params)//2
    acts = {'A0': X}
    for l in range(1, L+1):
        acts[f'Z{l}'] = params[f'W{l}'] @ acts[f'A{l-1}'] + params[f'b{l}']
        if l < L:
            acts[f'A{l}'] = gelu(acts[f'Z{l}'])
    return acts[f'Z{L}'], acts

def log_softmax(Z):
    Z = Z - Z.max(axis=0, keepdims=True)
    return Z - np.log(np.exp(Z).sum(axis=0, keepdims=True))

def loss_fn(params, X, T):
    # summed over the batch, not averaged
    logits, _ = apply(params, X)
    return -(T * log_softmax(logits)).sum()

def grad_fn(params, X, T):
    L = len(params)//2
    logits, acts = apply(params, X)
    D = np.exp(log_softmax(logits)) - T
    grads = {}
    for l in range(L, 0, -1):
        grads[f'W{l}'] = D @ acts[f'A{l-1}'].T
        grads[f'b{l}'] = D.sum(axis=1, keepdims=True)
        if l > 1:
            D = (params[f'W{l}'].T @ D) * dgelu(acts[f'Z{l-1}'])
    return grads

def update(params, grads, lr):
    return {k: params[k] - lr*grads[k] for k in params}


if __name__ == '__main__':
    g = np.random.default_rng(9)
    n = 120
    lab = np.arange(n) % 3
    ang = lab*2.1 + np.linspace(0, 3, n)
    rad = np.linspace(0.1, 1.2, n)
    X = np.stack([rad*np.cos(ang), rad*np.sin(ang)]) + 0.03*g.normal(size=(2, n))
    T = np.eye(3)[:, lab]
    params = init_params([2, 14, 10, 8, 3])
    for i in range(400):
        grads = grad_fn(params, X, T)
        params = update(params, grads, lr=2e-3)
        if i % 100 == 0:
            print(i, loss_fn(params, X, T)/n)
    print('acc', (apply(params, X)[0].argmax(0) == lab).mean())
