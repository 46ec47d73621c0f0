# Neural network surrogate for Black-Scholes call prices (price/strike, moneyness, maturity, vol)
# Network: logistic units everywhere, the output is scaled price in (0,1).
# Minimises E = 1/2 * sum (O - T)^2 per quote, quote by quote.
import math
import numpy as np


def normCdf(x):
    return 0.5 * (1 + math.erf(x / math.sqrt(2)))


def bsCall(S, K, T, sigma, r=0.01):
    d1 = (math.log(S / K) + (r + 0.5 * sigma ** 2) * T) / (sigma * math.sqrt(T))
    d2 = d1 - sigma * math.sqrt(T)
    return S * normCdf(d1) - K * math.exp(-r * T) * normCdf(d2)


def bsDelta(S, K, T, sigma, r=0.01):
    return normCdf((math.log(S / K) + (r + 0.5 * sigma ** 2) * T) / (sigma * math.sqrt(T)))


def makeQuotes(n, rng):
    quotes = []
    for _ in range(n):
        m, T, vol = rng.uniform(0.8, 1.2), rng.uniform(0.1, 2.0), rng.uniform(0.1, 0.5)
        x = np.array([(m - 1) * 5, T - 1, (vol - 0.3) * 5])
        quotes.append((x, np.array([bsCall(m, 1.0, T, vol), bsDelta(m, 1.0, T, vol)])))
    return quotes


def logistic(x):
    return 1.0 / (1.0 + np.exp(-x))


def initNet(sizes, rng):
    # one extra row per matrix for the threshold (constant input, appended at the end)
    return [rng.uniform(-0.7, 0.7, (a + 1, b)) for a, b in zip(sizes[:-1], sizes[1:])]


def addOne(v):
    return np.append(v, 1.0)


def feed(net, x):
    outs = [x]
    for W in net:
        outs.append(logistic(addOne(outs[-1]).dot(W)))
    return outs


def learnQuote(net, x, target, eta):
    outs = feed(net, x)
    O = outs[-1]
    E = 0.5 * np.sum((O - target) ** 2)
    deltas = [O - target]
    for W, o in zip(net[:0:-1], outs[-2:0:-1]):
        back = W[1:].dot(deltas[0])
        deltas.insert(0, back * o * (1 - o))
    for W, o, d in zip(net, outs, deltas):
        W -= eta * np.outer(addOne(o), d)
    return E


def calibrate(nEpochs=20, eta=0.3):
    rng = np.random.RandomState(8)
    quotes = makeQuotes(150, rng)
    net = initNet([3, 8, 5, 2], rng)
    for epoch in range(nEpochs):
        total = 0.0
        for q in rng.permutation(len(quotes)):
            total += learnQuote(net, quotes[q][0], quotes[q][1], eta)
        if epoch % 5 == 0:
            print('epoch %d  E = %.5f' % (epoch, total / len(quotes)))
    return net, quotes


if __name__ == '__main__':
    net, quotes = calibrate()
    err = [abs(feed(net, x)[-1][0] - t[0]) for x, t in quotes]
    print('mean abs pricing error %.4f' % np.mean(err))
