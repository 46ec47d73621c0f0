# cell type from expression profile: toy marker-gene data, genes x cells
import numpy as np

np.random.seed(0)
n_genes, n_types, n_cells = 12, 4, 90

# simulate: each cell type over-expresses three marker genes
cell_type = np.random.randint(0, n_types, n_cells)
counts = np.random.poisson(3.0, (n_genes, n_cells)).astype(float)
for g in range(n_genes):
    on = cell_type == g // 3
    counts[g, on] += np.random.poisson(4.0, on.sum())
logexpr = np.log1p(counts)
logexpr -= logexpr.mean(axis=1, keepdims=True)
onehot = np.eye(n_types)[:, cell_type]


def init_params(dims):
    params = {}
    for l in range(1, len(dims)):
        params['W' + str(l)] = np.random.randn(dims[l], dims[l - 1]) * np.sqrt(2 / dims[l - 1])
        params['b' + str(l)] = np.zeros((dims[l], 1))
    return params


def softmax(Z):
    expZ = np.exp(Z - Z.max(axis=0, keepdims=True))
    return expZ / expZ.sum(axis=0, keepdims=True)


def forward_prop(X, params):
    L = len(params) // 2
    cache = {'A0': X}
    for l in range(1, L + 1):
        Z = params['W%d' % l] @ cache['A%d' % (l - 1)] + params['b%d' % l]
        cache['Z%d' % l] = Z
        cache['A%d' % l] = np.maximum(0, Z)
    cache['AL'] = softmax(cache['A%d' % L])
    return cache['AL'], cache


def compute_cost(AL, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(AL + 1e-12)) / m


def backward_prop(params, cache, Y):
    L = len(params) // 2
    m = Y.shape[1]
    grads = {}
    dZ = cache['AL'] - Y
    for l in range(L, 0, -1):
        grads['dW%d' % l] = dZ @ cache['A%d' % (l - 1)].T / m
        grads['db%d' % l] = np.sum(dZ, axis=1, keepdims=True) / m
        if l > 1:
            dZ = (params['W%d' % l].T @ dZ) * (cache['Z%d' % (l - 1)] > 0)
    return grads


def update_params(params, grads, lr):
    for key in params:
        params[key] = params[key] - lr * grads['d' + key]
    return params


params = init_params([n_genes, 16, 12, 10, 8, n_types])
for it in range(501):
    AL, cache = forward_prop(logexpr, params)
    grads = backward_prop(params, cache, onehot)
    params = update_params(params, grads, 0.1)
    if it % 100 == 0:
        acc = np.mean(AL.argmax(axis=0) == cell_type)
        print('iter %d  cost %.4f  accuracy %.2f' % (it, compute_cost(AL, onehot), acc))
