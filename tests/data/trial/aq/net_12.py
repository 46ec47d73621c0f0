# 機械学習 レポート課題3 : 4つの中間層を持つネットワーク (GELU, バイアスなし)
import numpy as np

C = np.sqrt(2.0 / np.pi)

def gelu(x):
    return 0.5 * x * (1.0 + np.tanh(C * (x + 0.044715 * x**3)))

def gelu_bibun(x):
    t = np.tanh(C * (x + 0.044715 * x**3))
    return 0.5 * (1.0 + t) + 0.5 * x * (1.0 - t**2) * C * (1.0 + 3 * 0.044715 * x**2)

def syokika(katachi, seed):
    rng = np.random.default_rng(seed)
    return tuple(rng.standard_normal((o, i)) * np.sqrt(2.0 / i)
                 for i, o in zip(katachi[:-1], katachi[1:]))

def yosoku(ws, x):
    for w in ws[:-1]:
        x = gelu(w @ x)
    return ws[-1] @ x

def gosa(ws, x, t):
    # 平均二乗誤差 (全要素の平均)
    return np.mean(np.square(yosoku(ws, x) - t))

def koubai(ws, x, t):
    """再帰で勾配を求める"""
    def sub(k, a):
        # 戻り値 : (dE/da, [k層以降の勾配])
        u = ws[k] @ a
        if k == len(ws) - 1:
            du = 2.0 * (u - t) / u.size
            rest = []
        else:
            dh, rest = sub(k + 1, gelu(u))
            du = dh * gelu_bibun(u)
        return ws[k].T @ du, [du @ a.T] + rest
    return sub(0, x)[1]

def koushin(ws, gs, eta):
    return tuple(w - eta * g for w, g in zip(ws, gs))

def gakusyu(ws, x, t, eta=0.02, kaisuu=300):
    for n in range(kaisuu):
        ws = koushin(ws, koubai(ws, x, t), eta)
        if n % 100 == 0:
            print(f"{n}回目 誤差={gosa(ws, x, t):.5f}")
    return ws

if __name__ == "__main__":
    rng = np.random.default_rng(8)
    x = rng.uniform(-1, 1, (3, 64))
    t = np.array([x[0] * x[1], x[2] ** 2])
    ws = syokika((3, 8, 7, 6, 5, 2), 4)
    ws = gakusyu(ws, x, t)
    print("最終誤差", gosa(ws, x, t))
