import numpy as np

# swish net, no biases. ported from my julia version (Flux), there a sample was a column,
# here a sample is a row

sigma = lambda u: 1/(1+np.exp(-u))
swish = lambda u: u*sigma(u)
def dswish(u):
    s = sigma(u)
    return s*(1 + u*(1-s))

def softmax(u):
    e = np.exp(u - u.max(axis=1, keepdims=True))
    return e/e.sum(axis=1, keepdims=True)

def crossentropy(yhat, y):
    return -np.sum(y*np.log(yhat))/y.shape[0]

def chain(Ws, x):
    us = []; hs = [x]
    for W in Ws:
        us.append(hs[-1] @ W)
        hs.append(swish(us[-1]))
    return us, hs, softmax(hs[-1])

def loss(Ws, x, y):
    return crossentropy(chain(Ws, x)[2], y)

def pullback(Ws, x, y):
    us, hs, yhat = chain(Ws, x)
    d = (yhat - y)/y.shape[0]
    out = [hs[-2].T @ d]
    for k in reversed(range(len(Ws) - 1)):
        d = (d @ Ws[k+1].T)*dswish(us[k])
        out.insert(0, hs[k].T @ d)
    return out

def descent(Ws, gs, eta):
    for W, g in zip(Ws, gs):
        W -= eta*g

def main(n=90, eta=0.3, iters=200):
    rng = np.random.default_rng(8)
    lab = np.arange(n) % 3
    phi = lab*2*np.pi/3 + rng.normal(0, .3, n)
    r = 1 + rng.random(n)
    x = np.stack([r*np.cos(phi), r*np.sin(phi)], axis=1)
    y = np.eye(3)[lab]
    Ws = [rng.normal(0, .7, s) for s in [(2, 9), (9, 7), (7, 3)]]
    for it in range(iters):
        descent(Ws, pullback(Ws, x, y), eta)
        if it % 50 == 0:
            print(it, loss(Ws, x, y))
    print("ok:", (chain(Ws, x)[2].argmax(1) == lab).mean())

if __name__ == "__main__":
    main()
