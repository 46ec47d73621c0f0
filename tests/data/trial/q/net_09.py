# -*- coding: utf-8 -*-
# 机器学习课程 第四次作业  学号 2021xxxx
# 两个隐藏层, GELU 激活, softmax 交叉熵
import numpy as np

C = np.sqrt(2 / np.pi)


def gelu(x):
    return 0.5 * x * (1 + np.tanh(C * (x + 0.044715 * x ** 3)))


def gelu_grad(x):
    t = np.tanh(C * (x + 0.044715 * x ** 3))
    return 0.5 * (1 + t) + 0.5 * x * (1 - t ** 2) * C * (1 + 3 * 0.044715 * x ** 2)


def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


def init_net(d, h1, h2, k, rng):
    # 参数放在一个字典里
    net = dict()
    net['w1'] = rng.randn(d, h1) * np.sqrt(2 / d)
    net['b1'] = np.zeros((1, h1))
    net['w2'] = rng.randn(h1, h2) * np.sqrt(2 / h1)
    net['b2'] = np.zeros((1, h2))
    net['w3'] = rng.randn(h2, k) * np.sqrt(2 / h2)
    net['b3'] = np.zeros((1, k))
    return net


def forward(net, x):
    # 前向传播
    u1 = x @ net['w1'] + net['b1']
    h1 = gelu(u1)
    u2 = h1 @ net['w2'] + net['b2']
    h2 = gelu(u2)
    p = softmax(h2 @ net['w3'] + net['b3'])
    return p, (x, u1, h1, u2, h2)


def loss_fn(p, y):
    # 平均交叉熵, y 是 one-hot
    return -np.mean(np.sum(y * np.log(p + 1e-300), axis=1))


def backward(net, p, y, cache):
    # 反向传播
    x, u1, h1, u2, h2 = cache
    n = y.shape[0]
    g = {}
    d3 = (p - y) / n
    g['w3'] = h2.T @ d3
    g['b3'] = d3.sum(0, keepdims=True)
    d2 = d3 @ net['w3'].T * gelu_grad(u2)
    g['w2'] = h1.T @ d2
    g['b2'] = d2.sum(0, keepdims=True)
    d1 = d2 @ net['w2'].T * gelu_grad(u1)
    g['w1'] = x.T @ d1
    g['b1'] = d1.sum(0, keepdims=True)
    return g


def main():
    rng = np.random.RandomState(2021)
    # 三条螺旋线
    n, k = 80, 3
    xs, ys = [], []
    for c in range(k):
        r = np.linspace(0.1, 1, n)
        th = np.linspace(c * 4, (c + 1) * 4, n) + rng.randn(n) * 0.15
        xs.append(np.stack([r * np.sin(th), r * np.cos(th)], axis=1))
        ys.append(np.full(n, c))
    x = np.concatenate(xs)
    label = np.concatenate(ys)
    y = np.eye(k)[label]

    net = init_net(2, 24, 16, k, rng)
    lr = 0.3
    for it in range(400):
        idx = rng.choice(len(x), 64, replace=False)   # 随机小批量
        p, cache = forward(net, x[idx])
        grads = backward(net, p, y[idx], cache)
        for name in net:
            net[name] -= lr * grads[name]
        if it % 100 == 0:
            print('第 %d 步, 损失 %.4f' % (it, loss_fn(forward(net, x)[0], y)))
    print('准确率:', np.mean(forward(net, x)[0].argmax(1) == label))


if __name__ == '__main__':
    main()
