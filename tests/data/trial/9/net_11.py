# ANSWER (accepted): you don't need numpy to understand backprop, here's one with plain
# lists, 2 inputs -> hidden -> 1 output, swish/SiLU in the hidden layer. One example at a time.
import math, random
random.seed(12)

def sig(v): return 1/(1+math.exp(-v))
def silu(v): return v*sig(v)
def dsilu(v):
    s = sig(v)
    return s + v*s*(1-s)

NI, NH = 2, 5
wi = [[random.uniform(-1,1) for h in range(NH)] for i in range(NI)]   # wi[i][h]
bh = [0.0]*NH
wo = [random.uniform(-1,1) for h in range(NH)]
bo = 0.0
LR = 0.1

def run(p):
    """returns pre-activations, hidden, probability"""
    pre = [bh[h] + sum(p[i]*wi[i][h] for i in range(NI)) for h in range(NH)]
    hid = [silu(v) for v in pre]
    prob = sig(bo + sum(hid[h]*wo[h] for h in range(NH)))
    return pre, hid, prob

def logloss(prob, target):
    return -math.log(prob) if target == 1 else -math.log(1-prob)

def learn(p, target):
    global bo
    pre, hid, prob = run(p)
    # dLoss/d(output sum), sigmoid and log cancel
    dout = prob - target
    # hidden first, we still need the old wo
    dpre = [dout*wo[h]*dsilu(pre[h]) for h in range(NH)]
    for h in range(NH):
        wo[h] -= LR*dout*hid[h]
        bh[h] -= LR*dpre[h]
        for i in range(NI):
            wi[i][h] -= LR*dpre[h]*p[i]
    bo -= LR*dout
    return logloss(prob, target)

if __name__ == "__main__":
    xor = [((0,0),0), ((0,1),1), ((1,0),1), ((1,1),0)]
    for ep in range(2001):
        random.shuffle(xor)
        tot = 0
        for p, t in xor:
            tot += learn(p, t)
        if ep % 500 == 0:
            print("epoch", ep, "avg log loss", round(tot/4, 5))
    for p, t in sorted(xor):
        print(p, t, "->", round(run(p)[2], 3))
