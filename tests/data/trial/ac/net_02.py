import numpy as np
# Red neuronal desde cero para clasificar espirales (3 clases)
# gist de @pablo_mrtz -- proyecto final de IA

np.random.seed(42)

def crear_datos(puntos=60, clases=3):
    X = np.zeros((puntos*clases, 2))
    y = np.zeros(puntos*clases, dtype=int)
    for c in range(clases):
        ix = range(puntos*c, puntos*(c+1))
        r = np.linspace(0.05, 1, puntos)
        t = np.linspace(c*4, (c+1)*4, puntos) + np.random.randn(puntos)*0.2
        X[ix] = np.c_[r*np.sin(t), r*np.cos(t)]
        y[ix] = c
    return X, y

def relu(z): return np.maximum(0, z)

def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)

def inicializar(n_ent, n_oc1, n_oc2, n_sal):
    return {
        'W1': np.random.randn(n_ent, n_oc1)*np.sqrt(2/n_ent), 'b1': np.zeros((1, n_oc1)),
        'W2': np.random.randn(n_oc1, n_oc2)*np.sqrt(2/n_oc1), 'b2': np.zeros((1, n_oc2)),
        'W3': np.random.randn(n_oc2, n_sal)*np.sqrt(2/n_oc2), 'b3': np.zeros((1, n_sal)),
    }

def adelante(X, p):
    z1 = X @ p['W1'] + p['b1']; a1 = relu(z1)
    z2 = a1 @ p['W2'] + p['b2']; a2 = relu(z2)
    z3 = a2 @ p['W3'] + p['b3']
    return softmax(z3), (z1, a1, z2, a2)

def perdida(prob, y):
    m = len(y)
    return -np.log(prob[np.arange(m), y]).mean()

def atras(X, y, prob, cache, p):
    z1, a1, z2, a2 = cache
    m = X.shape[0]
    dz3 = prob.copy()
    dz3[np.arange(m), y] -= 1
    dz3 /= m
    g = {}
    g['W3'] = a2.T @ dz3
    g['b3'] = np.sum(dz3, axis=0, keepdims=True)
    dz2 = (dz3 @ p['W3'].T) * (z2 > 0)
    g['W2'] = a1.T @ dz2
    g['b2'] = np.sum(dz2, keepdims=True)
    dz1 = (dz2 @ p['W2'].T) * (z1 > 0)
    g['W1'] = X.T @ dz1
    g['b1'] = np.sum(dz1, axis=0, keepdims=True)
    return g

def entrenar(X, y, p, tasa=0.5, epocas=1000):
    for ep in range(epocas):
        prob, cache = adelante(X, p)
        g = atras(X, y, prob, cache, p)
        for k in p:
            p[k] = p[k] - tasa*g[k]
        if ep % 200 == 0:
            exactitud = (prob.argmax(axis=1) == y).mean()
            print(f'época {ep}: pérdida = {perdida(prob, y):.4f}, exactitud = {exactitud:.2%}')
    return p

if __name__ == '__main__':
    X, y = crear_datos()
    p = inicializar(2, 24, 16, 3)
    p = entrenar(X, y, p)
    print('Pérdida final:', perdida(adelante(X, p)[0], y))
