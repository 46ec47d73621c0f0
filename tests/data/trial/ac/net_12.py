# xor + and + or with one net!!! my first neural net from scratch, pls be kind
from numpy import *

random.seed(99)
ALPHA = 1.0

def elu(x):
    return where(x > 0, x, ALPHA * (exp(minimum(x, 0)) - 1))
def d_elu(out):            # takes the OUTPUT of elu, not the input
    return where(out > 0, 1, out + ALPHA)
def sig(x):
    return 1 / (1 + exp(-x))

inp  = array([[0., 0.], [0., 1.], [1., 0.], [1., 1.]])
want = array([[0., 0., 0.], [1., 0., 1.], [1., 0., 1.], [0., 1., 1.]])   # xor and or

# synapses
syn = [random.randn(2, 5) * .7, random.randn(5, 4) * .7, random.randn(4, 3) * .7]
off = [zeros(5), zeros(4), zeros(3)]
LR = 0.3
STEPS = 2000

def think(x):
    l1 = elu(x @ syn[0] + off[0])
    l2 = elu(l1 @ syn[1] + off[1])
    l3 = sig(l2 @ syn[2] + off[2])
    return l1, l2, l3

for step in range(STEPS):
    l1, l2, l3 = think(inp)
    miss = l3 - want
    mse = sum(miss ** 2) / 2 / len(inp)

    d3 = miss / len(inp)
    d2 = d3 @ syn[2].T * d_elu(l2)
    d1 = d2 @ syn[1].T * d_elu(l1)

    for k, (src, d) in enumerate([(inp, d1), (l1, d2), (l2, d3)]):
        syn[k] -= LR * src.T @ d
        off[k] -= LR * d.sum(axis=0)

    if step % 500 == 0:
        print("step", step, "mse/2 =", mse)

print("final:")
print(around(think(inp)[2], 2))
