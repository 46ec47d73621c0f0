# 作业2:手写多层感知机(不使用深度学习框架)
# 三个隐藏层,SiLU激活函数,回归任务
# 优化器:带动量的SGD + 权重衰减
import numpy as np


def sig(x):
    return 1. / (1. + np.exp(-x))


class MLP:
    def __init__(self, sizes, lr=0.02, momentum=0.8, wd=1e-2):
        self.n = len(sizes) - 1
        self.lr = lr
        self.m = momentum
        self.wd = wd
        self.w = []
        self.b = []
        for i in range(self.n):
            # 初始化
            self.w.append(np.random.randn(sizes[i], sizes[i+1]) / np.sqrt(sizes[i]))
            self.b.append(np.zeros(sizes[i+1]))
        self.vw = [0] * self.n
        self.vb = [0] * self.n

    def forward(self, x):
        self.inp = []   # 每层的输入
        self.lin = []   # 激活之前
        for i in range(self.n):
            self.inp.append(x)
            z = np.einsum('ni,io->no', x, self.w[i]) + self.b[i]
            self.lin.append(z)
            # 最后一层没有激活函数
            x = z if i == self.n - 1 else z * sig(z)
        return x

    # 损失函数:所有元素的均方误差
    def loss(self, pred, y):
        return ((pred - y) ** 2).mean()

    def backward(self, pred, y):
        g = 2 * (pred - y) / y.size
        gw = [None] * self.n
        gb = [None] * self.n
        i = self.n - 1
        while i >= 0:
            if i < self.n - 1:
                s = sig(self.lin[i])
                g = g * (s + self.lin[i] * s * (1 - s))
            gw[i] = np.einsum('ni,no->io', self.inp[i], g)
            gb[i] = np.einsum('no->o', g)
            g = np.einsum('no,io->ni', g, self.w[i])
            i -= 1
        return gw, gb

    def step(self, gw, gb):
        for i in range(self.n):
            # 权重衰减只作用于w,不作用于b
            self.vw[i] = self.m * self.vw[i] + gw[i] + self.wd * self.w[i]
            self.vb[i] = self.m * self.vb[i] + gb[i]
            self.w[i] = self.w[i] - self.lr * self.vw[i]
            self.b[i] = self.b[i] - self.lr * self.vb[i]


def main():
    np.random.seed(2021)
    # 生成数据
    x = np.random.uniform(-2, 2, (256, 3))
    y = np.stack([np.sin(x[:, 0]) * x[:, 1], x[:, 2] ** 2], axis=1)
    net = MLP([3, 16, 16, 8, 2])
    bs = 32
    for epoch in range(30):
        perm = np.random.permutation(len(x))
        tot = 0
        for k in range(0, len(x), bs):
            xb, yb = x[perm[k:k+bs]], y[perm[k:k+bs]]
            p = net.forward(xb)
            tot += net.loss(p, yb) * len(xb)
            net.step(*net.backward(p, yb))
        if epoch % 5 == 0:
            print('第%d轮 loss=%.5f' % (epoch, tot / len(x)))


if __name__ == '__main__':
    main()
