# will the visitor click "buy"? -> [scroll depth, seconds on page, returning, items in basket]
# no frameworks, just vibes and numpy. port of my little ml.js
import numpy as np

silu = {
    'fn': lambda z: z / (1 + np.exp(-z)),
    'grad': lambda z: (lambda s: s * (1 + z * (1 - s)))(1 / (1 + np.exp(-z))),
}

def createLayer(nIn, nOut, rng, activation=None):
    state = {'w': rng.standard_normal((nIn, nOut)) * np.sqrt(1 / nIn), 'b': np.zeros((1, nOut))}
    cache = {}

    def forward(x):
        cache['x'] = x
        cache['z'] = x @ state['w'] + state['b']
        return activation['fn'](cache['z']) if activation else cache['z']

    def backward(dOut, weightDecay):
        dz = dOut * activation['grad'](cache['z']) if activation else dOut
        cache['dw'] = cache['x'].T @ dz + weightDecay * state['w']
        cache['db'] = dz.sum(axis=0, keepdims=True)
        return dz @ state['w'].T

    def update(lr):
        state['w'] = state['w'] - lr * cache['dw']
        state['b'] = state['b'] - lr * cache['db']

    return {'state': state, 'forward': forward, 'backward': backward, 'update': update}


def createModel(config):
    rng = np.random.default_rng(config.get('seed', 1))
    sizes = config['sizes']
    layers = [
        createLayer(sizes[i], sizes[i + 1], rng, silu if i < len(sizes) - 2 else None)
        for i in range(len(sizes) - 1)
    ]
    wd = config.get('weightDecay', 0)

    def logits(x):
        for layer in layers:
            x = layer['forward'](x)
        return x

    def lossFn(x, y):
        # BCE on logits (stable) + wd/2 * |w|^2
        z = logits(x)
        bce = np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
        return bce + wd / 2 * sum(np.sum(l['state']['w'] ** 2) for l in layers)

    def trainBatch(x, y, lr):
        z = logits(x)
        d = (1 / (1 + np.exp(-z)) - y) / len(x)
        for layer in reversed(layers):
            d = layer['backward'](d, wd)
        for layer in layers:
            layer['update'](lr)

    def fit(x, y, options):
        n = len(x)
        size = options['batchSize']
        for epoch in range(options['epochs']):
            order = rng.permutation(n)
            for start in range(0, n, size):
                idx = order[start:start + size]
                trainBatch(x[idx], y[idx], options['lr'])
            if epoch % 20 == 0:
                print({'epoch': epoch, 'loss': round(float(lossFn(x, y)), 4)})

    return {'fit': fit, 'lossFn': lossFn, 'trainBatch': trainBatch, 'layers': layers,
            'predict': lambda x: 1 / (1 + np.exp(-logits(x)))}


if __name__ == '__main__':
    rng = np.random.default_rng(2024)
    x = rng.standard_normal((90, 4))
    y = (x[:, [0]] * x[:, [3]] + 0.5 * x[:, [2]] > 0).astype(float)
    model = createModel({'sizes': [4, 10, 6, 1], 'weightDecay': 0.001, 'seed': 7})
    model['fit'](x, y, {'epochs': 100, 'batchSize': 20, 'lr': 0.2})
    print('accuracy:', np.mean((model['predict'](x) > 0.5) == (y > 0.5)))
